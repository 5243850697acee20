import type Database from 'better-sqlite3';
import { allBlocks, BLOCK, layersOf, unpackBlocks, type BlockRow } from './sqlite-posting-layers.js';

/** What is wrong with the postings of an embedded archive; nothing where they are sound. */
export function verifyPostings(database: Database.Database): string[] {
  const findings: string[] = [];
  const layers = layersOf(database);
  const fresh = database.prepare<[], number>('select count(*) from posting').pluck().get() ?? 0;
  const orphans =
    database
      .prepare<[], number>('select count(*) from posting where article not in (select key from holding)')
      .pluck()
      .get() ?? 0;
  if (orphans > 0) findings.push(`${orphans} postings belong to no witness.`);
  let [packed, damaged] = [0, 0];
  const held = new Set(database.prepare<[], number>('select key from holding').pluck().all());
  for (const block of allBlocks(database)) {
    const { hashes, articles } = unpackBlocks([block]);
    packed += hashes.length;
    if (!fits(block, hashes) || articles.some((article) => !held.has(article))) damaged++;
  }
  if (damaged > 0)
    findings.push(`${damaged} blocks of postings contradict their place or name witnesses that aren’t there.`);
  if (fresh !== layers.fresh || packed !== layers.packed) {
    findings.push(`${fresh} + ${packed} postings are stored where ${layers.fresh} + ${layers.packed} were counted.`);
  }
  return findings;
}

function fits({ fingerprint, entries }: BlockRow, hashes: Float64Array): boolean {
  if (hashes[0] !== fingerprint || hashes.length !== entries) return false;
  return entries <= BLOCK || hashes.at(-1) === fingerprint;
}
