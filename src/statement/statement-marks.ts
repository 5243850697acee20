import { tellsAttitude } from './attitude.js';
import type { Triple } from './triple.js';
import type { Reading } from './reading.js';
import type { Stretch } from './words.js';

const DENIAL =
  /^(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)|disavow(?:s|ed|ing)?|disclaim(?:s|ed|ing)?|rebut(?:s|ted|ting)?|contradict(?:s|ed|ing)?|denial|denials|debunk(?:s|ed|ing)?)$/u;
const HEDGE =
  /^(?:suggest(?:s|ed|ing)?|appear(?:s|ed)?|seem(?:s|ed)?|reportedly|allegedly|purportedly|supposedly|apparently|hint(?:s|ed|ing)?|impl(?:y|ies|ied|ying)|speculat(?:e|es|ed|ing)|alleg(?:e|es|ed|ing)|believ(?:e|es|ed)|suspect(?:s|ed)?|assum(?:e|es|ed)|guess(?:es|ed)?|rumou?red|might|may|could|indicat(?:e|es|ed|ing))$/u;
const QUESTION =
  /^(?:ask(?:s|ed|ing)?|question(?:s|ed|ing)?|wonder(?:s|ed|ing)?|inquir(?:e|es|ed|ing)|enquir(?:e|es|ed|ing)|quer(?:y|ies|ied))$/u;
const SILENCE =
  /(?:declin|refus|would n?o?t?|did n?o?t?|didn't|wouldn't|not immediately|unavailable|could not be reached)/u;
const COMMENT = /\b(?:comment|respon[ds]|say|reply|answer|discuss|return|be reached|available)\b/u;
const ANONYMOUS =
  /\b(?:anonym|not (?:to )?be (?:named|identified)|unnamed|unidentified|familiar with|with knowledge of|briefed on|close to|not authori[sz]ed|sources?\b|insiders?\b|who (?:asked|declined|requested|spoke on)|person in|people who had|official who|officials who)/u;

/** `denial, hedge, question, no-comment, anonymous, attitude`: what a reader should know of how something was said. */
export function marksOf(reading: Reading, triple: Triple): string[] {
  const { forms, sentences, sentence } = reading.words;
  const cue = forms.slice(triple.cue.from, triple.cue.to);
  const marks: string[] = [];
  if (cue.some((form) => DENIAL.test(form))) marks.push('denial');
  if (cue.some((form) => HEDGE.test(form))) marks.push('hedge');
  const last = triple.content.at(-1);
  const ending = last === undefined ? [] : forms.slice(Math.max(last.from, last.to - 2), last.to);
  if ((cue.some((form) => QUESTION.test(form)) && !isRequest(reading, triple)) || ending.includes('?'))
    marks.push('question');
  const near = textAround(forms, triple.cue, 7);
  if (SILENCE.test(cue.join(' ')) && COMMENT.test(near)) marks.push('no-comment');
  const source = triple.source.map((s) => forms.slice(s.from, s.to).join(' ')).join(' ');
  const whole = sentences[sentence[triple.cue.from] ?? 0] ?? triple.cue;
  const frame = forms
    .slice(whole.from, whole.to)
    .filter((_, i) => !triple.content.some((s) => s.from <= whole.from + i && whole.from + i < s.to));
  if (ANONYMOUS.test(source) || /\banonym|(?:not|declined) (?:to )?be (?:named|identified)/u.test(frame.join(' ')))
    marks.push('anonymous');
  if (!marks.includes('no-comment') && tellsAttitude(reading, triple)) marks.push('attitude');
  return marks;
}

/** "asked for probation", "asked both sides to show restraint": asked for, and no question. */
function isRequest({ words: { forms }, quotes }: Reading, { cue, content: [first] }: Triple): boolean {
  if (first === undefined || !/^ask/u.test(forms[cue.to - 1] ?? '') || (quotes.inside[first.from] ?? 0) > 0)
    return false;
  if (forms[first.from] === 'for') return true;
  const opening = forms.slice(first.from, Math.min(first.to, first.from + LONGEST_ASKED));
  return (
    opening.includes('to') &&
    !opening.some((form) => /^(?:if|whether|why|how|what|who|when|where|which|about|\?)$/u.test(form))
  );
}

/** Words of whom something is asked, and "to", at most. */
const LONGEST_ASKED = 6;

function textAround(forms: readonly string[], cue: Stretch, after: number): string {
  return forms.slice(cue.from, cue.to + after).join(' ');
}
