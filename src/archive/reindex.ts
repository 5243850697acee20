import type { Page } from '../page/page.js';
import { unpackPage } from './pack-page.js';
import { indexOf } from './plan-batch.js';
import type { ArchiveTransaction } from './schema.js';
import { SLICE } from './slices.js';
import { HALF_MADE, type SqlWriter } from './sql-writer.js';

/** With what fingerprints are made anew. */
export interface Reindexing {
  readonly scheme: string;
  readonly hashesOf: (page: Page) => Float64Array;
  readonly onProgress?: (done: number) => void;
}

/**
 * Makes all postings and outlines anew, a slice of witnesses a transaction: the tally's row says how far it has come, so that a cut
 * one is gone on with.
 */
export async function reindex(writer: SqlWriter, reindexing: Reindexing): Promise<void> {
  await inTurn(writer, (trx) => begin(writer, trx, HALF_MADE + reindexing.scheme));
  for (let done = 0; ;) {
    const more = await inTurn(writer, (trx) => step(writer, trx, reindexing));
    if (more === 0) return;
    done += more;
    reindexing.onProgress?.(done);
  }
}

function inTurn<T>(writer: SqlWriter, work: (trx: ArchiveTransaction) => Promise<T>): Promise<T> {
  return writer.db.transaction().execute(async (trx) => {
    await writer.lock(trx);
    return work(trx);
  });
}

async function begin(writer: SqlWriter, trx: ArchiveTransaction, pending: string): Promise<void> {
  const { scheme } = await trx.selectFrom('tally').select('scheme').executeTakeFirstOrThrow();
  if (scheme === pending) return;
  await writer.clearIndex(trx);
  await trx.updateTable('tally').set({ scheme: pending, reindexed: 0, postings: 0 }).execute();
}

/** Resolves to the number of witnesses done; 0 at the end, where the scheme counts. */
async function step(writer: SqlWriter, trx: ArchiveTransaction, { scheme, hashesOf }: Reindexing): Promise<number> {
  const { reindexed } = await trx.selectFrom('tally').select('reindexed').executeTakeFirstOrThrow();
  const columns = ['key', 'page', 'digest'] as const;
  const next = trx.selectFrom('holding').select(columns).where('key', '>', reindexed).orderBy('key').limit(SLICE);
  const rows = (await next.execute()).map(({ key, page: bytes, digest }) => {
    const page = unpackPage(bytes);
    return indexOf(key, digest.toString('hex'), page, hashesOf(page));
  });
  const last = rows.at(-1)?.outline.key;
  if (last === undefined) {
    await trx.updateTable('tally').set({ scheme }).execute();
    return 0;
  }
  await writer.index(trx, rows);
  const postings = rows.reduce((sum, { hashes }) => sum + hashes.length, 0);
  await trx
    .updateTable('tally')
    .set((eb) => ({ reindexed: last, postings: eb('postings', '+', postings) }))
    .execute();
  return rows.length;
}
