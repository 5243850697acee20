import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HOSTILE_PAGES, ORDINARY_PAGE } from '../src/testing/hostile-pages.js';

/** What one page may cost, in a process of its own that also loads the program. */
const SECONDS = 2;
const MEGABYTES = 512;

const CLI = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
/** Written to a file of its own when the process ends: what it used. */
const REPORT_USE = `data:text/javascript,import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(process.env.USED,JSON.stringify(process.resourceUsage())))`;

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Reads each hostile page in a fresh process, then all of them in one batch with ordinary pages between. */
export function benchHostile(print: (line: string) => void): void {
  if (!existsSync(CLI)) {
    print('hostile pages skipped: no dist; run npm run build');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  try {
    const runs = Object.entries(HOSTILE_PAGES).map(([name, build]) => {
      const file = join(folder, 'page.html');
      writeFileSync(file, build());
      return { name, run: read(['read', file, '--json'], folder) };
    });
    const over = runs.filter(({ run }) => run.seconds > SECONDS || run.megabytes > MEGABYTES);
    print(
      `${runs.length} hostile pages, each in a process of its own: ${over.length} over ${SECONDS} s CPU or ${MEGABYTES} MB`,
    );
    for (const { name, run } of runs.toSorted((a, b) => b.run.seconds - a.run.seconds))
      print(
        `  ${run.seconds.toFixed(2)} s ${run.megabytes.toFixed(0).padStart(4)} MB  ${name}: ${outcome(run, folder)}`,
      );
    batch(folder, print);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function batch(folder: string, print: (line: string) => void): void {
  const file = join(folder, 'pages.jsonl');
  const cases = Object.entries(HOSTILE_PAGES);
  const decoder = new TextDecoder();
  const rows = cases.flatMap(([name, build]) => [
    { id: name, html: decoder.decode(build()) },
    { id: 'ordinary', html: ORDINARY_PAGE },
  ]);
  // All of them are longer than one string may be.
  for (const row of rows) appendFileSync(file, `${JSON.stringify(row)}\n`);
  const run = read(['read', '--jsonl', file], folder);
  const answers = run.stdout.split('\n').filter((line) => line !== '');
  const ordinary = answers.filter(
    (line) => line.startsWith('{"id":"ordinary"') && line.includes('"title":"Last ferry sails"'),
  );
  print(
    `all in one batch: ${answers.length} of ${rows.length} rows answered, ${ordinary.length} of ${cases.length} ordinary pages between read; ${run.seconds.toFixed(1)} s, ${run.megabytes.toFixed(0)} MB`,
  );
}

function read(args: readonly string[], folder: string): Run {
  const used = join(folder, 'used.json');
  rmSync(used, { force: true });
  const child = spawnSync(process.execPath, ['--import', REPORT_USE, CLI, ...args], {
    encoding: 'utf8',
    env: { ...process.env, USED: used },
    maxBuffer: 2 ** 30,
  });
  const usage = (existsSync(used) ? JSON.parse(readFileSync(used, 'utf8')) : {}) as Partial<NodeJS.ResourceUsage>;
  return {
    seconds: ((usage.userCPUTime ?? Infinity) + (usage.systemCPUTime ?? 0)) / 1e6,
    megabytes: (usage.maxRSS ?? Infinity) / 1024,
    stdout: child.stdout,
    stderr: child.stderr,
  };
}

function outcome({ stdout, stderr }: Run, folder: string): string {
  if (stderr !== '') return stderr.replace('stemma: ', '').replaceAll(join(folder, 'page.html'), 'the page').trim();
  const page = JSON.parse(stdout) as { text: string; notes: readonly string[] };
  return [`read, ${page.text.length} characters`, ...page.notes].join('; ');
}
