import type { Lexicon } from '../witness/lexicon.js';
import type { Witness } from '../witness/witness.js';
import { findSuspects } from './find-suspects.js';
import type { Inspection } from './inspection.js';
import { judgePage } from './judge-page.js';
import { machineMarks } from './machine-marks.js';
import { restoreText } from './restore-text.js';
import { searchQueries } from './search-queries.js';
import type { SpinModel } from './spin-model.js';
import { suspectSpans } from './suspect-spans.js';

/** What `inspect` needs to know. */
export interface InspectOptions {
  readonly lexicon: Lexicon;
  readonly model: SpinModel;
}

/**
 * Is this wording a person's, and what stood there before? Works without the original.
 *
 * Idea: a machine that swaps words for synonyms breaks collocations. Each word type is held against counts of edited
 * English: do its neighbours know it, and would they know something better that it may be a substitute of? A small
 * network turns that into a probability for each word; shares of suspect word types give the page's.
 * Sources: contextual checks of odd words after Hirst and Budanitsky (2005); tortured phrases after Cabanac, Labbé and
 * Magazinov (2021). Cost: linear in words; about 15 originals × 7 look-ups each.
 *
 * `spans` holds the words to show, the most probable first; on a page that is not spun few or none are left.
 */
export function inspect(witness: Witness, { lexicon, model }: InspectOptions): Inspection {
  const { stream, suspects } = findSuspects(witness, { lexicon, model });
  const { spun, words } = judgePage(suspects, model.weights);
  const judged = suspects.map((suspect, i) => ({ suspect, probability: words[i] ?? 0 }));
  const all = suspectSpans(witness, stream, judged, model);
  const spans = all.filter((span) => span.probability >= SHOWN);
  const marks = machineMarks(witness, judged, spun, model);
  return { spun, ...marks, spans, restored: restoreText(witness.text, spans), queries: searchQueries(witness, all, model) };
}

/** A word is shown from this probability on. */
const SHOWN = 0.5;
