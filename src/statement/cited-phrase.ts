import { mentionsIn } from './cast.js';
import type { Telling } from './telling.js';
import { outletsIn } from './outlets.js';
import type { Triple } from './triple.js';
import type { Stretch } from './words.js';

/** Words after which the one stands whom an outlet has it from; a phrase ends at its last word. */
const FROM_WHOM = /^(?:citing|quoting|referencing|cited|quoted|cites|quotes)$/u;

const TWO_WORDS =
  /^(?:spoken to|spoke to|findings of|based on|account of|words of|refers to|referring to|relies on|relying on)$/u;

/** "the paper said, citing two Ostreyan diplomats": the diplomats; "…, citing the agency, which quoted the ministry": the ministry. */
export function citedSource(page: Telling, triple: Triple): Stretch | undefined {
  const { forms, sentences, sentence } = page.reading.words;
  const { from: opening, to: end } = sentences[sentence[triple.cue.from] ?? 0] ?? triple.cue;
  // "Citing two officials, the Times reported that": the sentence opens with whom it has it from.
  const first = FROM_WHOM.test(forms[opening] ?? '') ? citedAt(page, triple, { from: opening, to: end }) : undefined;
  if (first !== undefined) return first;
  for (let i = triple.cue.from; i < end; i++) {
    const cited = citedAt(page, triple, { from: i, to: end });
    if (cited !== undefined) return cited;
  }
  return undefined;
}

/** Who is cited where a rest of the triple's sentence begins with "citing" or the like. */
function citedAt(page: Telling, { content }: Triple, { from, to }: Stretch): Stretch | undefined {
  if (content.some((s) => s.from <= from && from < s.to)) return undefined;
  const { forms } = page.reading.words;
  const [form = '', next = ''] = [forms[from], forms[from + 1]];
  const isOne = FROM_WHOM.test(form);
  if (!isOne && !TWO_WORDS.test(`${form} ${next}`)) return undefined;
  const start = isOne ? from + 1 : from + 2;
  if (/^(?:from|as|that|which|how|why)$/u.test(forms[start] ?? '')) return undefined;
  const cited = phraseFrom(page, start, to);
  return cited !== undefined && outletsIn(page, cited).length === 0 && !isDocument(page, cited) ? cited : undefined;
}

const DOCUMENT =
  /^(?:transcripts?|reports?|documents?|letters?|statements?|emails?|e-mails?|records?|filings?|data|figures|memos?|surveys?|polls?|stud(?:y|ies)|recordings?|videos?|papers?|files|interviews?|articles?|tweets?|posts?|copy|copies)$/u;

/** "a transcript released by the court" does not speak: whoever is heard in it does. */
function isDocument(page: Telling, phrase: Stretch): boolean {
  const { forms } = page.reading.words;
  for (let i = phrase.from; i < phrase.to; i++) {
    const next = forms[i + 1] ?? '';
    if (
      DOCUMENT.test(forms[i] ?? '') &&
      (i + 1 >= phrase.to ||
        !/^[\p{L}]/u.test(next) ||
        /^(?:of|by|from|in|on|released|published|that|which|obtained|seen|to|issued|launched)$/u.test(next))
    )
      return true;
    if (/^(?:of|by|from|in|on|that|which|who)$/u.test(forms[i] ?? '')) return false;
  }
  return false;
}

/** A noun phrase up to the next mark, and over the comma before a name: "the operator, Vostara Hydro". */
function phraseFrom(page: Telling, from: number, end: number): Stretch | undefined {
  const { forms } = page.reading.words;
  let start = from;
  if (/^(?:the|its|their)$/u.test(forms[start] ?? '')) start++;
  if (
    /^(?:findings|conclusions|results|account|words|testimony|statements?|remarks|figures)$/u.test(
      forms[start] ?? '',
    ) &&
    /^(?:of|by|from)$/u.test(forms[start + 1] ?? '')
  )
    return phraseFrom(page, start + 2, end);
  let to = from;
  while (to < end && !/^(?:[,.;:—–"“”]|''|as)$/u.test(forms[to] ?? '')) to++;
  const named = forms[to] === ',' ? mentionsIn(page.cast, { from: to + 1, to: to + 2 })[0] : undefined;
  if (named !== undefined && /^[.,;]$/u.test(forms[named.to] ?? '.')) return { from: named.from, to: named.to };
  return to > from ? { from, to } : undefined;
}
