import { PAD } from './attributes.js';
import type { Reading } from './reading.js';
import { TAGS, tagsOf } from './tag-features.js';
import type { Stretch } from './words.js';

const NOUNS = tagsOf('NOUN', 'PROPN', 'PRON');
const VERB = TAGS.indexOf('VERB') + 1;
/** Words of "on the sidelines of a conference in the capital on Monday" at most. */
const LONGEST_OCCASION = 12;

/** "Roe said at a news conference that": where the clause begins that a verb reports after an occasion; undefined without one. */
export function clauseAfterOccasion(
  { words: { forms }, attributes: { tag } }: Reading,
  after: number,
): number | undefined {
  if (
    !/^(?:at|in|during|on|late|early|after|from|through|via|by|to|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/u.test(
      forms[after] ?? '',
    )
  )
    return undefined;
  for (let i = after + 1; i < after + LONGEST_OCCASION; i++) {
    if (forms[i] === 'that') return i;
    if (/^(?:[,.;:?!()"“”—–]|''|who|which|and)$/u.test(forms[i] ?? '.') || tag[i + PAD] === VERB) return undefined;
  }
  return undefined;
}

/** "said at a news conference that": verbs of saying that the cue model misses for what stands between them and the clause. */
export function occasionCues(reading: Reading): Stretch[] {
  const { forms } = reading.words;
  const found: Stretch[] = [];
  for (let i = 1; i < forms.length - 2; i++) {
    if (!/^(?:said|says)$/u.test(forms[i] ?? '') || (reading.quotes.inside[i] ?? 0) > 0) continue;
    if (!NOUNS.includes(reading.attributes.tag[i - 1 + PAD] ?? 0)) continue;
    if (clauseAfterOccasion(reading, i + 1) !== undefined) found.push({ from: i, to: i + 1 });
  }
  return found;
}
