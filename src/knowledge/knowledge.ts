import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { RelationModel } from '../collation/judge-relation.js';
import { readSpinModel, type SpinModel } from '../spin/spin-model.js';
import type { StatementModel } from '../statement/statement-model.js';
import type { Lexicon } from '../witness/lexicon.js';
import { readLexicon } from './read-lexicon.js';
import { readStatementModel } from './read-statement-model.js';

/**
 * What Stemma knows of a language and of texts: lexicon and models, each read from `data/` when first asked for.
 * The memo belongs to the value: two callers share one by sharing the `Knowledge`.
 */
export interface Knowledge {
  readonly lexicon: Lexicon;
  /** Who is reported to have said what: word classes, cue and span models. */
  readonly statementModel: StatementModel;
  readonly relationModel: RelationModel;
  /** Collocations and substitutes: is this wording a person's? */
  readonly spinModel: SpinModel;
}

/** Opens the knowledge of English that ships with the package. Cheap: nothing is read before it's needed. */
export function openKnowledge(): Knowledge {
  return {
    get statementModel() {
      return remember(this, 'statementModel', readStatementModel(readData('statement-model.bin.gz')));
    },
    get lexicon() {
      return remember(
        this,
        'lexicon',
        readLexicon(readData('lexicon.tsv.gz'), () => readData('expressions.txt.gz')),
      );
    },
    get spinModel() {
      return remember(this, 'spinModel', readSpinModel(readData('spin-model.bin.gz')));
    },
    get relationModel() {
      return remember(this, 'relationModel', JSON.parse(readData('relation.json').toString('utf8')) as RelationModel);
    },
  };
}

/** Replaces a getter by its value, so that it is computed once. */
function remember<T>(owner: object, name: string, value: T): T {
  Object.defineProperty(owner, name, { value, enumerable: true });
  return value;
}

/** A file of `data/`, unpacked where its name ends in `.gz`. */
export function readData(name: string): Buffer {
  const bytes = readFileSync(new URL(`../../data/${name}`, import.meta.url));
  return name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}
