import { PAD } from './attributes.js';
import { mentionsIn } from './cast.js';
import { isOwn, LONGEST_OPENING, outletsIn, type ChainSearch, type Outlet } from './outlets.js';
import type { Triple } from './triple.js';
import type { Reading } from './reading.js';
import { TAGS } from './tag-features.js';
import type { Stretch } from './words.js';

/**
 * Through whom a page has a statement: outlets named in the sentence that reports it, outside what is said.
 * "… , Radio Sund reported, citing Merinform": the speaker told Merinform, Radio Sund has it from there, the page from
 * Radio Sund. PolNeAR marks 128 such chains among 19,868, too few to learn from: rules.
 */
export interface Link {
  readonly name: string;
  /** 0 the speaker spoke to it ("told Reuters", "in an interview with"), 1 it is cited by another, 2 it reports. */
  readonly rank: number;
  readonly at: number;
  readonly figure: number | undefined;
}

/** Words that start a citation of another's report. */
const CITING = new Set([
  'citing',
  'quoting',
  'cited',
  'quoted',
  'cites',
  'quotes',
  'referencing',
  'referring',
  'relying',
  'refers',
  'relies',
  'learned',
  'learnt',
]);
const SPOKEN_TO = new Set([
  'through',
  'via',
  'told',
  'telling',
  'tells',
  'with',
  'to',
  'on',
  'by',
  'interview',
  'informed',
  'advised',
  'assured',
  'in',
  'at',
  'for',
]);
/** Verbs of an outlet that hands on what another said. */
const REPORTING =
  /^(?:report|say|write|claim|add|carry|publish|announce|reveal|note|mention|state|quote|cite|broadcast|talk|post|print|air|learn|render)$/u;
const PREPOSED = /^(?:according|per|based)$/u;

/** The links of a triple's chain, nearest to the speaker first. */
export function findChain(search: ChainSearch, triple: Triple): Link[] {
  const links: Link[] = [];
  for (const sentence of framing(search.reading, triple)) {
    for (const outlet of outletsIn(search, sentence)) {
      if (
        triple.content.some((s) => within(outlet, s)) ||
        triple.source.some((s) => within(outlet, s) && !handedOver(search.reading, outlet, s))
      )
        continue;
      const rank = within(outlet, triple.cue)
        ? rankInCue(search.reading, outlet, triple.cue)
        : rankOf(search.reading, outlet, sentence, triple);
      if (rank === undefined || isOwn(search, outlet.name)) continue;
      if (!links.some((link) => link.name === outlet.name))
        links.push({ name: outlet.name, rank, at: outlet.from, figure: outlet.figure });
    }
  }
  const [hearsay] = links.length > 0 ? [] : hearsayLinks(search, triple);
  if (hearsay !== undefined && !isOwn(search, hearsay.name)) links.push(hearsay);
  return links.sort((a, b) => a.rank - b.rank || a.at - b.at);
}

/** "said on his Telegram channel", "wrote on X": a cue that takes in where it was said. */
function rankInCue({ words: { forms } }: Reading, outlet: Stretch, cue: Stretch): number | undefined {
  const before = forms.slice(Math.max(cue.from, outlet.from - CHANNEL_WORDS), outlet.from);
  return before.some((form) => /^(?:on|via|through|in|to|over|with)$/u.test(form)) ? 0 : undefined;
}

/** Words of "on his official" at most. */
const CHANNEL_WORDS = 4;

/** Words between "according to" and the name that it leads to. */
const HEARSAY_REACH = 9;

/** "…," Horvel said, according to Karvinform: whatever is named there hands it on, known for an outlet or not. */
function hearsayLinks(search: ChainSearch, triple: Triple): Link[] {
  const { reading, cast } = search;
  const { forms } = reading.words;
  if (triple.source.length === 0) return [];
  for (const { from, to } of framing(reading, triple)) {
    for (let i = from; i < to - 2; i++) {
      if (!PREPOSED.test(forms[i] ?? '') || !/^(?:to|on)$/u.test(forms[i + 1] ?? '')) continue;
      if (within({ from: i, to: i + 1 }, triple.cue) || inContent(triple, i)) continue;
      const named = mentionsIn(cast, { from: i + 2, to: Math.min(to, i + HEARSAY_REACH) }).findLast(
        (m) =>
          !inContent(triple, m.from) &&
          !forms.slice(i + 2, m.from).some((form) => /^(?:[,.;"”]|'')$/u.test(form)) &&
          /^(?:[,.;"”“]|'')$/u.test(forms[m.to] ?? '.'),
      );
      const figure = named === undefined ? undefined : cast.figures[named.figure];
      if (named !== undefined && figure !== undefined)
        return [{ name: figure.name, rank: 2, at: named.from, figure: named.figure }];
    }
  }
  return [];
}

/** The cue's sentence, up to a semicolon that parts off another report. */
function framing(reading: Reading, triple: Triple): Stretch[] {
  const { words } = reading;
  const sentence = words.sentences[words.sentence[triple.cue.from] ?? 0] ?? triple.cue;
  let { from, to } = sentence;
  for (let i = sentence.from; i < sentence.to; i++) {
    if (words.forms[i] !== ';' || (reading.quotes.inside[i] ?? 0) > 0) continue;
    if (i < triple.cue.from && !triple.content.some((s) => s.from <= i)) from = i + 1;
    else if (i >= triple.cue.to && !triple.content.some((s) => s.to > i)) to = Math.min(to, i);
  }
  return [{ from, to }];
}

function within(inner: Stretch, outer: Stretch): boolean {
  return inner.from >= outer.from && inner.from < outer.to;
}

/** "an internal presentation obtained by Mercator": the outlet in a source that is not its head. */
function handedOver(reading: Reading, outlet: Stretch, source: Stretch): boolean {
  const { forms } = reading.words;
  let at = outlet.from - 1;
  while (at > source.from && outlet.from - at <= LONGEST_OPENING && DESCRIBES_OUTLET.test(forms[at] ?? '')) at--;
  return at > source.from && /^(?:by|in|to|with)$/u.test(forms[at] ?? '');
}

/** What stands before an outlet's name: "the state news agency". */
const DESCRIBES_OUTLET =
  /^(?:the|a|an|state|state-run|state-owned|news|official|agency|newspaper|broadcaster|channel|television|tv|radio|daily|weekly|magazine|website|site|local|national|public|private|independent|pro-\p{L}+|business|\p{L}+(?:ish|ian|ese|ch))$/u;

/** How an outlet stands in the sentence; undefined where it plays no part in handing on. */
function rankOf(reading: Reading, outlet: Outlet, sentence: Stretch, triple: Triple): number | undefined {
  const { words, attributes } = reading;
  const { forms } = words;
  const verb = TAGS.indexOf('VERB') + 1;
  let citing = outlet.to;
  while (/^(?:news|agency|newspaper|tv|channel|,)$/u.test(forms[citing] ?? '')) citing++;
  if (/^(?:citing|quoting|cited|quoted|cites|quotes)$/u.test(forms[citing] ?? ''))
    return precededByCiting(forms, outlet.from, sentence.from) ? 1 : 2;
  // The word after the name (and after an apposition's comma) tells what the outlet does.
  const verbAt = afterClause(forms, outlet.to, sentence.to);
  for (let i = verbAt; i < Math.min(verbAt + 4, sentence.to); i++) {
    const lemma = forms[i] ?? '';
    if (attributes.tag[i + PAD] === verb && isReporting(lemma))
      return precededByCiting(forms, outlet.from, sentence.from) ? 1 : 2;
    if (!/^(?:has|have|had|also|later|first|earlier|'s|tv|television|radio|news|agency|newspaper)$/u.test(lemma)) break;
  }
  for (let i = outlet.from - 1; i >= Math.max(sentence.from, outlet.from - 9); i--) {
    const form = forms[i] ?? '';
    if (inContent(triple, i)) break;
    if (CITING.has(form)) return 1;
    if (PREPOSED.test(form)) return 2;
    if (SPOKEN_TO.has(form)) {
      if (form === 'to' && PREPOSED.test(forms[i - 1] ?? '')) return 2;
      if (form === 'on' && PREPOSED.test(forms[i - 1] ?? '')) return 2;
      if (form === 'by' && CITING.has(forms[i - 1] ?? '')) return 2;
      return 0;
    }
    if (attributes.tag[i + PAD] === verb && isReporting(form)) return 2;
  }
  return triple.cue.to <= outlet.from && outlet.from - triple.cue.to < 5 ? 0 : undefined;
}

/** Words of ", which is close to the intelligence service," at most. */
const LONGEST_CLAUSE = 12;

/** "Al-Qahera News, which is close to the service, quoted": the word after a clause between commas. */
function afterClause(forms: readonly string[], at: number, end: number): number {
  if (forms[at] !== ',' || !/^(?:which|who|a|an|the|itself)$/u.test(forms[at + 1] ?? '')) return at;
  const comma = forms.indexOf(',', at + 1);
  return comma > 0 && comma < end && comma - at <= LONGEST_CLAUSE ? comma + 1 : at;
}

function inContent(triple: Triple, i: number): boolean {
  return triple.content.some((s) => s.from <= i && i < s.to);
}

function precededByCiting(forms: readonly string[], at: number, from: number): boolean {
  for (let i = at - 1; i >= Math.max(from, at - 8); i--) if (CITING.has(forms[i] ?? '')) return true;
  return false;
}

function isReporting(form: string): boolean {
  const base = form.replace(/(?:ed|s|ing)$/u, '');
  return (
    REPORTING.test(form) ||
    REPORTING.test(base) ||
    REPORTING.test(`${base}e`) ||
    /^(?:said|says|wrote|writes|written|told)$/u.test(form)
  );
}
