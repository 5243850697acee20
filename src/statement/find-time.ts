import { firstWhere } from '../witness/first-where.js';
import { PAD } from './attributes.js';
import { isAhead, type DatePhrase } from './date-phrases.js';
import type { Triple } from './triple.js';
import type { Reading } from './reading.js';
import { tagsOf } from './tag-features.js';
import type { Stretch } from './words.js';

/**
 * When something was said, as its own sentence tells: the time that goes with its cue, not one inside what is said and
 * not one of another deed ("said Roe, who was elected in 2014").
 */
export function findTime(reading: Reading, triple: Triple, times: readonly DatePhrase[]): DatePhrase | undefined {
  const { words } = reading;
  const sentence = words.sentences[words.sentence[triple.cue.from] ?? 0];
  if (sentence === undefined) return undefined;
  const gap = (s: Stretch) => (s.to <= triple.cue.from ? triple.cue.from - s.to : s.from - triple.cue.to);
  const own = timesIn(times, sentence)
    .filter((time) => goesWith(reading, { triple, sentence }, time))
    .sort((a, b) => gap(a) - gap(b))[0];
  return own ?? reportedTime(reading, { triple, sentence }, times);
}

/** "El País reported on Wednesday, citing a presentation, that": the day of the report is that of what it cites. */
function reportedTime(
  reading: Reading,
  { triple, sentence }: Frame,
  times: readonly DatePhrase[],
): DatePhrase | undefined {
  const { forms } = reading.words;
  if (!/^(?:citing|quoting)$/u.test(forms[triple.cue.from] ?? '') || forms[triple.cue.from - 1] !== ',')
    return undefined;
  return timesIn(times, { from: sentence.from, to: triple.cue.from }).findLast(
    (time) => time.to === triple.cue.from - 1 && !isSaid(reading, triple, time.from),
  );
}

/** The times that begin inside a stretch. */
export function timesIn(times: readonly DatePhrase[], stretch: Stretch): DatePhrase[] {
  const found: DatePhrase[] = [];
  const first = firstWhere(times.length, (i) => (times[i]?.from ?? 0) >= stretch.from);
  for (let t = first; t < times.length; t++) {
    const time = times[t];
    if (time === undefined || time.from >= stretch.to) break;
    found.push(time);
  }
  return found;
}

interface Frame {
  readonly triple: Triple;
  readonly sentence: Stretch;
}

function goesWith(reading: Reading, frame: Frame, time: DatePhrase): boolean {
  const { triple, sentence } = frame;
  const { forms } = reading.words;
  if (opensContent(reading, triple, time)) return true;
  if (isSaid(reading, triple, time.from) || isAhead(forms, time)) return false;
  if (isOfAnotherDeed(reading, frame, time) || isOfDocument(reading, frame, time)) return false;
  if (time.from >= triple.cue.to) return !isAnotherClause(reading, triple, time);
  const between = triple.content.filter((s) => s.from >= time.to && s.to <= triple.cue.from);
  if (between.length === 0) return true;
  // "On Monday “we are ready,” he said" dates the cue; "The flood began on Sunday, when a valve …, the agency said" doesn't.
  const opening = { from: sentence.from, to: between[0]?.from ?? time.to };
  return (reading.quotes.inside[opening.to] ?? 0) > 0 && lastVerb(reading, triple, opening) === undefined;
}

/** "said last month it would": the time that opens what is said, where a new subject follows it, is that of saying it. */
function opensContent(
  { words: { forms } }: Reading,
  { cue, content: [first] }: Pick<Triple, 'cue' | 'content'>,
  time: Stretch,
): boolean {
  if (first === undefined || first.from !== cue.to || first.to - time.to < 2) return false;
  const from = forms[first.from] === 'on' ? first.from + 1 : first.from;
  return (
    time.from === from && /^(?:that|it|he|she|they|we|the|its|his|her|their|there|a|an)$/u.test(forms[time.to] ?? '')
  );
}

/** "According to an affidavit filed on Thursday, he told deputies": the day of the paper, not of what it tells. */
function isOfDocument({ words: { forms } }: Reading, { triple, sentence }: Frame, time: Stretch): boolean {
  if (forms[sentence.from] !== 'according' || triple.cue.from <= time.from) return false;
  return /\b(?:filed|released|unsealed|published|obtained)(?: on| late| early)?$/u.test(
    forms.slice(Math.max(sentence.from, time.from - 3), time.from).join(' '),
  );
}

function isSaid(reading: Reading, triple: Triple, i: number): boolean {
  return (reading.quotes.inside[i] ?? 0) > 0 || triple.content.some((s) => i >= s.from && i < s.to);
}

const SPOKE =
  /^(?:said|announced|declared|confirmed|rejected|denied|defended|criticized|criticised|praised|called|replied|responded)$/u;

/** Verbs that lead from a time to what was said: "an interview published on Monday", "told a conference held on Tuesday". */
const GIVING =
  /^(?:published|printed|aired|broadcast|posted|released|carried|dated|given|gave|held|recorded|conducted|issued|distributed|tweeted|wrote|written|sent|delivered|made|shown|seen|appeared|appearing|spoke|speaking|spoken|attended|attending|hosted|organi[sz]ed|filed|submitted|read|told|visiting|testified|asked|address|addressing|addressed|meeting|met)$/u;
const [VERB, DETERMINER, NOUN, ADJECTIVE] = tagsOf('VERB', 'DET', 'NOUN', 'ADJ');

/** "police who arrested him on Sunday", "Roe, elected in 2014": the verb nearest before the time has it for itself. */
function isOfAnotherDeed(reading: Reading, { triple, sentence }: Frame, time: DatePhrase): boolean {
  const { forms } = reading.words;
  const from = time.from >= triple.cue.to ? triple.cue.to : sentence.from;
  if (time.to <= triple.cue.from && isRelated(reading, { from, to: time.from }, triple.cue)) return true;
  const verb = lastVerb(reading, triple, { from, to: time.from });
  if (verb === undefined) return false;
  // "Minutes will be published in July", "in a letter that the Herald printed on Wednesday".
  if (forms[verb - 1] === 'be' || isPrintedLater(forms, triple.cue.from, verb)) return true;
  // "said Matthew Miller, a spokesman, said during a briefing on Tuesday": the cue again, as careless copies have it.
  if (GIVING.test(forms[verb] ?? '') || forms[verb] === forms[triple.cue.from]) return false;
  // "announced it late on Tuesday, saying": the participle's time is that of the verb.
  if (/ing$/u.test(forms[triple.cue.from] ?? '') && time.to <= triple.cue.from && SPOKE.test(forms[verb] ?? ''))
    return false;
  return !forms.slice(verb, time.from).includes(',');
}

/** "Brody, whose report in 2019 cast doubt on it, told the Mail": a time inside a relative clause that a comma ends. */
function isRelated({ words: { forms } }: Reading, before: Stretch, cue: Stretch): boolean {
  if (!forms.slice(before.to, cue.from).includes(',')) return false;
  for (let i = before.to - 1; i >= before.from && forms[i] !== ','; i--) {
    if (GIVING.test(forms[i] ?? '')) return false;
    if (/^(?:who|whose|which|where)$/u.test(forms[i] ?? '')) return true;
  }
  return false;
}

function isPrintedLater(forms: readonly string[], from: number, verb: number): boolean {
  if (!/^(?:printed|published|carried|released)$/u.test(forms[verb] ?? '')) return false;
  return /\b(?:letter|report|note|memo|statement|email|bulletin)\b.*\b(?:that|which)\b/u.test(
    forms.slice(from, verb).join(' '),
  );
}

/** The last verb of a stretch outside of what is said. */
function lastVerb(reading: Reading, triple: Triple, s: Stretch): number | undefined {
  for (let i = s.to - 1; i >= s.from; i--) {
    if (isSaid(reading, triple, i)) continue;
    if (triple.cue.from <= i && i < triple.cue.to) return undefined;
    if (reading.attributes.tag[i + PAD] !== VERB || describes(reading, i)) continue;
    // "wrote on X late on Monday": names and "late", whatever the tagger makes of them.
    const isName = i > s.from && (reading.attributes.shape[i + PAD] ?? 0) >= 2;
    if (!isName && !/^(?:late|early)$/u.test(reading.words.forms[i] ?? '')) return i;
  }
  return undefined;
}

/** "in a televised address": the participle is no deed of its own. */
function describes({ attributes: { tag } }: Reading, i: number): boolean {
  return tag[i - 1 + PAD] === DETERMINER && (tag[i + 1 + PAD] === NOUN || tag[i + 1 + PAD] === ADJECTIVE);
}

/** "…," he said, and on Tuesday the court agreed": after what is said another clause begins. */
function isAnotherClause(reading: Reading, triple: Triple, time: DatePhrase): boolean {
  const { forms } = reading.words;
  for (let i = time.from - 1; i >= triple.cue.to && i > time.from - 6; i--) {
    if (isSaid(reading, triple, i)) return false;
    if (/^(?:and|but|while|as|when|after|before|since|because)$/u.test(forms[i] ?? '') && forms[i - 1] === ',')
      return true;
  }
  return false;
}
