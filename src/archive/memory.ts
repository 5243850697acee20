import { outlineOf, type Outline } from '../fingerprint/outline.js';
import type {
  Archive,
  Deposit,
  Holding,
  Outlined,
  Postings,
  Ranked,
  Receipt,
  SearchQuery,
  WeightedHash,
} from './archive.js';
import { addressOf } from './deposit.js';
import { facetsOf, type Facets } from './facets.js';
import { markOf } from './pack-outline.js';
import { byNewest, matches, SEARCH_LIMIT } from './search-query.js';

interface Entry {
  readonly holding: Holding;
  readonly facets: Facets;
  hashes: Float64Array;
  readonly outline: Outline;
}

interface Shelves {
  readonly entries: Map<number, Entry>;
  readonly byAddress: Map<string, number[]>;
  /** Hash → keys, ascending. */
  readonly lists: Map<number, number[]>;
  nextKey: number;
  scheme: string;
}

/** An archive that lives as long as the process: for loose files and small sets, and the oracle that the SQL archives are tested against. */
export function openMemoryArchive(): Archive {
  const shelves: Shelves = { entries: new Map(), byAddress: new Map(), lists: new Map(), nextKey: 1, scheme: '' };
  const { entries, byAddress, lists } = shelves;
  const held = (keys: readonly number[]): Holding[] => keys.flatMap((key) => entries.get(key)?.holding ?? []);
  // Promise.resolve().then: what is thrown has to come back as a rejection, as every engine's errors do.
  const later = <T>(work: () => T): Promise<T> => Promise.resolve().then(work);
  return {
    name: 'archive in memory',
    add: (batch) =>
      later(() => {
        const added = new Date().toISOString();
        return batch.map((deposit) => shelve(shelves, deposit, added));
      }),
    frequencies: (hashes, atMost = Infinity) =>
      later(() => Uint32Array.from(hashes, (hash) => Math.min(atMost, lists.get(hash)?.length ?? 0))),
    rank: (hashes, limit) => later(() => rankIn(lists, hashes, limit)),
    postings: (hashes) => later(() => postingsIn(lists, hashes)),
    holdings: (keys) => later(() => held(keys)),
    outlines: (keys) => later(() => keys.flatMap((key) => outlinedIn(entries, key) ?? [])),
    versions: (address) => later(() => held(byAddress.get(address) ?? [])),
    search: (query) => later(() => searchIn(entries, query)),
    count: () =>
      later(() => ({
        witnesses: entries.size,
        addresses: byAddress.size,
        postings: [...lists.values()].reduce((sum, list) => sum + list.length, 0),
      })),
    remove: (keys) => later(() => keys.filter((key) => unshelve(shelves, key)).length),
    verify: () => Promise.resolve([]),
    scan: () => scanOf(entries),
    scheme: () => Promise.resolve(shelves.scheme),
    claim: (scheme) =>
      later(() => {
        if (shelves.scheme === '') shelves.scheme = scheme;
      }),
    reindex: (scheme, hashesOf, onProgress) =>
      later(() => {
        lists.clear();
        for (const [key, entry] of entries) {
          entry.hashes = hashesOf(entry.holding.page);
          file(lists, entry.hashes, key);
        }
        shelves.scheme = scheme;
        onProgress?.(entries.size);
      }),
    close: () => Promise.resolve(),
  };
}

async function* scanOf(entries: ReadonlyMap<number, Entry>): AsyncIterable<Holding> {
  for (const { holding } of entries.values()) yield await Promise.resolve(holding);
}

function shelve(shelves: Shelves, { page, digest, hashes }: Deposit, added: string): Receipt {
  const address = addressOf(page, digest);
  const versions = shelves.byAddress.get(address) ?? [];
  const known = versions.find((key) => shelves.entries.get(key)?.holding.digest === digest);
  if (known !== undefined) return { key: known, outcome: 'known' };
  const key = shelves.nextKey++;
  const last = shelves.entries.get(versions.at(-1) ?? -1)?.holding.version ?? 0;
  const holding: Holding = { key, page, digest, address, version: last + 1, added };
  shelves.entries.set(key, { holding, hashes, facets: facetsOf(page), outline: outlineOf(page.source) });
  shelves.byAddress.set(address, [...versions, key]);
  file(shelves.lists, hashes, key);
  return { key, outcome: last === 0 ? 'added' : 'version' };
}

function file(lists: Map<number, number[]>, hashes: Float64Array, key: number): void {
  for (const hash of hashes) {
    const list = lists.get(hash);
    if (list === undefined) lists.set(hash, [key]);
    else list.push(key);
  }
}

function outlinedIn(entries: ReadonlyMap<number, Entry>, key: number): Outlined | undefined {
  const entry = entries.get(key);
  return entry && { key, mark: markOf(entry.holding.digest), words: entry.outline };
}

function unshelve(shelves: Shelves, key: number): boolean {
  const entry = shelves.entries.get(key);
  if (entry === undefined) return false;
  shelves.entries.delete(key);
  drop(shelves.byAddress, entry.holding.address, key);
  for (const hash of entry.hashes) drop(shelves.lists, hash, key);
  return true;
}

function drop<Name>(lists: Map<Name, number[]>, name: Name, key: number): void {
  const left = (lists.get(name) ?? []).filter((other) => other !== key);
  if (left.length === 0) lists.delete(name);
  else lists.set(name, left);
}

function rankIn(
  lists: ReadonlyMap<number, readonly number[]>,
  hashes: readonly WeightedHash[],
  limit: number,
): Ranked[] {
  const scores = new Map<number, number>();
  for (const { hash, weight } of hashes) {
    for (const key of lists.get(hash) ?? []) scores.set(key, (scores.get(key) ?? 0) + weight);
  }
  return [...scores]
    .map(([key, score]) => ({ key, score }))
    .sort(byScore)
    .slice(0, limit);
}

/** Score descending, then key ascending: the order of every engine. */
export function byScore(a: Ranked, b: Ranked): number {
  return b.score - a.score || a.key - b.key;
}

function postingsIn(lists: ReadonlyMap<number, readonly number[]>, hashes: Float64Array): Postings {
  const pairs = [...new Set(hashes)].flatMap((hash) => (lists.get(hash) ?? []).map((key) => ({ key, hash })));
  pairs.sort((a, b) => a.key - b.key || a.hash - b.hash);
  return { keys: Float64Array.from(pairs, (pair) => pair.key), hashes: Float64Array.from(pairs, (pair) => pair.hash) };
}

function searchIn(entries: ReadonlyMap<number, Entry>, query: SearchQuery): Holding[] {
  const found = [...entries.values()]
    .filter(({ facets }) => matches(facets, query))
    .sort((a, b) => byNewest(orderOf(a), orderOf(b)));
  const offset = query.offset ?? 0;
  return found.slice(offset, offset + (query.limit ?? SEARCH_LIMIT)).map((entry) => entry.holding);
}

function orderOf({ holding, facets }: Entry): { day: string; key: number } {
  return { day: facets.day, key: holding.key };
}
