import { PAD } from './attributes.js';
import { firstMention, mentionsIn, type Cast, type Mention } from './cast.js';
import { isNewsFirm, isOutletWord } from './figure-kind.js';
import { KNOWN_OUTLETS } from './name-words.js';
import { textOf, type Reading } from './reading.js';
import { tagsOf } from './tag-features.js';
import type { Stretch } from './words.js';

/** What outlets are looked for in. */
export interface ChainSearch {
  readonly reading: Reading;
  readonly cast: Cast;
  /** The page's own outlet, lower case: what is told to it has no chain. */
  readonly own: string | undefined;
}

export interface Outlet extends Stretch {
  readonly name: string;
  readonly figure: number | undefined;
}

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
    if (reading.words.forms[i] === 'station' && isStop(search, i)) continue;
    const outlet = unnamedOutlet(search, i, sentence);
    if (outlet !== undefined) unnamed.push(outlet);
  }
  const resolved = unnamed.filter((o) => o.figure !== undefined);
  return [...named, ...resolved, ...(named.length === 0 ? unnamed.filter((o) => o.figure === undefined) : [])].sort(
    (a, b) => a.from - b.from,
  );
}

/** "outside Part-Dieu station", "the power station": nothing is broadcast there. */
function isStop({ reading: { words, attributes } }: ChainSearch, at: number): boolean {
  const before = words.forms[at - 1] ?? '';
  if ((attributes.shape[at - 1 + PAD] ?? 0) >= 2)
    return /^(?:at|outside|near|inside|from|to|through|of|['’]s)$/u.test(words.forms[at - 2] ?? '');
  return /^(?:police|power|fire|railway|train|bus|polling|space|weather|gas|petrol|pumping|metro|subway|underground|central|main)$/u.test(
    before,
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
  /^(?:media|paper|newspaper|agency|broadcaster|channel|station|magazine|television|tv|radio|newswire|newspapers|agencies|broadcasters|outlet|outlets)$/u;

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
  const open = new Set(tagsOf('NOUN', 'ADJ', 'PROPN'));
  let from = head;
  while (from > sentence.from && head - from < 4 && open.has(reading.attributes.tag[from - 1 + PAD] ?? 0)) from--;
  return { from, to: head + 1 };
}

/** Words before an outlet's name at most: "the Norlandic state-owned daily newspaper". */
export const LONGEST_OPENING = 6;

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
