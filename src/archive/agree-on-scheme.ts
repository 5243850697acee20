import { StemmaError } from '../error.js';
import { schemeOf } from '../fingerprint/scheme.js';
import type { Lexicon } from '../witness/lexicon.js';
import type { Archive } from './archive.js';

/** Archives that were asked already, with the scheme that they agreed on. */
const agreed = new WeakMap<Archive, string>();

/**
 * Sees to it that an archive's fingerprints and ours are made alike; an archive where nobody has said takes ours. Throws
 * `schema-mismatch` where they differ: nothing, or something wrong, would be found.
 */
export async function agreeOnScheme(archive: Archive, lexicon: Lexicon): Promise<void> {
  const own = schemeOf(lexicon);
  if (agreed.get(archive) === own) return;
  const held = await archive.scheme();
  if (held === '') await archive.claim(own);
  else if (held !== own) {
    throw new StemmaError(
      'schema-mismatch',
      `The ${archive.name} has fingerprints of another version of Stemma: run stemma archive migrate to make them anew.`,
    );
  }
  agreed.set(archive, own);
}
