import { PAD } from './attributes.js';
import type { Triple } from './triple.js';
import type { Quotation } from './quotes.js';
import type { Reading } from './reading.js';
import type { Stretch } from './words.js';

/**
 * Quotations that go on after their cue or run over paragraphs, by rule: where a paragraph leaves its quotation open and the next opens with a
 * mark, the quotation goes on; where "she said:" ends a paragraph, the quoted paragraph after it is what she said.
 */
export function joinParagraphs(reading: Reading, triples: readonly Triple[]): Triple[] {
  const { quotations } = reading.quotes;
  const said = new Uint8Array(reading.words.length);
  for (const triple of triples) for (const s of triple.content) said.fill(1, s.from, s.to);
  const taken = (q: Quotation) => said.subarray(q.from, q.to).includes(1);
  const opening = new Map(quotations.map((q) => [q.from, q]));
  return triples
    .map((triple) => {
      const content = withNextQuotation(reading, triple, taken);
      const rest = restOfQuotation(reading, triple, opening);
      if (rest !== undefined && !taken(rest)) content.push({ from: rest.from, to: rest.to });
      for (let q = owned(reading, content); q !== undefined;) {
        const next = quotations[q + 1];
        const open = quotations[q]?.closed === false && next?.continues === true;
        if (!open || next === undefined || taken(next)) break;
        content.push({ from: next.from, to: next.to });
        q++;
      }
      if (content.length > 0) return { ...triple, content };
      const announced = announcedQuotation(reading, triple.cue, opening);
      return announced === undefined || taken(announced)
        ? triple
        : { ...triple, content: [{ from: announced.from, to: announced.to }] };
    })
    .filter((triple) => triple.content.length > 0);
}

/** Words between two quotations that one verb tells of at most. */
const BETWEEN_QUOTATIONS = 5;

/** "that they had “not come to be seen” but to finish “a quarrel”": what goes on to another quotation. */
function withNextQuotation(
  { words: { forms, sentence }, quotes, attributes }: Reading,
  { cue, content }: Triple,
  taken: (q: Quotation) => boolean,
): Stretch[] {
  const last = content.at(-1);
  const at = last === undefined ? undefined : (quotes.inside[last.to - 1] ?? 0);
  if (last === undefined || at === undefined || at === 0 || last.from < cue.to) return [...content];
  const next = quotes.quotations[at];
  if (next === undefined || quotes.quotations[at - 1]?.to !== last.to || taken(next)) return [...content];
  const between = forms.slice(last.to, next.from);
  const goesOn =
    between.length <= BETWEEN_QUOTATIONS &&
    /^(?:and|but|or)$/u.test(between[0] ?? '') &&
    sentence[next.from] === sentence[last.from] &&
    !between.some(
      (form, i) => /^(?:he|she|they|it|we|i)$/u.test(form) || (attributes.shape[last.to + i + PAD] ?? 0) > 1,
    );
  return goesOn ? [...content.slice(0, -1), { from: last.from, to: next.to }] : [...content];
}

/** "“We waited,” Roe said. “Nobody came.": the quotation that opens right after the sentence whose cue breaks it. */
function restOfQuotation(
  reading: Reading,
  { cue, content }: Triple,
  opening: ReadonlyMap<number, Quotation>,
): Quotation | undefined {
  const { words, quotes } = reading;
  const last = content.at(-1);
  if (last === undefined || last.to > cue.from || (quotes.inside[last.to - 1] ?? 0) === 0) return undefined;
  const next = words.sentences[(words.sentence[cue.from] ?? 0) + 1];
  if (next === undefined || words.paragraph[next.from] !== words.paragraph[cue.from]) return undefined;
  return opening.get(next.from);
}

/** The last quotation that the content reaches the end of. */
function owned(reading: Reading, content: readonly Stretch[]): number | undefined {
  const last = content.at(-1);
  if (last === undefined) return undefined;
  const inside = reading.quotes.inside[last.to - 1] ?? 0;
  return inside === 0 ? undefined : inside - 1;
}

/** The quotation that fills the paragraph after one that ends with the cue and a colon. */
function announcedQuotation(
  reading: Reading,
  cue: Stretch,
  opening: ReadonlyMap<number, Quotation>,
): Quotation | undefined {
  const { words } = reading;
  const paragraph = words.paragraph[cue.from] ?? 0;
  const here = words.paragraphs[paragraph];
  const next = words.paragraphs[paragraph + 1];
  if (here === undefined || next === undefined || here.to - cue.to > 12 || words.forms[here.to - 1] !== ':')
    return undefined;
  return opening.get(next.from);
}
