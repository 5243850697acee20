import { createHash } from 'node:crypto';
import { appendFile, mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Relation } from '../collation/collation.js';
import type { Report, ReportCollation } from '../report/report.js';

/** A report that was kept. Its id is a digest of its content: the same answer has the same address for ever. */
export interface KeptReport {
  readonly id: string;
  /** ISO 8601 time of the first making. */
  readonly made: string;
  readonly report: Report;
}

/** A page as lists of reports name it. */
export interface PageName {
  readonly url?: string;
  readonly outlet?: string;
  readonly title?: string;
}

/** What lists show of a report. */
export interface ReportSummary {
  readonly id: string;
  readonly made: string;
  readonly page: PageName & { readonly published?: string };
  /** The page's first words, for those without a title. */
  readonly opening: string;
  readonly relation: Relation;
  /** What the page is above all where that isn't a copy: a version of a story at hand, or what others copied. */
  readonly kinship?: 'version' | 'older';
  readonly probability: number;
  readonly sentence: string;
  readonly pages: number;
  readonly independent: number;
  readonly descents: readonly { readonly exemplar: PageName; readonly copy: PageName; readonly relation: Relation }[];
}

/** Reports on disk. */
export interface ReportStore {
  save(report: Report): Promise<KeptReport>;
  /** Undefined where there is none of that id. */
  load(id: string): Promise<KeptReport | undefined>;
  /** Newest first. */
  list(limit: number): Promise<readonly ReportSummary[]>;
  /** Whether there was one. */
  remove(id: string): Promise<boolean>;
}

/** Hex digits of a report's id: 80 bits, so that two of a billion reports meet with a chance of one in a million. */
const ID_DIGITS = 20;
/** Summaries that are looked through: beyond that a newsroom searches, it doesn't leaf. */
const REMEMBERED = 5000;
/** Bytes that a report may unpack to. */
const LARGEST = 256 * 2 ** 20;

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Keeps reports in a folder: a packed file each, written whole or not at all, and a list with a line each. */
export function openReportStore(folder: string): ReportStore {
  const fileOf = (id: string): string => join(folder, `${id}.json.gz`);
  const index = join(folder, 'index.jsonl');
  return {
    save: async (report) => {
      await mkdir(folder, { recursive: true });
      const id = createHash('sha256').update(JSON.stringify(report)).digest('hex').slice(0, ID_DIGITS);
      const known = await loadFrom(fileOf(id), id);
      if (known !== undefined) return known;
      const kept: KeptReport = { id, made: new Date().toISOString(), report };
      await writeWhole(fileOf(id), await pack(JSON.stringify(kept)));
      await appendFile(index, `${JSON.stringify(summaryOf(kept))}\n`);
      return kept;
    },
    load: async (id) => (isId(id) ? loadFrom(fileOf(id), id) : undefined),
    list: async (limit) => {
      const found: ReportSummary[] = [];
      for (const summary of (await summariesIn(index)).reverse()) {
        if (found.length >= limit) break;
        if (isId(summary.id) && !found.some((other) => other.id === summary.id) && (await exists(fileOf(summary.id))))
          found.push(summary);
      }
      return found;
    },
    remove: async (id) => {
      if (!isId(id) || !(await exists(fileOf(id)))) return false;
      await unlink(fileOf(id));
      return true;
    },
  };
}

function isId(id: string): boolean {
  return id.length === ID_DIGITS && /^[0-9a-f]+$/.test(id);
}

async function loadFrom(file: string, id: string): Promise<KeptReport | undefined> {
  const packed = await readFile(file).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (packed === undefined) return undefined;
  const kept = JSON.parse((await unpack(packed, { maxOutputLength: LARGEST })).toString('utf8')) as KeptReport;
  return kept.id === id ? kept : undefined;
}

async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  const draft = `${file}.${process.pid}.draft`;
  const handle = await open(draft, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}

/** Lines that a crash cut short are passed over. */
async function summariesIn(index: string): Promise<ReportSummary[]> {
  const text = await readFile(index, 'utf8').catch(() => '');
  return text
    .split('\n')
    .slice(-REMEMBERED - 1)
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as ReportSummary];
      } catch {
        return [];
      }
    });
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

function summaryOf({ id, made, report }: KeptReport): ReportSummary {
  const { page, verdict, sources, stemma } = report;
  const has = (place: ReportCollation['place']): boolean => report.collations.some((each) => each.place === place);
  const isOlder = has('copy') && !has('exemplar');
  const kinship = verdict.version !== undefined ? 'version' : isOlder ? 'older' : undefined;
  const bySiglum = new Map(
    stemma.witnesses.filter(({ lost }) => !lost).map((witness) => [witness.siglum, pageName(witness)]),
  );
  return {
    id,
    made,
    page: { ...pageName(page), ...(page.published !== undefined && { published: page.published }) },
    opening: page.text.slice(0, 100).replace(/\s+/g, ' ').trim(),
    relation: verdict.relation,
    ...(kinship !== undefined && { kinship }),
    probability: verdict.probability,
    sentence: verdict.sentence,
    pages: sources.pages,
    independent: sources.independent,
    descents: stemma.descents
      .filter(({ copy }) => bySiglum.has(copy))
      .map(({ exemplar, copy, relation }) => ({
        exemplar: bySiglum.get(exemplar) ?? {},
        copy: bySiglum.get(copy) ?? {},
        relation,
      })),
  };
}

function pageName({ url, outlet, title }: PageName): PageName {
  return {
    ...(url !== undefined && { url }),
    ...(outlet !== undefined && { outlet }),
    ...(title !== undefined && { title }),
  };
}
