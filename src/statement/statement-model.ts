import type { WordEntry } from './attributes.js';
import type { Crf } from './crf.js';

/** What `train/statement.ts` learned: word classes and the models (parts of speech, cues, spans, the judge of the three together). */
export interface StatementModel {
  readonly words: ReadonlyMap<string, WordEntry>;
  readonly tags: Crf;
  readonly cues: Crf;
  readonly spans: Crf;
  readonly judge: Crf;
}
