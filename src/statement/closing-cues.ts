import { PAD } from './attributes.js';
import { weekdayOf } from './calendar.js';
import type { Reading } from './reading.js';
import { tagsOf } from './tag-features.js';
import type { Stretch } from './words.js';

/** Words from the comma to the verb in ", the state news agency Norinform reported", and after the verb, at most. */
const LONGEST_SPEAKER = 10;
const LONGEST_REST = 8;
/** Words of what was said at least. */
const SHORTEST_CLAUSE = 4;

const NOUNS = tagsOf('NOUN', 'PROPN', 'PRON');

/**
 * Verbs that end a sentence with who said it, as agencies write: "…, the ministry said.", "…, Norinform reported on Sunday."
 * The cue model, which learned from political reports, misses some where what was said holds a verb that it knows better.
 */
export function closingCues(reading: Reading): Stretch[] {
  const { words, attributes, quotes } = reading;
  const { forms } = words;
  const found: Stretch[] = [];
  for (const { from, to } of words.sentences) {
    for (let i = Math.max(from + SHORTEST_CLAUSE + 2, to - LONGEST_REST - 1); i < to; i++) {
      const to = /^(?:talked|chatted|spoke)$/u.test(forms[i] ?? '') && forms[i + 1] === 'about' ? i + 2 : i + 1;
      if ((to === i + 1 && !CLOSING.test(forms[i] ?? '')) || (quotes.inside[i] ?? 0) > 0) continue;
      if (!NOUNS.includes(attributes.tag[i - 1 + PAD] ?? 0) || !endsReport(forms, to)) continue;
      const comma = forms.lastIndexOf(',', i);
      if (i - comma <= LONGEST_SPEAKER && comma - from >= SHORTEST_CLAUSE) found.push({ from: i, to });
    }
  }
  return found;
}

/** Also what thesauri make of "said". */
const CLOSING =
  /^(?:said|says|reported|reports|stated|states|mentioned|mentions|noted|notes|claimed|claims|alleged|averred|acknowledged|verbali[sz]ed|articulated)$/u;

function endsReport(forms: readonly string[], after: number): boolean {
  const form = forms[after] ?? '.';
  if (form === '.' || form === ',' || weekdayOf(form) !== undefined) return true;
  return /^(?:on|late|early|in|via)$/u.test(form);
}
