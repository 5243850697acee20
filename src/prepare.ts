import type { Deposit } from './archive/archive.js';
import { depositOf } from './archive/deposit.js';
import { StemmaError } from './error.js';
import { fingerprint } from './fingerprint/fingerprint.js';
import { refusalOf, type Unreadable } from './intake/incoming.js';
import type { Knowledge } from './knowledge/knowledge.js';
import type { RawPage } from './page/raw-page.js';
import { readPage } from './page/read-page.js';
import { toWitness } from './witness/to-witness.js';

/** A page that is ready for the archive, or why it can't be read. */
export type Prepared = Deposit | Unreadable;

/** Stages 1 to 3: a page, its words, its fingerprints. What can't be read is said under the page's name, or the one given. */
export function prepare(raw: RawPage, knowledge: Knowledge, name: string): Prepared {
  try {
    const page = readPage(raw);
    return depositOf(page, fingerprint(toWitness(page, knowledge.lexicon), knowledge.lexicon).hashes);
  } catch (error) {
    if (!(error instanceof StemmaError)) throw error;
    return refusalOf(error, raw, name);
  }
}
