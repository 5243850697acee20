import type { Cast } from './cast.js';
import type { DatePhrase } from './date-phrases.js';
import type { SpanSearch } from './find-triples.js';
import type { Reading } from './reading.js';
import type { Triple } from './triple.js';

/** What the chains are followed in. */
export interface Telling {
  readonly reading: Reading;
  readonly cast: Cast;
  /** The page's own outlet, lower case. */
  readonly own: string | undefined;
  /** The page's day, ISO 8601. */
  readonly today: string | undefined;
  /** All times that the page names. */
  readonly times: readonly DatePhrase[];
  readonly search: SpanSearch;
  /** Candidates that the judge doubts, in order of their cues. */
  readonly doubtful: readonly Triple[];
}
