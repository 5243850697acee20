import { weekdayOf } from './calendar.js';
import type { Reading } from './reading.js';
import { hasVerb } from './subject-phrase.js';
import type { Triple } from './triple.js';
import type { Stretch } from './words.js';

/** Contents without what runs on after them and belongs to the frame, or to the next verb. */
export function trimContents(reading: Reading, triples: readonly Triple[]): Triple[] {
  return triples.map((triple, at) => {
    const near = triples.slice(Math.max(0, at - 2), at + 4);
    return withoutNextSentence(
      reading,
      withoutDay(reading, withoutOccasion(reading, withoutNextVerb(reading, triple, near))),
    );
  });
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

/** "declined to comment Thursday": the day on which nothing was said. */
function withoutDay({ words: { forms } }: Reading, triple: Triple): Triple {
  const last = triple.content.at(-1);
  if (last === undefined || triple.content.length > 1 || last.from < triple.cue.to) return triple;
  if (!/^(?:declined|declines|refused)$/u.test(forms[triple.cue.to - 1] ?? '')) return triple;
  if (
    weekdayOf(forms[last.to - 1] ?? '') === undefined ||
    forms.slice(last.from, last.from + 2).join(' ') !== 'to comment'
  )
    return triple;
  return withEnd(triple, forms[last.to - 2] === 'on' ? last.to - 2 : last.to - 1);
}

/** "he said: “No.” He was asked about the money": a quotation that ends its sentence ends what was said. */
function withoutNextSentence({ words: { forms, sentence }, quotes }: Reading, triple: Triple): Triple {
  const last = triple.content.at(-1);
  if (last === undefined || last.from < triple.cue.to) return triple;
  const quotation = quotes.quotations[(quotes.inside[last.from] ?? 0) - 1];
  if (quotation?.from !== last.from || !quotation.closed || quotation.to >= last.to) return triple;
  const ends = /^[.?!]$/u.test(forms[quotation.to - 2] ?? '') && sentence[quotation.to] !== sentence[quotation.to - 1];
  return ends && (quotes.inside[quotation.to] ?? 0) === 0 ? withEnd(triple, quotation.to) : triple;
}

function withEnd(triple: Triple, to: number): Triple {
  const last = triple.content.at(-1);
  if (last === undefined || to <= last.from) return triple;
  const cut: Stretch = { from: last.from, to };
  return { ...triple, content: [...triple.content.slice(0, -1), cut] };
}
