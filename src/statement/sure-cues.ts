import type { Candidate } from './judge-features.js';
import type { Reading } from './reading.js';
import { hasVerb, subjectPhrase } from './subject-phrase.js';
import { spunCue } from './spun-cues.js';
import { toldContent } from './told-content.js';
import type { Stretch } from './words.js';

/**
 * Verbs that tell what somebody says and that American reports on politics, from which the cue model learned, hardly have;
 * with "that" or a clause after them they leave no doubt.
 */
const TELLING =
  /^(?:reckons?|reckoned|counters|countered|cautions|cautioned|quips|quipped|posits|opines|opined|surmises|fumed|fumes|moaned|moans|gushes|gushed|enthuses|enthused|admits|confides|confided|alleges|disclosed|expressed|clarified|avers|averred)$/u;
const WITHOUT_THAT = /^(?:reckons?|reckoned)$/u;
/** "denied reports that the sirens had failed". */
const DENYING = /^(?:denied|denies|rejected|dismissed|refuted)$/u;
const REPORTS = /^(?:reports?|claims?|allegations?|suggestions?|rumou?rs|accusations?|speculation|criticism)$/u;

/** Cues of such verbs, with a subject before them. */
export function sureCues(reading: Reading): Stretch[] {
  const found: Stretch[] = [];
  for (let i = 1; i < reading.words.length - 2; i++) {
    const cue = spunCue(reading, i)?.cue ?? { from: i, to: i + 1 };
    if (
      (reading.quotes.inside[i] ?? 0) === 0 &&
      clauseAfter(reading, cue) !== undefined &&
      subjectPhrase(reading, i) !== undefined
    )
      found.push(cue);
  }
  return found;
}

/** Where what is said begins after a cue, where verb and what follows it leave no doubt that somebody says something. */
function clauseAfter(reading: Reading, cue: Stretch): number | undefined {
  const { forms } = reading.words;
  const [verb = '', next = ''] = [forms[cue.from], forms[cue.to]];
  const spun = spunCue(reading, cue.from);
  if (spun?.cue.to === cue.to) return spun.clause;
  if (cue.to - cue.from > 1) return undefined;
  if (verb === 'told') return toldClause(reading, cue)?.from;
  const isTelling = DENYING.test(verb)
    ? REPORTS.test(next)
    : TELLING.test(verb) && (next === 'that' || WITHOUT_THAT.test(verb));
  return isTelling ? cue.to : undefined;
}

/** "Roe told jurors the trial would last two weeks": what follows the hearer, where it has a verb and the sentence opens with who speaks. */
function toldClause(reading: Reading, cue: Stretch): Stretch | undefined {
  const { forms, sentences, sentence } = reading.words;
  const subject = subjectPhrase(reading, cue.from);
  if (subject === undefined || subject.from !== sentences[sentence[cue.from] ?? 0]?.from) return undefined;
  if (!HEARERS.test(forms.slice(cue.to, cue.to + 2).join(' '))) return undefined;
  const [told] = toldContent(reading, cue, clauseEnd(reading, cue));
  return told !== undefined && hasVerb(reading, told) ? told : undefined;
}

/** Who hears a speech, a trial or a call. */
const HEARERS =
  /\b(?:jurors?|jury|court|meeting|chamber|analysts|investors|reporters|journalists|lawmakers|mps|senators|councillors|supporters|delegates|members|staff|employees|workers|shareholders|colleagues|officers|police|detectives|committee|inquiry|hearing|council|panel|audience|crowd|rally|conference|parliament|assembly|fans|viewers|listeners|customers|parents|residents)\b/u;

function clauseEnd({ words: { forms, sentences, sentence } }: Reading, cue: Stretch): number {
  const whole = sentences[sentence[cue.from] ?? 0] ?? cue;
  return forms[whole.to - 1] === '.' ? whole.to - 1 : whole.to;
}

/** Such a cue with who and what right beside it. */
export function isSure(
  reading: Reading,
  { cue, source, content }: Pick<Candidate, 'cue' | 'source' | 'content'>,
): boolean {
  const [first] = content;
  return source[0]?.to === cue.from && first !== undefined && first.from === clauseAfter(reading, cue);
}

/** What stands around such a cue where the span model finds nothing: the phrase before it, the clause after it. */
export function withSureSpans(reading: Reading, candidate: Candidate): Candidate {
  const { cue } = candidate;
  const from = clauseAfter(reading, cue);
  if (from === undefined) return candidate;
  const subject = subjectPhrase(reading, cue.from);
  const source = candidate.source.length > 0 || subject === undefined ? candidate.source : [subject];
  const after = candidate.content.filter((s) => s.to > cue.to);
  const [first] = after;
  // "told the meeting the plan was absurd": the meeting is who heard it.
  const heard = first?.from === cue.to && from > first.from;
  if (after.length > 0 && !heard) return { ...candidate, source };
  const clause = { from, to: clauseEnd(reading, cue) };
  return clause.to - clause.from < 2 ? candidate : { ...candidate, source, content: [clause] };
}
