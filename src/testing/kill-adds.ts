import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openArchive } from '../archive/open-archive.js';
import { KILLED_BATCH, ownHash } from './killed-deposits.js';

/** What some kills did to an archive. */
export interface KillReport {
  readonly kills: number;
  /** Witnesses whose batch was acknowledged before a kill. */
  readonly acknowledged: number;
  /** Of these, those that are gone or can't be found by their fingerprint. */
  readonly lost: number;
  /** Witnesses beyond whole batches: batches that were half added. */
  readonly halves: number;
  /** What the archive's own check finds. */
  readonly findings: readonly string[];
}

const SCRIPT = fileURLToPath(new URL('./add-until-killed.ts', import.meta.url));

/** Starts a process that adds to the archive, kills it with SIGKILL at a moment that `random` chooses, and again, `kills` times; then counts what is there. */
export async function killAdds(where: string, kills: number, random: () => number): Promise<KillReport> {
  let batches = 0;
  for (let kill = 0; kill < kills; kill++)
    batches = await addUntilKilled(where, batches, 2 + random() * 12, random() * 25);
  const archive = await openArchive(where);
  try {
    const acknowledged = batches * KILLED_BATCH;
    const frequencies = await archive.frequencies(Float64Array.from({ length: acknowledged }, (_, n) => ownHash(n)));
    let lost = 0;
    for (let n = 0; n < acknowledged; n++) {
      const held = await archive.versions(`https://coast.example/${n}`);
      if (held.length !== 1 || frequencies[n] !== 1) lost++;
    }
    const { witnesses } = await archive.count();
    return { kills, acknowledged, lost, halves: witnesses % KILLED_BATCH, findings: await archive.verify() };
  } finally {
    await archive.close();
  }
}

/** Lets a process add from `batch` on until it has acknowledged some, waits a moment more and kills it. Resolves to the next batch that isn't acknowledged. */
async function addUntilKilled(where: string, batch: number, some: number, milliseconds: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, where, String(batch)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((done) => child.once('exit', done));
  let next = batch;
  for await (const line of createInterface({ input: child.stdout })) {
    next = Number(line) + 1;
    if (next - batch === Math.ceil(some)) setTimeout(() => child.kill('SIGKILL'), milliseconds);
  }
  await ended;
  if (child.signalCode !== 'SIGKILL')
    throw new Error(`The adding process ended by itself with status ${child.exitCode}.`);
  return next;
}
