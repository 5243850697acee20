import type { Candidate } from './judge-features.js';
import type { Reading } from './reading.js';
import { subjectPhrase } from './subject-phrase.js';
import type { Stretch } from './words.js';

/**
 * Verbs that tell what somebody says and that American reports on politics, from which the cue model learned, hardly have;
 * with "that" or a clause after them they leave no doubt.
 */
const TELLING =
  /^(?:reckons?|reckoned|counters|countered|cautions|cautioned|quips|quipped|posits|opines|opined|surmises|fumed|fumes|moaned|moans|gushes|gushed|enthuses|enthused|admits|confides|confided|alleges|disclosed|notified|expressed|clarified|avers|averred)$/u;
const WITHOUT_THAT = /^(?:reckons?|reckoned)$/u;

export function sureCues(reading: Reading): Stretch[] {
  const { forms } = reading.words;
  const found: Stretch[] = [];
  for (let i = 1; i < forms.length - 2; i++) {
    if (!TELLING.test(forms[i] ?? '') || (reading.quotes.inside[i] ?? 0) > 0) continue;
    if (forms[i + 1] !== 'that' && !WITHOUT_THAT.test(forms[i] ?? '')) continue;
    if (subjectPhrase(reading, i) !== undefined) found.push({ from: i, to: i + 1 });
  }
  return found;
}

/** Such a cue with who and what right beside it. */
export function isSure(
  reading: Reading,
  { cue, source, content }: Pick<Candidate, 'cue' | 'source' | 'content'>,
): boolean {
  const { forms } = reading.words;
  const told =
    TELLING.test(forms[cue.from] ?? '') && (forms[cue.to] === 'that' || WITHOUT_THAT.test(forms[cue.from] ?? ''));
  return told && source[0]?.to === cue.from && content[0]?.from === cue.to;
}

/** What stands around such a cue where the span model finds nothing: the phrase before it, the clause after it. */
export function withSureSpans<T extends Candidate>(reading: Reading, candidate: T): T {
  const { words } = reading;
  const { cue } = candidate;
  if (cue.to - cue.from > 1 || !TELLING.test(words.forms[cue.from] ?? '')) return candidate;
  if (words.forms[cue.to] !== 'that' && !WITHOUT_THAT.test(words.forms[cue.from] ?? '')) return candidate;
  const whole = words.sentences[words.sentence[cue.from] ?? 0];
  const source =
    candidate.source.length > 0 ? candidate.source : [subjectPhrase(reading, cue.from)].flatMap((s) => s ?? []);
  if (whole === undefined || candidate.content.some((s) => s.to > cue.to)) return { ...candidate, source };
  const to = words.forms[whole.to - 1] === '.' ? whole.to - 1 : whole.to;
  return to - cue.to < 2 ? candidate : { ...candidate, source, content: [{ from: cue.to, to }] };
}
