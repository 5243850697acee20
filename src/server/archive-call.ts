import { z } from '@hono/zod-openapi';
import type { Archive, Deposit, Postings, SearchQuery } from '../archive/archive.js';
import type { Page } from '../page/page.js';

/**
 * The archive's interface over HTTP: one POST a method, arguments and answer as JSON. Columns of numbers travel as arrays
 * (hashes are below 2^52 and exact in JSON). `src/archive/http.ts` is the other end.
 */
const hash = z
  .number()
  .int()
  .min(0)
  .max(2 ** 52);
const hashes = z.array(hash).max(1_000_000);
const keys = z.array(z.number().int().min(0)).max(100_000);

const page = z.looseObject({
  id: z.string().optional(),
  url: z.string().optional(),
  title: z.string().optional(),
  outlet: z.string().optional(),
  published: z.string().optional(),
  byline: z.array(z.string()),
  parts: z.array(z.looseObject({ kind: z.string(), text: z.string() })),
  text: z.string(),
  source: z.string(),
  claims: z.array(z.looseObject({ field: z.string(), value: z.string(), from: z.string() })),
  notes: z.array(z.string()),
});
const deposit = z.object({ page, digest: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'), hashes });
const searchArgument = z.object({
  words: z.string().optional(),
  outlet: z.string().optional(),
  agency: z.string().optional(),
  since: z.string().optional(),
  until: z.string().optional(),
  offset: z.number().int().min(0).optional(),
  limit: z.number().int().min(0).max(10_000).optional(),
});

/** The arguments of each method, by name. `scan` has an address of its own: it streams. */
export const ARCHIVE_CALLS = {
  add: z.object({ batch: z.array(deposit).max(5000) }),
  frequencies: z.object({ hashes, atMost: z.number().int().min(0).optional() }),
  rank: z.object({
    hashes: z.array(z.object({ hash, weight: z.number().int() })).max(1_000_000),
    limit: z.number().int().min(0).max(100_000),
  }),
  postings: z.object({ hashes }),
  holdings: z.object({ keys }),
  outlines: z.object({ keys }),
  versions: z.object({ address: z.string().max(10_000) }),
  search: z.object({ query: searchArgument }),
  count: z.object({}),
  remove: z.object({ keys }),
  verify: z.object({}),
  scheme: z.object({}),
  claim: z.object({ scheme: z.string().max(200) }),
} as const;

export type ArchiveMethod = keyof typeof ARCHIVE_CALLS;

/** Calls a method with arguments as JSON brought them; what comes back is plain JSON. Throws a `ZodError` for wrong arguments. */
export async function callArchive(archive: Archive, method: ArchiveMethod, sent: unknown): Promise<unknown> {
  switch (method) {
    case 'add': {
      const { batch } = ARCHIVE_CALLS.add.parse(sent);
      return archive.add(
        batch.map((each): Deposit => ({
          ...each,
          page: each.page as unknown as Page,
          hashes: Float64Array.from(each.hashes),
        })),
      );
    }
    case 'frequencies': {
      const { hashes: asked, atMost } = ARCHIVE_CALLS.frequencies.parse(sent);
      return [...(await archive.frequencies(Float64Array.from(asked), atMost))];
    }
    case 'rank': {
      const { hashes: weighted, limit } = ARCHIVE_CALLS.rank.parse(sent);
      return archive.rank(weighted, limit);
    }
    case 'postings':
      return plain(await archive.postings(Float64Array.from(ARCHIVE_CALLS.postings.parse(sent).hashes)));
    case 'holdings':
      return archive.holdings(ARCHIVE_CALLS.holdings.parse(sent).keys);
    case 'outlines': {
      const found = await archive.outlines(ARCHIVE_CALLS.outlines.parse(sent).keys);
      return found.map((one) => ({ ...one, words: [...one.words] }));
    }
    case 'versions':
      return archive.versions(ARCHIVE_CALLS.versions.parse(sent).address);
    case 'search':
      return archive.search(ARCHIVE_CALLS.search.parse(sent).query as SearchQuery);
    case 'count':
      ARCHIVE_CALLS.count.parse(sent);
      return archive.count();
    case 'remove':
      return archive.remove(ARCHIVE_CALLS.remove.parse(sent).keys);
    case 'verify':
      ARCHIVE_CALLS.verify.parse(sent);
      return archive.verify();
    case 'scheme':
      ARCHIVE_CALLS.scheme.parse(sent);
      return archive.scheme();
    case 'claim':
      await archive.claim(ARCHIVE_CALLS.claim.parse(sent).scheme);
      return null;
  }
}

function plain({ keys: found, hashes: held }: Postings): object {
  return { keys: [...found], hashes: [...held] };
}
