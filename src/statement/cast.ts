import { PAD, type WordEntry } from './attributes.js';
import type { Reading } from './reading.js';
import { TAGS } from './tag-features.js';
import type { Stretch } from './words.js';

/**
 * The cast of a page: persons, bodies and outlets that it names, each with all its mentions, so that "Talvane" and
 * "he" can be given a full name and an office. By rule: runs of capitalised words, titles before and appositions
 * after them, surnames tied to the full name that has them. Linear, but for names × names of one page.
 */
export interface Cast {
  readonly figures: readonly Figure[];
  /** In reading order; a mention is the name alone, without title. */
  readonly mentions: readonly Mention[];
}

export interface Figure {
  readonly kind: 'person' | 'body' | 'outlet' | 'place';
  /** The fullest form on the page. */
  readonly name: string;
  readonly office: string | undefined;
  /** -1 a man, 1 a woman, halves for what is only likely, 0 unknown. */
  readonly gender: number;
}

export interface Mention extends Stretch {
  readonly figure: number;
}

export const TITLE = new Set(
  ('president vice-president senator sen sens representative rep reps congressman congresswoman governor gov mayor minister premier chancellor secretary general gen colonel col lieutenant lt captain capt major maj sergeant sgt admiral adm commander judge justice sheriff king queen prince princess pope bishop archbishop cardinal rabbi imam reverend rev father sister sir lord lady dame dr prof professor mr mrs ms miss ambassador speaker chairman chairwoman chair director attorney detective officer chief leader majority minority deputy commissioner councilman councilwoman councilor inspector superintendent spokesman spokeswoman spokesperson councillor alderman alderwoman candidate nominee dictator emperor sheikh ayatollah').split(' '),
);
const COURTESY = new Map([['mr', -1], ['mrs', 1], ['ms', 1], ['miss', 1], ['sir', -1], ['lord', -1], ['lady', 1], ['dame', 1], ['king', -1], ['queen', 1], ['prince', -1], ['princess', 1], ['pope', -1], ['father', -1], ['congressman', -1], ['congresswoman', 1], ['councilman', -1], ['councilwoman', 1], ['chairman', -1], ['chairwoman', 1], ['spokesman', -1], ['spokeswoman', 1]]);
const BODY = new Set(
  ('ministry department university college committee commission council party court institute agency bank house senate congress office bureau association union federation group company corporation inc corp ltd llc campaign foundation fund administration army navy police board center centre league network parliament government team hospital school church authority works coil partners holdings airlines service services press society organization organisation coalition alliance project initiative pac center survey poll kremlin pentagon hydro club society embassy delegation cabinet charity firm operator').split(' '),
);
const OUTLET = new Set(
  ('news press times post herald radio tv television journal gazette tribune broadcasting broadcast newspaper magazine weekly daily wire newswire agency media channel observer chronicle mirror telegraph guardian independent examiner monitor bulletin courier standard lantern inquirer sentinel reporter report review register dispatch globe kanal novosti zeitung gazeta evening kanal canal').split(' '),
);
const KNOWN_OUTLETS = new Set(
  ('reuters ap afp cnn msnbc cnbc nbc cbs abc pbs npr bbc fox c-span politico breitbart bloomberg interfax tass xinhua kcna yonhap sputnik kyodo dpa ansa efe upi axios buzzfeed huffpost vox slate salon newsmax univision telemundo time newsweek forbes fortune economist atlantic nyt wsj usa_today guardian al_jazeera ria rt itv facebook twitter').split(' '),
);
/** Words before a name that say what it names: "the broadcaster MTR". */
const OUTLET_NOUN = /^(?:newspaper|broadcaster|agency|channel|station|magazine|daily|weekly|tabloid|website|outlet|wire|network|paper|newswire|blog|podcast|radio|broadcasters|newspapers)$/u;
const LINKS = new Set(['of', 'the', 'de', 'la', 'le', 'van', 'von', 'der', 'den', 'al', 'el', 'bin', 'ibn', 'da', 'di', 'du', 'dos', 'del', '&', '-', 'for', 'and', "'"]);
const PARTICLES = new Set(['de', 'la', 'le', 'van', 'von', 'der', 'den', 'al', 'el', 'bin', 'ibn', 'da', 'di', 'du', 'dos', 'del', '-', '&']);
const NOT_NAMES = new Set(
  ('monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december i the a an he she they it we you but and in on at his her their our my this that these those if when while after before as for with by from there here what who why how where not no yes so then now also however meanwhile still yet even later earlier asked according mr mrs ms photo photograph picture image advertisement').split(' '),
);
const PROPER = TAGS.indexOf('PROPN') + 1;
const NOUN = TAGS.indexOf('NOUN') + 1;
const ADJECTIVE = TAGS.indexOf('ADJ') + 1;

interface Run extends Stretch {
  /** Office words that stand before the name: "Merovan Prime Minister". */
  readonly office: string | undefined;
  readonly gender: number;
  readonly titled: boolean;
  /** From a headline in capitals: counts only where the text has the name too. */
  readonly known: boolean;
}

/** What the cast needs to know of words. */
export interface Known {
  readonly table: ReadonlyMap<string, WordEntry>;
  /** Whether a word is a common one, so that alone it is hardly a first name. */
  isCommon(form: string): boolean;
}

/** Finds the names of a reading and ties those that belong together. */
export function findCast(reading: Reading, known: Known): Cast {
  const figures: { kind: Figure['kind']; name: string; office: string | undefined; gender: number; keys: Set<string> }[] = [];
  const mentions: Mention[] = [];
  const bySurname = new Map<string, number>();
  const byName = new Map<string, number>();
  for (const run of nameRuns(reading)) {
    if (run.known && !bySurname.has(keysOf(reading, run).at(-1) ?? '') && !byName.has(keysOf(reading, run).join(' '))) continue;
    const name = textOf(reading, run);
    const words = keysOf(reading, run);
    const last = words.at(-1) ?? '';
    const kind = kindOf(reading, run, known);
    let index = byName.get(words.join(' '));
    if (index === undefined && words.length === 1) index = bySurname.get(last);
    if (index === undefined && kind === 'person' && words.length > 1) {
      const earlier = bySurname.get(last);
      const other = earlier === undefined ? undefined : figures[earlier];
      if (other !== undefined && (other.keys.size === 1 || other.keys.has(words[0] ?? ''))) index = earlier;
    }
    if (index === undefined) {
      index = figures.length;
      figures.push({ kind, name, office: run.office, gender: run.gender, keys: new Set(words) });
    }
    const figure = figures[index];
    if (figure === undefined) continue;
    if (name.length > figure.name.length && words.length > figure.keys.size) {
      figure.name = name;
      if (figure.kind !== 'outlet') figure.kind = kind;
    }
    if (figure.kind === 'place' && kind !== 'place') figure.kind = kind;
    for (const word of words) figure.keys.add(word);
    figure.office ??= run.office ?? apposition(reading, run);
    if (figure.gender === 0) figure.gender = run.gender;
    byName.set(words.join(' '), index);
    if (figure.kind === 'person' || words.length === 1) bySurname.set(last, index);
    else if (figure.kind === 'outlet') for (const word of words) if (OUTLET.has(word)) bySurname.set(word, index);
    mentions.push({ from: run.from, to: run.to, figure: index });
  }
  return { figures: figures.map(({ keys, ...figure }) => withGender(figure, [...keys][0] ?? '', known.table)), mentions: mentions.sort((a, b) => a.from - b.from) };
}

/** A first name's gender rules out the other from here on (Ellery 4, Hillary 4, Kirsten 3 only weigh; Yelena, Mary 9, John -9). */
const SURE = 4;

function withGender(figure: Omit<Figure, 'keys'>, first: string, table: ReadonlyMap<string, WordEntry>): Figure {
  if (figure.gender !== 0 || figure.kind !== 'person') return figure;
  const known = table.get((/^\S+/u.exec(figure.name)?.[0] ?? first).toLowerCase())?.gender;
  if (known !== undefined && Math.abs(known) > 1) return { ...figure, gender: Math.sign(known) * (Math.abs(known) > SURE ? 1 : 0.5) };
  const office = COURTESY.get((figure.office ?? '').toLowerCase().split(' ').at(-1) ?? '');
  return { ...figure, gender: office ?? 0 };
}

/** The mentions that begin inside a stretch. */
export function mentionsIn(cast: Cast, stretch: Stretch): Mention[] {
  const found: Mention[] = [];
  for (let m = firstMention(cast, stretch.from); m < cast.mentions.length; m++) {
    const mention = cast.mentions[m];
    if (mention === undefined || mention.from >= stretch.to) break;
    found.push(mention);
  }
  return found;
}

/** Index of the first mention at or after a word. */
export function firstMention(cast: Cast, word: number): number {
  let low = 0;
  let high = cast.mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cast.mentions[middle]?.from ?? 0) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The text of a stretch of words, white space as one blank. */
export function textOf(reading: Reading, s: Stretch): string {
  return reading.words.text.slice(reading.words.start[s.from], reading.words.end[s.to - 1]).replace(/\s+/gu, ' ');
}

function keysOf(reading: Reading, run: Stretch): string[] {
  return reading.words.forms.slice(run.from, run.to).filter((form) => /[\p{L}\d]/u.test(form) && form !== "'s");
}

/** Runs of capitalised words; those of headlines in capitals come last, word by word. */
function nameRuns(reading: Reading): Run[] {
  const { words } = reading;
  const runs: Run[] = [];
  const headlines: Run[] = [];
  for (const sentence of words.sentences) {
    const capitals = isInCapitals(reading, sentence);
    for (let i = sentence.from; i < sentence.to; i++) {
      if (!isNamePart(reading, i, sentence)) continue;
      if (capitals) {
        headlines.push({ from: i, to: i + 1, office: undefined, gender: 0, titled: false, known: true });
        continue;
      }
      const to = runEnd(reading, i, sentence);
      runs.push(...splitTitles(reading, { from: i, to }));
      i = to - 1;
    }
  }
  return [...runs, ...headlines];
}

function runEnd(reading: Reading, from: number, sentence: Stretch): number {
  const { forms } = reading.words;
  let to = from + 1;
  while (to < sentence.to) {
    if (isNamePart(reading, to, sentence) || isMonthName(reading, to)) to++;
    else if (LINKS.has(forms[to] ?? '') && to + 1 < sentence.to && isNamePart(reading, to + 1, sentence) && joins(reading, { from, to })) to += 2;
    else break;
  }
  return to;
}

/** "Yin Myint May": a month inside a name. */
function isMonthName(reading: Reading, i: number): boolean {
  const { forms } = reading.words;
  return /^(?:may|june|april|august|march)$/u.test(forms[i] ?? '') && (reading.attributes.shape[i + PAD] ?? 0) === 2 && !/^\d/u.test(forms[i + 1] ?? '');
}

/** Share of a sentence's long words that are capitalised from which on it is a headline in capitals. */
const IN_CAPITALS = 0.7;

function isInCapitals(reading: Reading, sentence: Stretch): boolean {
  let long = 0;
  let capital = 0;
  for (let i = sentence.from; i < sentence.to; i++) {
    if ((reading.words.forms[i] ?? '').length < 4) continue;
    long++;
    if ((reading.attributes.shape[i + PAD] ?? 0) >= 2) capital++;
  }
  return long >= 4 && capital >= IN_CAPITALS * long;
}

/** "Bank of Marena" and "Ministry of Overseas Affairs" are one name; "Ostrey of" is not. */
function joins(reading: Reading, run: Stretch): boolean {
  const link = reading.words.forms[run.to] ?? '';
  if (PARTICLES.has(link)) return true;
  const body = reading.words.forms.slice(run.from, run.to).some((form) => BODY.has(form) || OUTLET.has(form));
  if (link === "'") return true;
  return (link === 'of' || link === 'for') && body;
}

function isNamePart(reading: Reading, i: number, sentence: Stretch): boolean {
  const x = reading.attributes;
  const shape = x.shape[i + PAD] ?? 0;
  const form = reading.words.forms[i] ?? '';
  if (shape !== 2 && shape !== 3 && shape !== 6) return false;
  if (NOT_NAMES.has(form)) return false;
  const tag = x.tag[i + PAD] ?? 0;
  const opens = i === sentence.from || (x.quoted[i + PAD - 1] ?? 0) === 2;
  return tag === PROPER || (!opens && tag !== 0);
}

/** Cuts titles off: "Karvelian President Danica Horvel" is the name "Danica Horvel" with an office. */
function splitTitles(reading: Reading, run: Stretch): Run[] {
  const { forms } = reading.words;
  let name = run.from;
  let gender = 0;
  for (let i = run.from; i < run.to - 1; i++) {
    const form = (forms[i] ?? '').replace(/\.$/u, '');
    if (!TITLE.has(form) && !/-(?:born|based|led|backed|elect|raised)$/u.test(form)) continue;
    if (LINKS.has(forms[i + 1] ?? '')) break;
    name = i + 1;
    gender = COURTESY.get(form) ?? gender;
  }
  if (name === run.from && TITLE.has((forms[run.from] ?? '').replace(/\.$/u, '')) && run.to - run.from === 1) return [];
  const from = name > run.from ? run.from : leftOffice(reading, run.from);
  const courtesy = name - run.from === 1 && COURTESY.has((forms[run.from] ?? '').replace(/\.$/u, '')) && /^(?:mr|mrs|ms|miss)\.?$/u.test(forms[run.from] ?? '');
  const office = from < name && !courtesy ? textOf(reading, { from, to: lastWord(reading, from, name) }) : undefined;
  return [{ from: name, to: run.to, office: office === '' ? undefined : office, gender, titled: name > run.from, known: false }];
}

function lastWord(reading: Reading, from: number, to: number): number {
  return to - 1 > from && reading.words.forms[to - 1] === ',' ? to - 1 : to;
}

/** Lower-case office before a name: "former Dunmere mayor", "the present mayor,". */
function leftOffice(reading: Reading, name: number): number {
  const { forms } = reading.words;
  const x = reading.attributes;
  let at = name;
  if (forms[at - 1] === ',') at--;
  const head = (forms[at - 1] ?? '').replace(/\.$/u, '');
  const headTag = x.tag[at - 1 + PAD] ?? 0;
  if (headTag !== NOUN && headTag !== PROPER) return name;
  if (!TITLE.has(head) && !OFFICE.test(head)) return name;
  let from = at - 1;
  while (from > 0 && at - from < 6) {
    const tag = x.tag[from - 1 + PAD] ?? 0;
    if (tag !== NOUN && tag !== ADJECTIVE && tag !== PROPER && forms[from - 1] !== '-') break;
    from--;
  }
  return from;
}

/** Nouns for what a person does. */
export const OFFICE =
  /^(?:\p{L}+(?:er|or|ist|ian|ant|man|woman|person|ee|yst|ess)|head|aide|chief|captain|ally|judge|analyst|president|minister|secretary|coach|boss|host|pilot|farmer|nurse|student|resident|native|guard|expert|critic|economist|mayor|official|envoy|diplomat|lawyer|attorney|witness|juror|surveyor)$/u;

/** What stands in commas after a name: ", a ministry spokesperson,". */
function apposition(reading: Reading, run: Stretch): string | undefined {
  const { forms } = reading.words;
  let from = run.to;
  if (forms[from] !== ',') return undefined;
  from++;
  if (/^(?:a|an|the|its|his|her|their)$/u.test(forms[from] ?? '')) from++;
  else if (!OFFICE.test(forms[from] ?? '') && !TITLE.has(forms[from] ?? '')) return undefined;
  let to = from;
  const end = Math.min(from + 14, reading.words.length);
  while (to < end && !/^(?:[,.;:?!()"“”—–]|''|who|which|said|says)$/u.test(forms[to] ?? '')) to++;
  return to > from && to < end && to - from < 13 ? textOf(reading, { from, to }) : undefined;
}

function kindOf(reading: Reading, run: Run, known: Known): Figure['kind'] {
  const { forms } = reading.words;
  const keys = keysOf(reading, run);
  const last = keys.at(-1) ?? '';
  const before = forms[run.from - 1] ?? '';
  if (run.titled || isOffice(run.office)) return 'person';
  if (isCalledOutlet(reading, run)) return 'outlet';
  if (BODY_NOUN.test(before) && keys.length < 5) return 'body';
  if (modifies(reading, run)) return 'place';
  const upper = countShape(reading, run, 3);
  if ((upper > 2 || (upper > 0 && opensParagraph(reading, run))) && !keys.some((key) => OUTLET.has(key))) return 'place';
  if (PLACE_FIRST.test(keys[0] ?? '') && keys.length < 4 && !BODY.has(last) && !OUTLET.has(last)) return 'place';
  if (keys.length > 1 && keys.some((key) => STRONG_OUTLET.test(key))) return 'outlet';
  if (keys.some((key) => KNOWN_OUTLETS.has(key)) || OUTLET.has(last) || OUTLET.has(keys[0] ?? '')) return 'outlet';
  if (keys.some((key) => BODY.has(key))) return 'body';
  if (keys.length === 1 && reading.attributes.shape[run.from + PAD] === 3) return 'body';
  if (keys.length >= 2 && keys.length <= 4 && before !== 'the') return 'person';
  return keys.length === 1 && isFirstName(last, known) ? 'person' : 'place';
}

function isOffice(office: string | undefined): boolean {
  const head = (office ?? '').toLowerCase().split(' ').at(-1) ?? '';
  return TITLE.has(head) || /^(?:lawyer|leader|official|aide|adviser|advisor|analyst|president|activist|farmer|teacher|actor|actress|singer|author)$/u.test(head);
}

const PLACE_FIRST = /^(?:new|north|south|east|west|northern|southern|eastern|western|united|saint|st\.?|san|los|las|fort|mount|lake|cape|villa|port)$/u;
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

const BODY_NOUN = /^(?:firm|company|group|charity|bank|lender|union|operator|party|organi[sz]ation|builder|maker|giant|airline|builder|institute|nonprofit|startup|retailer)$/u;
const HANDS_ON = /^(?:broadcast|aired|published|carried|distributed|printed|obtained|summari[sz]ed|released|seen|reviewed|run)$/u;

/** Whether the words around a name say that it is an outlet: "the broadcaster, MTR", "Karvinform, the state agency", "aired by MTR", "Kanal Ost reported". */
function isCalledOutlet(reading: Reading, run: Stretch): boolean {
  const { forms } = reading.words;
  const at = forms[run.from - 1] === ',' || forms[run.from - 1] === '"' ? run.from - 2 : run.from - 1;
  if (OUTLET_NOUN.test(forms[at] ?? '')) return true;
  if (/^(?:by|on)$/u.test(forms[run.from - 1] ?? '') && HANDS_ON.test(forms[run.from - 2] ?? '') && reading.attributes.shape[run.from + PAD] !== 1) {
    return /^(?:broadcast|aired|published|carried|printed|distributed)$/u.test(forms[run.from - 2] ?? '') || run.to - run.from === 1;
  }
  if (forms[run.to] === 'reported' && forms[run.to + 1] !== 'to') return true;
  if (forms[run.to] !== ',' || !/^(?:a|an|the|its|their|which)$/u.test(forms[run.to + 1] ?? '')) return false;
  for (let i = run.to + 2; i < run.to + 8; i++) {
    if (/^(?:[,.;:]|who|said|which)$/u.test(forms[i] ?? '.')) return false;
    if (OUTLET_NOUN.test(forms[i] ?? '') && !/^(?:'s|of)$/u.test(forms[i + 1] ?? '')) return true;
  }
  return false;
}

/** "Republican presidential hopeful", "North Korean state media": the name only describes the noun after it. */
function modifies(reading: Reading, run: Stretch): boolean {
  const x = reading.attributes;
  const next = x.tag[run.to + PAD] ?? 0;
  const noun = next === NOUN || (next === ADJECTIVE && x.tag[run.to + 1 + PAD] === NOUN);
  return noun && x.shape[run.to + PAD] === 1;
}

function isFirstName(word: string, known: Known): boolean {
  return Math.abs(known.table.get(word)?.gender ?? 0) > 4 && !known.isCommon(word);
}

/** Whether a word by itself names a kind of outlet ("paper", "agency", "television"). */
export function isOutletWord(form: string): boolean {
  return OUTLET.has(form) || OUTLET_NOUN.test(form);
}
