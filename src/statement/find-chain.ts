import { PAD } from './attributes.js';
import { firstMention, mentionsIn, type Cast, type Mention } from './cast.js';
import { isNewsFirm, isOutletWord } from './figure-kind.js';
import { textOf } from './name-runs.js';
import { KNOWN_OUTLETS } from './name-words.js';
import type { Triple } from './find-triples.js';
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

export interface ChainSearch {
  readonly reading: Reading;
  readonly cast: Cast;
  /** The page's own outlet, lower case: what is told to it has no chain. */
  readonly own: string | undefined;
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

export interface Outlet extends Stretch {
  readonly name: string;
  readonly figure: number | undefined;
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

export function isOwn(search: ChainSearch, name: string): boolean {
  const plain = name.toLowerCase().replace(/^the /u, '');
  return search.own !== undefined && (plain === search.own || search.own.endsWith(` ${plain}`));
}

/** Named outlets, and unnamed ones ("state media", "the paper"), which count only where no named one stands with them. */
export function outletsIn(search: ChainSearch, sentence: Stretch): Outlet[] {
  const { reading, cast } = search;
  const named: Outlet[] = mentionsIn(cast, sentence)
    .filter((m) => isForeignOutlet(search, m))
    .map((m) => ({
      from: m.from,
      to: m.to,
      figure: m.figure,
      name: calledOn(reading, m, cast.figures[m.figure]?.name),
    }));
  const unnamed: Outlet[] = [];
  for (let i = sentence.from; i < sentence.to; i++) {
    if (named.some((m) => m.from <= i && i < m.to) || reading.attributes.shape[i + PAD] !== 1) continue;
    if (!UNNAMED.test(reading.words.forms[i] ?? '') && !isNewsFirm(reading.words.forms, i)) continue;
    const outlet = unnamedOutlet(search, i, sentence);
    if (outlet !== undefined) unnamed.push(outlet);
  }
  const resolved = unnamed.filter((o) => o.figure !== undefined);
  return [...named, ...resolved, ...(named.length === 0 ? unnamed.filter((o) => o.figure === undefined) : [])].sort(
    (a, b) => a.from - b.from,
  );
}

/** The figure's name, and "state TV" where only "TV" is written large. */
function calledOn(reading: Reading, { from, to }: Stretch, name = ''): string {
  if (name !== 'TV' || !/^(?:state|national|public|local|private)$/u.test(reading.words.forms[from - 1] ?? ''))
    return name;
  return textOf(reading, { from: from - 1, to });
}

/** An outlet that is not the page's own, which a dateline names, and not a former name. */
function isForeignOutlet(search: ChainSearch, mention: Mention): boolean {
  const figure = search.cast.figures[mention.figure];
  return figure?.kind === 'outlet' && !isOwn(search, figure.name) && !isFormerName(search.reading.words.forms, mention);
}

/** "X, formerly known as Twitter". */
function isFormerName(forms: readonly string[], { from }: Stretch): boolean {
  return forms.slice(Math.max(0, from - 3), from).some((form) => form === 'formerly' || form === 'previously');
}

const UNNAMED =
  /^(?:media|paper|newspaper|agency|broadcaster|channel|station|magazine|television|tv|radio|newswire|newspapers|agencies|broadcasters|outlets)$/u;

/** "the agency" is the outlet named last that could be one; "state media" stays as it is; "its agency Xinhua" is Xinhua. */
function unnamedOutlet(search: ChainSearch, at: number, sentence: Stretch): Outlet | undefined {
  const { reading, cast } = search;
  const { forms } = reading.words;
  const head = forms[at] ?? '';
  const phrase = nounPhrase(reading, at, sentence);
  if (mentionsIn(cast, phrase).some((m) => cast.figures[m.figure]?.kind === 'outlet')) return undefined;
  let follows = at + 1;
  while (follows < at + 4 && (forms[follows] === ',' || UNNAMED.test(forms[follows] ?? ''))) follows++;
  if (mentionsIn(cast, { from: follows, to: follows + 1 }).some((m) => cast.figures[m.figure]?.kind === 'outlet'))
    return undefined;
  const before = mentionsIn(cast, { from: Math.max(sentence.from, phrase.from - 10), to: phrase.from }).some(
    (m) => m.to <= phrase.from && m.to >= phrase.from - 2 && cast.figures[m.figure]?.kind === 'outlet',
  );
  if (before && forms[phrase.from - 1] !== 'reported') return undefined;
  const definite = /^(?:the|that)$/u.test(forms[phrase.from - 1] ?? '');
  const figure = definite ? lastOutlet(cast, phrase.from, head) : undefined;
  if (figure !== undefined) return { ...phrase, figure, name: cast.figures[figure]?.name ?? '' };
  // "the dpa news agency": some write their names small.
  if (KNOWN_OUTLETS.has(forms[phrase.from] ?? '') && phrase.to - phrase.from > 1)
    return { ...phrase, figure: undefined, name: textOf(reading, { from: phrase.from, to: phrase.from + 1 }) };
  return head === 'media' || phrase.to - phrase.from > 1
    ? { ...phrase, figure: undefined, name: textOf(reading, phrase) }
    : undefined;
}

/** Mentions among which "the agency" is looked for. */
const MENTIONS_BACK = 400;

/** The outlet named last before a word; one that has the noun in its name goes first ("the agency": Teremna News Agency). */
function lastOutlet(cast: Cast, at: number, head: string): number | undefined {
  const end = firstMention(cast, at);
  const before = cast.mentions
    .slice(Math.max(0, end - MENTIONS_BACK), end)
    .filter((m) => cast.figures[m.figure]?.kind === 'outlet');
  const byName = before.findLast((m) => (cast.figures[m.figure]?.name ?? '').toLowerCase().split(' ').includes(head));
  return (byName ?? before.at(-1))?.figure;
}

function nounPhrase(reading: Reading, head: number, sentence: Stretch): Stretch {
  const open = new Set(['NOUN', 'ADJ', 'PROPN'].map((tag) => (TAGS as readonly string[]).indexOf(tag) + 1));
  let from = head;
  while (from > sentence.from && head - from < 4 && open.has(reading.attributes.tag[from - 1 + PAD] ?? 0)) from--;
  return { from, to: head + 1 };
}

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

/** Words before an outlet's name at most: "the Norlandic state-owned daily newspaper". */
const LONGEST_OPENING = 6;

/** Whether a source by itself is an outlet: its words then hand on what others said. */
export function isOutletSource(search: ChainSearch, source: Stretch): Outlet | undefined {
  const { reading } = search;
  for (let i = source.from; i < Math.min(source.to - 1, source.from + LONGEST_OPENING); i++) {
    // "the newspaper Zarya Every day": what follows the noun is the name, however it is spelled.
    if (
      UNNAMED.test(reading.words.forms[i] ?? '') &&
      reading.attributes.shape[i + PAD] === 1 &&
      reading.attributes.shape[i + 1 + PAD] === 2
    ) {
      const named = { from: i + 1, to: source.to };
      const figure = mentionsIn(search.cast, named)[0]?.figure;
      const whole = figure === undefined ? undefined : search.cast.figures[figure];
      const text = textOf(reading, named);
      return { ...named, figure, name: whole !== undefined && whole.name.length >= text.length ? whole.name : text };
    }
  }
  // "Roe, a researcher who studied the pictures for the website Rocket Watch": the person speaks.
  const [head] = mentionsIn(search.cast, source);
  if (head !== undefined && search.cast.figures[head.figure]?.kind === 'person') return undefined;
  const found = outletsIn(search, source);
  const last = found.at(-1);
  if (last === undefined) return undefined;
  const { forms } = search.reading.words;
  const rest = forms.slice(last.to, source.to).filter((form) => form !== 'said' && /\p{L}/u.test(form));
  const noun = rest.at(-1);
  return noun === undefined || isOutletWord(noun) || noun === 'site' ? last : undefined;
}
