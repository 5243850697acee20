import type { Triple } from './triple.js';
import type { Reading } from './reading.js';
import type { Statement } from './statement.js';
import { spunCue } from './spun-cues.js';
import { hasVerb } from './subject-phrase.js';

/**
 * PolNeAR counts as statements also what somebody wants, expects, thinks or does about something. For a reader who asks who
 * said what these are none: they are kept, marked, and left out of groups and sources.
 */
export function isAttitude(statement: Pick<Statement, 'marks'>): boolean {
  return statement.marks.includes('attitude');
}

/** Whether nothing was said: no quoted word, and a cue that tells no saying, or one that tells it of a mere thing. */
export function tellsAttitude(reading: Reading, { cue, source, content }: Triple): boolean {
  const { words, quotes } = reading;
  const isQuoted = (s: { from: number; to: number }) => quotes.inside.subarray(s.from, s.to).some((q) => q > 0);
  if (content.some(isQuoted)) return false;
  const forms = words.forms.slice(cue.from, cue.to);
  if (forms.length === 1 && !/\p{L}/u.test(forms[0] ?? '')) return false;
  if (isAskedByNobody(reading, { cue, source }) || isMutual(reading, content)) return true;
  if (forms.at(-1) === 'agreed' && words.forms[cue.to] === 'that') return false;
  if (AWAITED.test(forms.join(' '))) return true;
  if (forms.some((form) => STATING.has(baseOf(form)) || OUTRIGHT.test(form))) return false;
  const spun = spunCue(reading, cue.from);
  if (spun !== undefined && content[0]?.from === spun.clause) return false;
  if (!forms.some((form) => TOUCHING.has(baseOf(form)))) return true;
  return !content.some((s) => hasVerb(reading, s));
}

/** "Asked about the cost, Hale said", "when he was asked whether": nobody is said to have asked. */
function isAskedByNobody(
  { words: { forms, sentences, sentence } }: Reading,
  { source, cue }: Pick<Triple, 'source' | 'cue'>,
): boolean {
  const head = forms.slice(cue.from, cue.to).find((form) => /^(?:asked|questioned|pressed|quizzed)$/u.test(form));
  if (head === undefined) return false;
  const before = forms[cue.from - 1] ?? '';
  const passive = PASSIVE.test(before) || forms.slice(cue.from, cue.to).some((form) => PASSIVE.test(form));
  const opens = sentences[sentence[cue.from] ?? 0]?.from === cue.from || /^(?:when|if|[,"”:—–-])$/u.test(before);
  return passive || (opens && source.length === 0);
}

const PASSIVE = /^(?:is|are|was|were|been|being|when)$/u;

/** "Each government blamed the other for the blast": no one's words. */
function isMutual({ words: { forms } }: Reading, [first]: Triple['content']): boolean {
  const [one = '', two = ''] = first === undefined ? [] : forms.slice(first.from, first.from + 2);
  return one === 'the' && /^(?:other|others|opposite)$/u.test(two);
}

/** "are expected to reaffirm", "is predicted": nobody is said to have said so. */
const AWAITED =
  /^(?:is|are|was|were|be|been|being)(?: \p{L}+ly)? (?:expected|anticipated|awaited|predicted|projected|forecast|foreseen|hoped|feared|thought|believed)(?: to\b|$)/u;

/** Cues that are no forms of a verb of saying, or one whose stem another verb has. */
const OUTRIGHT =
  /^(?:according|per|said|told|wrote|written|spoke|spoken|swore|sworn|forecast|showed|shown|found|quote|quoted|statement|remarks?|letter|word|words|voice|comment|reply|replied|replies|denied|denies|testified|testifies|clarified|clarifies|notified|certified|specified)$/u;

/** Verbs of saying, and of what papers say, whatever follows them. */
const STATING = new Set(
  'say tell write speak add announce declare state report note claim argue warn insist explain confirm deny acknowledge admit concede reveal disclose suggest predict estimate project forecast conclude testify swear allege assert affirm reaffirm reiterate repeat stress emphasize emphasise maintain contend observe remark comment respond reply answer ask question wonder recall recount relate recommend advise urge call demand order propose promise pledge vow threaten offer assure inform remind inquire joke quip tweet retweet post email text shout yell scream whisper mutter murmur exclaim declare proclaim pronounce quote cite show find indicate imply hint signal caution complain counter retort object protest lament boast brag praise thank condemn denounce apologise apologize decline refuse reject dismiss dispute refute rebut accuse apprise describe characterize characterise dub term label summarize summarise detail outline unveil publish release broadcast telephone phone message judge record log sing cry chant plead beg lie rule certify clarify specify express reckon quip fume moan gush enthuse confide share notify counter opine posit'.split(
    ' ',
  ),
);

/** Verbs of saying that also take a mere thing ("discussed the budget", "blamed the other for the blast"): then nothing that was said is told. */
const TOUCHING = new Set(
  'discuss mention address talk blame name criticize criticise attack defend reference highlight name list identify introduce present compare portray liken concern point echo tout mock slam blast rip rebuke hail welcome attribute persuade convince believe think know feel doubt fear understand guess suspect assume'.split(
    ' ',
  ),
);

/** "announced", "denying", "says" without their endings, so that a verb's forms meet in one. */
function baseOf(form: string): string {
  const known = (base: string) => STATING.has(base) || TOUCHING.has(base);
  const stem = /^(?<stem>.+?)(?:s|es|ed|ing|d)$/u.exec(form)?.groups?.['stem'] ?? form;
  const cut = form.replace(/(?:es|ed|ing|s)$/u, '');
  for (const base of [
    form,
    stem,
    cut,
    `${cut}e`,
    cut.replace(/(?<last>\p{L})\k<last>$/u, '$<last>'),
    cut.replace(/i$/u, 'y'),
  ])
    if (known(base)) return base;
  return form;
}
