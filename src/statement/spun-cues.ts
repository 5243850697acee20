import { PAD } from './attributes.js';
import type { Reading } from './reading.js';
import { tagsOf } from './tag-features.js';
import type { Stretch } from './words.js';

/**
 * What thesauri make of "said" and "told": "the minister mentioned the vote was close", "it talked about it had found a
 * fault", "Roe informed analysts that". A clause that follows them says that they report somebody, though no reporter writes so.
 */
const SAID =
  /^(?:mentioned|mentions|stated|states|noted|notes|claimed|claims|alleged|averred|aver|avers|avowed|acknowledged|declared|articulated|verbali[sz]ed|enounced|expressed|referred|remarked|documented|aforementioned)$/u;
const SPOKE = /^(?:talked|chatted|spoke|talks|chats|speaks)$/u;
const INFORMED = /^(?:informed|informs|advised|advises|appri[sz]ed|notified|instructed|knowledgeable)$/u;
/** Words of whom somebody informs, and of the subject of what is said, at most. */
const LONGEST_HEARER = 6;
const LONGEST_SUBJECT = 6;

const NOMINAL = tagsOf('DET', 'NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ');
const OPENERS = tagsOf('DET', 'PRON', 'PROPN', 'NUM');
const [VERB = 0, AUX = 0] = tagsOf('VERB', 'AUX');

/** Where such a verb at a word ends, and where what was said begins; undefined where no clause follows. */
export function spunCue(reading: Reading, at: number): { cue: Stretch; clause: number } | undefined {
  const { forms } = reading.words;
  const form = forms[at] ?? '';
  if (INFORMED.test(form)) {
    const that = at + 2 + forms.slice(at + 2, at + 2 + LONGEST_HEARER).indexOf('that');
    return that >= at + 2 && isNominal(reading, { from: at + 1, to: that })
      ? { cue: { from: at, to: at + 1 }, clause: that }
      : undefined;
  }
  const to = SPOKE.test(form) && forms[at + 1] === 'about' ? at + 2 : at + 1;
  if (to === at + 1 && !SAID.test(form)) return undefined;
  const opens = (to === at + 1 && forms[to] === 'that') || opensClause(reading, to);
  return opens ? { cue: { from: at, to }, clause: to } : undefined;
}

/** A subject and right after it its verb: "the vote was". */
function opensClause(reading: Reading, at: number): boolean {
  const { tag } = reading.attributes;
  if (!OPENERS.includes(tag[at + PAD] ?? 0)) return false;
  let i = at;
  while (i < at + LONGEST_SUBJECT && NOMINAL.includes(tag[i + PAD] ?? 0)) i++;
  if (i === at || /ing$/u.test(reading.words.forms[i] ?? '')) return false;
  return tag[i + PAD] === AUX || (tag[i + PAD] === VERB && !/^(?:by|to)$/u.test(reading.words.forms[i + 1] ?? ''));
}

function isNominal({ attributes: { tag } }: Reading, { from, to }: Stretch): boolean {
  return to > from && [...tag.subarray(from + PAD, to + PAD)].every((t) => NOMINAL.includes(t));
}
