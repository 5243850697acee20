import { agreeOnScheme } from './archive/agree-on-scheme.js';
import type { Archive, Deposit, Receipt } from './archive/archive.js';
import { addressOfUrl } from './archive/deposit.js';
import { intake } from './intake/intake.js';
import type { IntakeOptions } from './intake/intake-options.js';
import type { Unreadable } from './intake/incoming.js';
import type { Link } from './intake/link.js';
import type { Knowledge } from './knowledge/knowledge.js';
import { preparePages } from './prepare-pages.js';

/** What became of the pages of some inputs. */
export interface AddSummary {
  readonly added: number;
  /** Held already, unchanged. */
  readonly known: number;
  /** Changed pages of addresses that were held. */
  readonly versions: number;
  /** At most `UNREADABLE_LIMIT`, the first ones. */
  readonly unreadable: readonly Unreadable[];
  /** True where the signal ended it before the inputs were through. */
  readonly stopped: boolean;
}

/** How far an add has come. Counts what is safe in the archive, not what is on its way. */
export interface AddProgress {
  readonly added: number;
  readonly known: number;
  readonly versions: number;
  readonly unreadable: number;
  /** Set when this call is about an input that gave no page. */
  readonly latest?: Unreadable;
}

export interface AddOptions extends IntakeOptions {
  /** Called after each batch and for each unreadable input. */
  readonly onProgress?: (progress: AddProgress) => void;
  /** Threads that read pages, where there are many; 1, the caller's own, unless said. More use the knowledge that ships with the package. */
  readonly readers?: number;
}

/** Pages of a batch: at 1,000 the costs of a transaction (two waits for the disk) are spread thin, and a batch is some 4 MB. */
const BATCH_PAGES = 1000;

/** Characters of a batch, so that 1,000 books don't fill the memory. */
const BATCH_CHARACTERS = 2 ** 23;

/** Milliseconds after which what has come is kept: pages of the web come slowly, and a cut shouldn't lose many. */
const BATCH_TIME = 5000;

/** Unreadable inputs that are listed: more are a wrong file, and a list of them helps nobody. */
const UNREADABLE_LIMIT = 100_000;

/**
 * Adds pages from anything that `intake` takes. Adding twice changes nothing, so an add that was stopped, by its signal or by
 * a kill, is simply run again: what was acknowledged is known, the rest is added. A page that can't be read is listed and
 * the rest goes on; an archive that fails ends it with its sentence.
 */
export async function addPages(
  inputs: readonly string[],
  archive: Archive,
  knowledge: Knowledge,
  { readers = 1, ...options }: AddOptions = {},
): Promise<AddSummary> {
  await agreeOnScheme(archive, knowledge.lexicon);
  const counts = { added: 0, known: 0, version: 0 };
  const unreadable: Unreadable[] = [];
  let refused = 0;
  let batch = newBatch();
  const report = (latest?: Unreadable): void =>
    options.onProgress?.({
      added: counts.added,
      known: counts.known,
      versions: counts.version,
      unreadable: refused,
      ...(latest === undefined ? {} : { latest }),
    });
  const refuse = (latest: Unreadable): void => {
    refused++;
    if (unreadable.length < UNREADABLE_LIMIT) unreadable.push(latest);
    report(latest);
  };
  const keep = async (): Promise<void> => {
    for (const { outcome } of await keepBatch(archive, batch)) counts[outcome]++;
    batch = newBatch();
    report();
  };
  const countKnown = (): void => {
    counts.known++;
  };
  const known = { isKnown: (link: Link) => isHeld(archive, link), onKnown: countKnown };
  for await (const prepared of preparePages(intake(inputs, { ...known, ...options }), { knowledge, readers })) {
    if ('why' in prepared) refuse(prepared);
    else put(batch, prepared);
    if (isFull(batch)) await keep();
    if (options.signal?.aborted === true) break;
  }
  if (batch.deposits.length > 0) await keep();
  const stopped = options.signal?.aborted === true;
  return { added: counts.added, known: counts.known, versions: counts.version, unreadable, stopped };
}

interface Batch {
  readonly deposits: Deposit[];
  readonly begun: number;
  characters: number;
}

function newBatch(): Batch {
  return { deposits: [], begun: performance.now(), characters: 0 };
}

function put(batch: Batch, deposit: Deposit): void {
  batch.deposits.push(deposit);
  batch.characters += deposit.page.source.length;
}

function isFull({ deposits, characters, begun }: Batch): boolean {
  if (deposits.length === 0) return false;
  return deposits.length >= BATCH_PAGES || characters >= BATCH_CHARACTERS || performance.now() - begun > BATCH_TIME;
}

function keepBatch(archive: Archive, batch: Batch): Promise<readonly Receipt[]> {
  return archive.add(batch.deposits);
}

/** Whether a listed page is held and, as far as the list says, unchanged since. */
export async function isHeld(archive: Archive, link: Link): Promise<boolean> {
  const last = (await archive.versions(addressOfUrl(link.url))).at(-1);
  if (last === undefined) return false;
  const changed = Date.parse(link.changed ?? '');
  return Number.isNaN(changed) || changed <= Date.parse(last.added);
}
