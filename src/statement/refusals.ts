import type { Reading } from './reading.js';
import { subjectPhrase } from './subject-phrase.js';
import type { Triple } from './triple.js';
import type { Stretch } from './words.js';

/** Words of "did not immediately respond to" at most. */
const LONGEST_REFUSAL = 6;
/** As sure as the judge must be of others: the wording leaves no doubt, the spans may. */
const CHANCE = 0.5;

/**
 * "The council did not answer questions from the Echo": by rule, because the models take "questions" for the verb, and
 * miss most where what was not answered is no mere "request for comment".
 */
export function withRefusals(reading: Reading, triples: readonly Triple[]): Triple[] {
  const found = refusals(reading);
  if (found.length === 0) return [...triples];
  const rest = triples.filter(({ cue }) => !found.some((one) => one.cue.from < cue.to && cue.from < one.cue.to));
  return [...rest, ...found].sort((a, b) => a.cue.from - b.cue.from);
}

function refusals(reading: Reading): Triple[] {
  const { forms } = reading.words;
  const found: Triple[] = [];
  for (let i = 0; i < forms.length - 2; i++) {
    if (!NEGATED.test(forms[i] ?? '') || (reading.quotes.inside[i] ?? 0) > 0) continue;
    const cue = refusalAt(forms, i);
    const source = cue === undefined ? undefined : subjectPhrase(reading, i);
    if (cue === undefined || source === undefined) continue;
    const to = objectEnd(reading, cue.to);
    if (to - cue.to < 1) continue;
    found.push({ cue, source: [source], content: [{ from: cue.to, to }], probability: CHANCE });
  }
  return found;
}

const NEGATED = /^(?:did|has|have|had|does|do|didn't|hasn't|haven't|hadn't|doesn't|don't)$/u;

/** "did not immediately respond to", "has yet to answer": up to the verb and its "to". */
function refusalAt(forms: readonly string[], at: number): Stretch | undefined {
  const negated = /n't$/u.test(forms[at] ?? '');
  let i = at + 1;
  if (!negated) {
    if (forms[i] === 'yet' && forms[i + 1] === 'to') i++;
    else if (forms[i] !== 'not') return undefined;
    i++;
  }
  while (/^(?:immediately|yet|directly|so|far)$/u.test(forms[i] ?? '')) i++;
  if (i - at > LONGEST_REFUSAL) return undefined;
  const verb = forms[i] ?? '';
  if (/^(?:respond(?:ed)?|repl(?:y|ied))$/u.test(verb))
    return forms[i + 1] === 'to' ? { from: at, to: i + 2 } : undefined;
  if (!/^(?:answer(?:ed)?|return(?:ed)?)$/u.test(verb)) return undefined;
  return ASKED.test(forms.slice(i + 1, i + LONGEST_REFUSAL).join(' ')) ? { from: at, to: i + 1 } : undefined;
}

/** What is answered or returned where somebody is silent: not "did not return the money". */
const ASKED =
  /\b(?:questions?|calls?|messages?|e-?mails?|quer(?:y|ies)|enquir(?:y|ies)|inquir(?:y|ies)|requests?|letters?)\b/u;

/** Where the object ends: before a mark, another clause, the day. */
function objectEnd({ words: { forms, sentences, sentence } }: Reading, from: number): number {
  const end = sentences[sentence[from] ?? 0]?.to ?? from;
  let to = from;
  while (to < end && !/^(?:[.,;:()—–"“”]|but|when|while|after|before|as|on|by|and)$/u.test(forms[to] ?? '')) to++;
  return DAY.test(forms[to - 1] ?? '') ? to - 1 : to;
}

const DAY = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today)$/u;
