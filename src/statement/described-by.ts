import type { Reading } from './reading.js';
import type { Triple } from './triple.js';

/** Words of who describes something, with office and name, at most. */
const LONGEST_AGENT = 14;

/** "cuts described by one campaigner as “vandalism”": the campaigner is the source, what is quoted the content. */
export function describedBy({ words: { forms }, quotes }: Reading, triple: Triple): Triple | undefined {
  const by = triple.cue.from + 1;
  if (!DESCRIBED.test(forms[triple.cue.from] ?? '') || forms[by] !== 'by') return undefined;
  const as = by + forms.slice(by, by + LONGEST_AGENT + 1).indexOf('as');
  const quotation = quotes.quotations[(quotes.inside[as + 1] ?? 0) - 1];
  if (as < by || quotation?.from !== as + 1) return undefined;
  return {
    ...triple,
    cue: { from: triple.cue.from, to: by },
    source: [{ from: by + 1, to: as }],
    content: [{ from: as + 1, to: quotation.to }],
  };
}

const DESCRIBED = /^(?:described|condemned|hailed|dismissed|praised|branded|slammed|denounced|characteri[sz]ed)$/u;
