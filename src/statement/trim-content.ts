import { PAD } from './attributes.js';
import { weekdayOf } from './calendar.js';
import type { Reading } from './reading.js';
import { PREPOSITION } from './salience.js';
import { hasVerb } from './subject-phrase.js';
import { withEnd, type Triple } from './triple.js';

/** Contents without what runs on after them and belongs to the frame, or to the next verb. */
export function trimContents(reading: Reading, all: readonly Triple[]): Triple[] {
  const triples = all.filter((triple, at) => !isSaidElsewhere(reading, triple, all.slice(Math.max(0, at - 2), at + 3)));
  return triples.map((triple, at) => {
    const near = triples.slice(Math.max(0, at - 2), at + 4);
    return withoutNextSentence(
      reading,
      withoutDay(reading, withoutOccasion(reading, withoutNextVerb(reading, triple, near))),
    );
  });
}

/** "Neighbours are pitching in. “That's what we do,” said Roe": a quotation is whose verb stands in its sentence. */
function isSaidElsewhere({ words: { sentence } }: Reading, triple: Triple, near: readonly Triple[]): boolean {
  const [said, more] = triple.content;
  if (said === undefined || more !== undefined || sentence[said.from] === sentence[triple.cue.from]) return false;
  return near.some(
    (other) =>
      other !== triple &&
      other.probability > triple.probability &&
      other.content.some((s) => s.from === said.from && s.to === said.to) &&
      sentence[other.cue.from] === sentence[said.to - 1],
  );
}

/** "said it was a sham and accused the cabinet of …": a second verb of the same speaker, with a statement of its own. */
function withoutNextVerb({ words: { forms }, quotes }: Reading, triple: Triple, near: readonly Triple[]): Triple {
  const last = triple.content.at(-1);
  const [who] = triple.source;
  if (last === undefined || who === undefined || last.from < triple.cue.to) return triple;
  const next = near.find(
    ({ cue, source: [other] }) =>
      cue.from > last.from + 1 &&
      cue.to <= last.to &&
      other?.from === who.from &&
      /^(?:and|but)$/u.test(forms[cue.from - 1] ?? '') &&
      (quotes.inside[cue.from] ?? 0) === 0,
  );
  if (next === undefined) return triple;
  const end = next.cue.from - 1;
  return withEnd(triple, forms[end - 1] === ',' ? end - 1 : end);
}

/** Words of "in a video address late on Tuesday" at most. */
const LONGEST_OCCASION = 9;
const OCCASION =
  /^(?:address|interview|statement|speech|post|message|video|briefing|conference|e-?mail|tweet|letter|broadcast|call|rally|hearing|note|release|appearance|debate|podcast|column|editorial)$/u;

/** "vowed to “answer every blow” in a video address late Tuesday": where and when, after the last quoted word. */
function withoutOccasion(reading: Reading, triple: Triple): Triple {
  const { forms } = reading.words;
  const last = triple.content.at(-1);
  if (last === undefined || last.from < triple.cue.to) return triple;
  const quotation = reading.quotes.quotations.findLast((q) => q.closed && q.to < last.to && q.from >= last.from);
  if (quotation === undefined || last.to - quotation.to > LONGEST_OCCASION) return triple;
  const tail = { from: quotation.to, to: last.to };
  const words = forms.slice(tail.from, tail.to);
  if (!/^(?:in|at|during|on|late|early)$/u.test(words[0] ?? '') || !words.some((form) => OCCASION.test(form)))
    return triple;
  const tells = words.some(
    (form, i) => !OCCASION.test(form) && hasVerb(reading, { from: tail.from + i, to: tail.from + i + 1 }),
  );
  return tells ? triple : withEnd(triple, tail.from);
}

/** "declined to comment Thursday", "tweeted her support on Wednesday evening": the day goes with the verb where what is said has none. */
function withoutDay(reading: Reading, triple: Triple): Triple {
  const { forms } = reading.words;
  const last = triple.content.at(-1);
  if (last === undefined || triple.content.length > 1 || last.from < triple.cue.to) return triple;
  let to = last.to;
  if (/^(?:morning|afternoon|evening|night)$/u.test(forms[to - 1] ?? '')) to--;
  if (weekdayOf(forms[to - 1] ?? '') === undefined) return triple;
  to--;
  while (/^(?:on|late|early)$/u.test(forms[to - 1] ?? '')) to--;
  const kept = { from: last.from, to };
  const mute = forms.slice(kept.from, kept.to).join(' ') === 'to comment';
  return to > kept.from && (mute || !hasVerb(reading, kept)) && !PREPOSITION.has(forms[to - 1] ?? '')
    ? withEnd(triple, to)
    : triple;
}

/** "he said: “No.” He was asked about the money": a quotation that ends its sentence ends what was said. */
function withoutNextSentence({ words: { forms }, quotes, attributes: { shape } }: Reading, triple: Triple): Triple {
  const last = triple.content.at(-1);
  if (last === undefined || last.from < triple.cue.to) return triple;
  const quotation = quotes.quotations[(quotes.inside[last.from] ?? 0) - 1];
  if (quotation?.from !== last.from || !quotation.closed || quotation.to >= last.to) return triple;
  const ends = /[.?!]$/u.test(forms[quotation.to - 2] ?? '') && (shape[quotation.to + PAD] ?? 0) === 2;
  return ends && (quotes.inside[quotation.to] ?? 0) === 0 ? withEnd(triple, quotation.to) : triple;
}
