import { PAD } from './attributes.js';
import type { Quotation } from './quotes.js';
import type { Reading } from './reading.js';
import { hasVerb, isVerb } from './subject-phrase.js';
import type { Triple } from './triple.js';
import type { Stretch } from './words.js';

/** Words of a quotation that somebody must have said, with its marks, and of who says it, at most. */
const SHORTEST_QUOTATION = 5;
const LONGEST_SPEAKER = 8;
/** As sure as the judge must be of others. */
const CHANCE = 0.5;

/**
 * Quotations that no cue was found for and that the sentence gives to somebody all the same: "“…,” the friend shares.",
 * "“…,” quips Roe.". The cue model knows the verbs of American reports on politics; what stands around the marks says
 * the same whatever the verb.
 */
export function withQuoteFrames(reading: Reading, triples: readonly Triple[]): Triple[] {
  const said = new Uint8Array(reading.words.length);
  for (const { content } of triples) for (const s of content) said.fill(1, s.from, s.to);
  const found: Triple[] = [];
  for (const quotation of reading.quotes.quotations) {
    if (quotation.to - quotation.from < SHORTEST_QUOTATION || said.subarray(quotation.from, quotation.to).includes(1))
      continue;
    const frame = endsInComma(reading, quotation) ? frameAfter(reading, quotation) : undefined;
    if (frame === undefined || triples.some(({ cue }) => cue.from < frame.cue.to && frame.cue.from < cue.to)) continue;
    found.push({ ...frame, content: [{ from: quotation.from, to: quotation.to }], probability: CHANCE });
  }
  return found.length === 0 ? [...triples] : [...triples, ...found].sort((a, b) => a.cue.from - b.cue.from);
}

/** "…,” or “…!” and then on in the same sentence. */
function endsInComma({ words: { forms } }: Reading, { to, closed }: Quotation): boolean {
  return closed && (/^[,?!—–]$/u.test(forms[to - 2] ?? '') || forms[to] === ',');
}

type Frame = Pick<Triple, 'cue' | 'source'>;

function frameAfter(reading: Reading, { to }: Quotation): Frame | undefined {
  const { words } = reading;
  const from = words.forms[to] === ',' ? to + 1 : to;
  if (words.paragraph[from] !== words.paragraph[to - 1]) return undefined;
  return isVerb(reading, from) ? turned(reading, from) : straight(reading, from);
}

/** "the friend shares.": a short phrase, a verb, and then a mark or what goes with the verb. */
function straight(reading: Reading, from: number): Frame | undefined {
  const { forms } = reading.words;
  let at = from;
  while (at < from + LONGEST_SPEAKER && !tells(reading, at) && !/^(?:[.;:!?"“”—–]|and|but)$/u.test(forms[at] ?? '.'))
    at++;
  if (at === from || !tells(reading, at) || !isFinite(forms[at] ?? '')) return undefined;
  const source = { from, to: forms[at - 1] === ',' ? at - 1 : at };
  if (hasVerb(reading, source) || !isSpeaker(reading, source)) return undefined;
  return ENDS.test(forms[at + 1] ?? '.') ? { cue: { from: at, to: at + 1 }, source: [source] } : undefined;
}

/** A verb, or a form that can be one and closes the sentence: "the friend shares.". */
function tells(reading: Reading, at: number): boolean {
  const { forms } = reading.words;
  return isVerb(reading, at) || (SPEAKING.test(forms[at] ?? '') && /^[.,;:]$/u.test(forms[at + 1] ?? '.'));
}

const SPEAKING =
  /^(?:shares|dishes|reveals|gushes|raves|spills|jokes|quips|laughs|smiles|shrugs|sighs|recalls|notes|explains|warns|insists|claims|fumes|rants|muses|offers|reasons|remarks|comments|reports|writes|moans|quotes|states|remembers)$/u;

/** "quips Roe, a neuroscientist.". */
function turned(reading: Reading, at: number): Frame | undefined {
  const { forms } = reading.words;
  let to = at + 1;
  while (to < at + 1 + LONGEST_SPEAKER && !/^(?:[.,;:!?"“”—–]|who|of|in|at|on|after|as)$/u.test(forms[to] ?? '.')) to++;
  const source = { from: at + 1, to };
  if (!isFinite(forms[at] ?? '') || to === at + 1 || hasVerb(reading, source) || !isSpeaker(reading, source))
    return undefined;
  return { cue: { from: at, to: at + 1 }, source: [source] };
}

/** A pronoun, a name, or a phrase with an article. */
function isSpeaker({ words: { forms }, attributes: { shape } }: Reading, { from }: Stretch): boolean {
  if (/^(?:he|she|they|the|a|an|one|another|his|her|its|their)$/u.test(forms[from] ?? '')) return true;
  return (shape[from + PAD] ?? 0) === 2 || (shape[from + PAD] ?? 0) === 3;
}

/** A verb in the present or the past, and not "is". */
function isFinite(form: string): boolean {
  return /(?:s|ed|id|ote|old|oke|ook|ang|ought)$/u.test(form) && !/^(?:is|was|does|has)$/u.test(form);
}

/** What follows the verb where the quotation is what it tells. */
const ENDS =
  /^(?:[.,;:]|in|on|at|to|of|about|during|after|when|while|as|with|from|via|last|this|yesterday|today|exclusively)$/u;
