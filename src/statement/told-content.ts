import { PAD } from './attributes.js';
import type { Reading } from './reading.js';
import { tagsOf } from './tag-features.js';
import type { Stretch } from './words.js';

/** Words between "told" and what was told at most. */
const LONGEST_HEARER = 16;
const NOUNS = tagsOf('NOUN', 'PROPN');
const OPENERS = tagsOf('DET', 'PRON', 'PROPN', 'NUM');

/** "told Interfax, which is run by the state, that …", "told his cabinet the war was over": what follows the hearer. */
export function toldContent(reading: Reading, cue: Stretch, end: number): Stretch[] {
  const { forms } = reading.words;
  const { tag } = reading.attributes;
  if (!/^(?:told|tells|telling)$/u.test(forms[cue.to - 1] ?? '')) return [];
  for (let i = cue.to + 1; i < Math.min(end - 1, cue.to + LONGEST_HEARER); i++) {
    const hearerEnds = NOUNS.includes(tag[i - 1 + PAD] ?? 0) && OPENERS.includes(tag[i + PAD] ?? 0);
    if (forms[i] === 'that' || (hearerEnds && forms[i] !== 'which')) return [{ from: i, to: end }];
  }
  return [];
}
