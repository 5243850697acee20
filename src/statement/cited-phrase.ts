import { mentionsIn } from './cast.js';
import type { Telling } from './telling.js';
import { outletsIn } from './outlets.js';
import type { Triple } from './triple.js';
import type { Stretch } from './words.js';

/** Words after which the one stands whom an outlet has it from; a phrase ends at its last word. */
const FROM_WHOM = /^(?:citing|quoting|referencing|cited|quoted|cites|quotes)$/u;

/** "the paper said, citing two Ostreyan diplomats": the diplomats; "…, citing the agency, which quoted the ministry": the ministry. */
export function citedSource(page: Telling, triple: Triple): Stretch | undefined {
  const { words } = page.reading;
  const { forms } = words;
  const end = words.sentences[words.sentence[triple.cue.from] ?? 0]?.to ?? triple.cue.to;
  // "Citing two officials, the Times reported that": the sentence opens with whom it has it from.
  const opening = words.sentences[words.sentence[triple.cue.from] ?? 0]?.from ?? triple.cue.from;
  for (let i = FROM_WHOM.test(forms[opening] ?? '') ? opening : triple.cue.from; i < end; i++) {
    if (i > opening && i < triple.cue.from) i = triple.cue.from;
    if (triple.content.some((s) => s.from <= i && i < s.to)) continue;
    const form = forms[i] ?? '';
    const two = `${form} ${forms[i + 1] ?? ''}`;
    const start = FROM_WHOM.test(form)
      ? i + 1
      : /^(?:spoken to|spoke to|findings of|based on|account of|words of|refers to|referring to|relies on|relying on)$/u.test(
            two,
          )
        ? i + 2
        : -1;
    if (forms[start] === 'from') continue;
    if (start < 0 || /^(?:as|that|which|how|why)$/u.test(forms[start] ?? '')) continue;
    const cited = phraseFrom(page, start, end);
    if (cited !== undefined && outletsIn(page, cited).length === 0 && !isDocument(page, cited)) return cited;
  }
  return undefined;
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
