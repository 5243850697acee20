import type { Archive } from './archive/archive.js';
import { fingerprint } from './fingerprint/fingerprint.js';
import { schemeOf } from './fingerprint/scheme.js';
import type { Knowledge } from './knowledge/knowledge.js';
import type { Page } from './page/page.js';
import { toWitness } from './witness/to-witness.js';

/**
 * Makes an archive's fingerprints anew where they were made with another scheme than ours. May be cut off at any moment and
 * called again. `onProgress` hears now and then how many pages are done.
 */
export async function refingerprint(
  archive: Archive,
  { lexicon }: Knowledge,
  onProgress?: (done: number) => void,
): Promise<void> {
  const scheme = schemeOf(lexicon);
  const held = await archive.scheme();
  if (held === scheme) return;
  const hashesOf = (page: Page): Float64Array => fingerprint(toWitness(page, lexicon), lexicon).hashes;
  const { witnesses } = await archive.count();
  if (held === '' && witnesses === 0) return;
  await archive.reindex(scheme, hashesOf, onProgress);
}
