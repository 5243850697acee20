import { PAD, type WordEntry } from './attributes.js';
import { keysOf, type NameRun } from './name-runs.js';
import { BODY, KNOWN_OUTLETS, OUTLET, TITLE } from './name-words.js';
import type { Reading } from './reading.js';
import { TAGS } from './tag-features.js';
import type { Stretch } from './words.js';

/** What a name names. */
export type FigureKind = 'person' | 'body' | 'outlet' | 'place';

/** What the cast needs to know of words. */
export interface Known {
  readonly table: ReadonlyMap<string, WordEntry>;
  /** Whether a word is a common one, so that alone it is hardly a first name. */
  isCommon(form: string): boolean;
}

/** Words before a name that say what it names: "the broadcaster MTR". */
const OUTLET_NOUN =
  /^(?:platform|app|messenger|newspaper|broadcaster|agency|channel|station|magazine|daily|weekly|tabloid|website|outlet|wire|network|paper|newswire|blog|podcast|radio|broadcasters|newspapers)$/u;
const NOUN = TAGS.indexOf('NOUN') + 1;
const ADJECTIVE = TAGS.indexOf('ADJ') + 1;

/** Tells persons, bodies, outlets and places apart by titles, by words of the name and by the words around it. */
export function figureKind(reading: Reading, run: NameRun, known: Known): FigureKind {
  const { forms } = reading.words;
  const keys = keysOf(reading, run);
  const last = keys.at(-1) ?? '';
  const before = forms[run.from - 1] ?? '';
  if (isBeforeOutletNoun(reading, run)) return 'outlet';
  if (run.titled || isOffice(run.office)) return 'person';
  if (isAbbreviated(reading, run, keys)) return keys.some((key) => STRONG_OUTLET.test(key)) ? 'outlet' : 'body';
  if (isCalledOutlet(reading, run) || isPlatform(forms, run, keys)) return 'outlet';
  if (keys.length > 1 && (keys.some((key) => STRONG_OUTLET.test(key)) || OUTLET.has(last))) return 'outlet';
  if (citesOthers(forms, run)) return 'outlet';
  // "the Police and Crime Commissioner, Linda Fry,": an office.
  if (keys.length > 1 && TITLE.has(last) && forms[run.to] === ',') return 'place';
  const called = isNamedAfterComma(forms, run) ? (forms[run.from - 2] ?? '') : before;
  if (BODY_NOUN.test(called) && !isNewsFirm(forms, called === before ? run.from - 1 : run.from - 2) && keys.length < 5)
    return 'body';
  if (isKnownStation(forms[run.to] ?? '', keys)) return 'outlet';
  if (modifies(reading, run) && !isFullName(keys, known)) return 'place';
  if (keys.length === 1 && KNOWN_OUTLETS.has(/^\p{L}{3,}(?=-)/u.exec(last)?.[0] ?? '')) return 'outlet';
  if (keys.length < 3 && keys.some((key) => KNOWN_OUTLETS.has(key)) && forms[run.to] !== ',') return 'outlet';
  if (forms.slice(run.from, run.to).includes('&')) return 'body';
  const upper = countShape(reading, run, 3);
  if ((upper > 2 || (upper > 0 && opensParagraph(reading, run))) && !keys.some((key) => OUTLET.has(key)))
    return 'place';
  if (PLACE_FIRST.test(keys[0] ?? '') && keys.length < 4 && !BODY.has(last) && !OUTLET.has(last)) return 'place';
  if (keys.some((key) => KNOWN_OUTLETS.has(key)) || OUTLET.has(last) || OUTLET.has(keys[0] ?? '')) return 'outlet';
  if (keys.some((key) => BODY.has(key))) return 'body';
  if (keys.length === 1 && reading.attributes.shape[run.from + PAD] === 3) return 'body';
  // "told Closed File", "told Trade Monitor": a name of common words, none of which is a first name.
  if (
    before === 'told' &&
    keys.length === 2 &&
    keys.every((key) => known.isCommon(key) && Math.abs(known.table.get(key)?.gender ?? 0) <= 4)
  )
    return 'outlet';
  if (isToldStranger(reading, run, keys, known)) return 'outlet';
  if (keys.length >= 2 && keys.length <= 4 && before !== 'the') return 'person';
  if (keys.length === 1 && before === ',' && KIN.test(forms[run.from - 2] ?? '')) return 'person';
  const isCalled = /^(?:called|named)$/u.test(before) && Math.abs(known.table.get(last)?.gender ?? 0) > 1;
  return keys.length === 1 && (isCalled || (before !== 'the' && isFirstName(last, known))) ? 'person' : 'place';
}

/** "Mrs Garner's son, Philip,". */
const KIN =
  /^(?:son|daughter|wife|husband|mother|father|brother|sister|widow|widower|partner|girlfriend|boyfriend|friend|aunt|uncle|cousin|niece|nephew|grandmother|grandfather|fianc[eé]e?|twin)$/u;

/** "The operator, Tamar Copper,"; not "an official in the group, Sami Roe,". */
function isNamedAfterComma(forms: readonly string[], { from, to }: Stretch): boolean {
  if (forms[from - 1] !== ',' || forms[to] !== ',') return false;
  for (let i = from - 3; i > from - 8; i--)
    if (/^(?:the|a|an|its|their|another)$/u.test(forms[i] ?? ''))
      return !/^(?:in|of|at|for|by|from|with|to)$/u.test(forms[i - 1] ?? '');
  return false;
}

/** "Médecins Sans Frontières (MSF)": whose initials stand in brackets is no person. */
function isAbbreviated(
  { words: { forms }, attributes: { shape } }: Reading,
  run: Stretch,
  keys: readonly string[],
): boolean {
  if (keys.length < 2 || forms[run.to] !== '(' || forms[run.to + 2] !== ')' || shape[run.to + 1 + PAD] !== 3)
    return false;
  const capitals = forms.slice(run.from, run.to).filter((_, i) => (shape[run.from + i + PAD] ?? 0) >= 2);
  return capitals.map((form) => form.charAt(0)).join('') === forms[run.to + 1];
}

/** "Al Arabiya television". */
function isKnownStation(next: string, keys: readonly string[]): boolean {
  if (keys.length === 1 && /^\p{L}{3,5}-(?:tv|fm|am)$/u.test(keys[0] ?? '')) return true;
  return (
    keys.some((key) => KNOWN_OUTLETS.has(key)) &&
    /^(?:television|tv|radio|news|channel|site|broadcast|aired|published|carried)$/u.test(next)
  );
}

/** "told Ukrainska Pravda.": hearers are outlets where nobody is called by the first word; persons are brought in otherwise. */
function isToldStranger(reading: Reading, run: Stretch, keys: readonly string[], known: Known): boolean {
  const { forms } = reading.words;
  const told = forms[run.from - 1] === 'the' ? run.from - 2 : run.from - 1;
  const spoken = forms[told] === 'to' && /^(?:speaking|spoke|talking)$/u.test(forms[told - 1] ?? '');
  const column = forms[told] === 'for' && /^(?:column|article|piece|op-ed|blog|essay)$/u.test(forms[told - 1] ?? '');
  if (!/^(?:told|telling|tells)$/u.test(forms[told] ?? '') && !spoken && !column) return false;
  if (keys.length < 2 || keys.length > 3) return false;
  if (keys.some((key) => GATHERING.test(key))) return false;
  const article = /^(?:le|la|el|il|der|die|das|het|de|o|a)$/u.test(keys[0] ?? '');
  if (!article && Math.abs(known.table.get(keys[0] ?? '')?.gender ?? 0) > 1) return false;
  return /^(?:[.,;:"”]|''|that|on|in|by|last|earlier|via)$/u.test(forms[run.to] ?? '.');
}

/** Hearers that are no outlets. */
const GATHERING =
  /^(?:conference|forum|summit|rally|assembly|congress|inquiry|tribunal|hearing|knesset|bundestag|commons|lords|duma|synod|nations|states|republic|cabinet)$/u;

function isOffice(office: string | undefined): boolean {
  const head = (office ?? '').toLowerCase().split(' ').at(-1) ?? '';
  return (
    TITLE.has(head) ||
    /^(?:lawyer|leader|official|aide|adviser|advisor|analyst|president|activist|farmer|teacher|actor|actress|singer|author)$/u.test(
      head,
    )
  );
}

const PLACE_FIRST =
  /^(?:new|north|south|east|west|northern|southern|eastern|western|united|saint|st\.?|san|los|las|fort|mount|lake|cape|villa|port)$/u;
const STRONG_OUTLET = /^(?:news|press|radio|tv|television|broadcasting|newspaper|media|newswire)$/u;

function countShape(reading: Reading, run: Stretch, shape: number): number {
  let count = 0;
  for (let i = run.from; i < run.to; i++) if (reading.attributes.shape[i + PAD] === shape) count++;
  return count;
}

/** A dateline's place: "SUNDHAVEN, Ostrey (Tellwire) — …". */
function opensParagraph(reading: Reading, run: Stretch): boolean {
  return reading.words.paragraphs[reading.words.paragraph[run.from] ?? 0]?.from === run.from;
}

const BODY_NOUN =
  /^(?:firm|company|group|charity|regulator|developer|supplier|bank|lender|union|operator|party|organi[sz]ation|builder|maker|giant|airline|institute|nonprofit|startup|retailer|utility|insurer|\p{L}+maker|think-tank|watchdog|supermarket|miner)$/u;
const HANDS_ON =
  /^(?:broadcast|aired|published|carried|distributed|printed|obtained|summari[sz]ed|released|seen|reviewed|run)$/u;

/** Whether the words around a name say that it is an outlet: "the broadcaster, MTR", "Karvinform, the state agency", "aired by MTR", "Kanal Ost reported". */
function isCalledOutlet(reading: Reading, run: Stretch): boolean {
  if (/^'s?$/u.test(reading.words.forms[run.to] ?? '')) return false;
  const { forms } = reading.words;
  const at = forms[run.from - 1] === ',' || forms[run.from - 1] === '"' ? run.from - 2 : run.from - 1;
  if (OUTLET_NOUN.test(forms[at] ?? '') || isNewsFirm(forms, at)) return true;
  if (
    /^(?:by|on)$/u.test(forms[run.from - 1] ?? '') &&
    HANDS_ON.test(forms[run.from - 2] ?? '') &&
    reading.attributes.shape[run.from + PAD] !== 1
  ) {
    return (
      /^(?:broadcast|aired|published|carried|printed|distributed)$/u.test(forms[run.from - 2] ?? '') ||
      run.to - run.from === 1
    );
  }
  if (forms[run.to] === 'reported' && forms[run.to + 1] !== 'to') return true;
  if (forms[run.to] !== ',' || !/^(?:a|an|the|its|their|which)$/u.test(forms[run.to + 1] ?? '')) return false;
  for (let i = run.to + 2; i < run.to + 8; i++) {
    // "Roe, a former chief mechanic of the station," is no station.
    if (/^(?:[,.;:]|who|said|which|of|at|for|in|with)$/u.test(forms[i] ?? '.')) return false;
    if (OUTLET_NOUN.test(forms[i] ?? '') && !/^(?:'s|of)$/u.test(forms[i + 1] ?? '')) return true;
  }
  return false;
}

/** "in a post on X", "wrote on Truth Social". */
function isPlatform(forms: readonly string[], run: Stretch, keys: readonly string[]): boolean {
  const name = keys.join(' ');
  if (
    PLATFORM.test(name) &&
    /^(?:posts?|messages?|channel|page|video|account|livestream|thread|story)$/u.test(forms[run.to] ?? '')
  )
    return true;
  return (name === 'x' && forms[run.from - 1] === 'on') || name === 'truth social';
}

const PLATFORM =
  /^(?:x|facebook|twitter|telegram|instagram|youtube|tiktok|weibo|wechat|linkedin|bluesky|mastodon|whatsapp|vkontakte|threads|substack|reddit|douyin)$/u;

/** "the Xinhua news agency", "Bild newspaper": the name that stands before what it is. */
function isBeforeOutletNoun(reading: Reading, run: Stretch): boolean {
  const { forms } = reading.words;
  let at = run.to;
  while (
    at < run.to + 3 &&
    /^(?:news|state|state-run|press|private|tv|television|radio|daily|weekly|online|social|media|messaging|microblogging)$/u.test(
      forms[at] ?? '',
    )
  )
    at++;
  const proper = reading.attributes.shape[run.from + PAD] !== 1 && !isPlaceOrPeople(forms[run.to - 1] ?? '');
  // "outside Lyon's Part-Dieu station": trains stop there.
  const isPlace =
    forms[at] === 'station' && /^(?:at|outside|near|inside|from|to|through|of|'s)$/u.test(forms[run.from - 1] ?? '');
  return (
    proper &&
    !isPlace &&
    NAMED_BEFORE.test(forms[at] ?? '') &&
    !/^(?:'s?|executive|executives|reporter|reporters)$/u.test(forms[at + 1] ?? '')
  );
}

const NAMED_BEFORE =
  /^(?:newspaper|agency|broadcaster|channel|station|magazine|daily|weekly|tabloid|website|site|outlet|publication|network|newswire|portal|app|platform|messenger)$/u;

/** "the German newspaper", "the London daily": whose it is, not what it is called. */
function isPlaceOrPeople(form: string): boolean {
  return /(?:an|ese|ish|ch|ean|ian|i|tch)$/u.test(form) || form.length < 3;
}

/** "Calder Provincial Company, which had spoken to the secretary": who quotes others hands on what they say. */
export function citesOthers(forms: readonly string[], run: Stretch): boolean {
  if (forms[run.to] !== ',' || forms[run.to + 1] !== 'which') return false;
  const at = /^(?:has|have|had|in|also)$/u.test(forms[run.to + 2] ?? '') ? run.to + 3 : run.to + 2;
  return (
    /^(?:cited|cites|quoted|quotes|quoting|citing)$/u.test(forms[at] ?? '') ||
    (/^(?:spoken|spoke|refers|referred|relies|relied)$/u.test(forms[at] ?? '') &&
      /^(?:to|with|on)$/u.test(forms[at + 1] ?? ''))
  );
}

/** "state news agency", and what spinners make of it: "information company", "data firm". */
export function isNewsFirm(forms: readonly string[], at: number): boolean {
  return (
    /^(?:company|firm|bureau|service|group|organi[sz]ation|outlet|house)$/u.test(forms[at] ?? '') &&
    /^(?:news|information|data|info|media|press|broadcasting)$/u.test(forms[at - 1] ?? '')
  );
}

/** "Republican presidential hopeful", "North Korean state media": the name only describes the noun after it. */
function modifies(reading: Reading, run: Stretch): boolean {
  const x = reading.attributes;
  const next = x.tag[run.to + PAD] ?? 0;
  const noun = next === NOUN || (next === ADJECTIVE && x.tag[run.to + 1 + PAD] === NOUN);
  // "told Vogue last year".
  return (
    noun &&
    x.shape[run.to + PAD] === 1 &&
    !/^(?:last|this|earlier|late|early|next)$/u.test(reading.words.forms[run.to] ?? '')
  );
}

/** "Gary Loach reckons": two or three words of which the first is a given name stay a person before any noun. */
function isFullName(keys: readonly string[], known: Known): boolean {
  const [first = ''] = keys;
  return (
    keys.length > 1 &&
    keys.length < 4 &&
    isFirstName(first, known) &&
    !keys.some((key) => BODY.has(key) || OUTLET.has(key))
  );
}

function isFirstName(word: string, known: Known): boolean {
  return Math.abs(known.table.get(word)?.gender ?? 0) > 4 && !known.isCommon(word);
}

/** Whether a word by itself names a kind of outlet ("paper", "agency", "television"). */
export function isOutletWord(form: string): boolean {
  return OUTLET.has(form) || OUTLET_NOUN.test(form);
}
