import { PAD } from './attributes.js';
import { officeBefore } from './name-office.js';
import { BODY, COURTESY, LINKS, NOT_NAMES, OUTLET, PARTICLES, TITLE } from './name-words.js';
import type { Reading } from './reading.js';
import { TAGS } from './tag-features.js';
import type { Stretch } from './words.js';

/** A run of capitalised words that names somebody or something, without the titles before it. */
export interface NameRun extends Stretch {
  /** Office words that stand before the name: "Merovan Prime Minister". */
  readonly office: string | undefined;
  readonly gender: number;
  readonly titled: boolean;
  /** From a headline in capitals: counts only where the text has the name too. */
  readonly known: boolean;
}

const PROPER = TAGS.indexOf('PROPN') + 1;

/** Runs of capitalised words; those of headlines in capitals come last, word by word. */
export function nameRuns(reading: Reading): NameRun[] {
  const { words } = reading;
  const runs: NameRun[] = [];
  const headlines: NameRun[] = [];
  for (const sentence of words.sentences) {
    const capitals = isInCapitals(reading, sentence);
    for (let i = sentence.from; i < sentence.to; i++) {
      if (!isNamePart(reading, i, sentence)) continue;
      if (capitals) {
        headlines.push({ from: i, to: i + 1, office: undefined, gender: 0, titled: false, known: true });
        continue;
      }
      const to = runEnd(reading, i, sentence);
      if (isUrgency(words.forms, { from: i, to })) continue;
      if (to === i + 1 && words.forms[i - 1] === ',' && AFTER_NAMES.test(words.forms[i] ?? '')) continue;
      const from = isSundayPaper(words.forms, i) || opensWithSmallWord(reading, i, sentence) ? i - 1 : i;
      if (i === sentence.from && to === i + 1 && COMMON_BODY.test(words.forms[i] ?? '')) continue;
      runs.push(...splitTitles(reading, { from, to: withoutLetters(words.forms, { from, to }) }));
      i = to - 1;
    }
  }
  return [...runs, ...headlines];
}

/** What opens a headline with a capital and is no name: "Bank to cut jobs". */
const COMMON_BODY =
  /^(?:company|bank|firm|group|council|court|party|team|school|hospital|university|union|committee|department|ministry|agency|airline|charity|campaign|board|church|club)$/u;

/** "(LEAD) Seoul, Tokyo agree": what an agency puts before a headline. */
function isUrgency(forms: readonly string[], { from, to }: Stretch): boolean {
  return forms[to] === ')' && /^(?:lead|ld|urgent|update|recasts?|corrected|yonhap)$/u.test(forms[from] ?? '');
}

/** "Fiona Blair KC": where a name ends without the letters after it. */
function withoutLetters(forms: readonly string[], { from, to }: Stretch): number {
  return to - from > 2 && AFTER_NAMES.test(forms[to - 1] ?? '') ? to - 1 : to;
}

const AFTER_NAMES = /^(?:kc|qc|sc|mp|mep|msp|mla|md|phd|obe|mbe|cbe|ias|ips|esq)$/u;

/** "after In Touch reported": a small word that is written large within a sentence belongs to the name after it. */
function opensWithSmallWord(
  { words: { forms, headed, paragraph }, attributes }: Reading,
  i: number,
  sentence: Stretch,
): boolean {
  if (i < sentence.from + 2 || (headed && paragraph[i] === 0)) return false;
  return (
    /^(?:in|on|our|my|this|that|what|here|us|up)$/u.test(forms[i - 1] ?? '') &&
    attributes.shape[i - 1 + PAD] === 2 &&
    attributes.shape[i + PAD] === 2 &&
    (attributes.quoted[i - 2 + PAD] ?? 0) === 0 &&
    /^\p{L}/u.test(forms[i - 2] ?? '')
  );
}

/** "the Sunday Telegraph". */
export function isSundayPaper(forms: readonly string[], i: number): boolean {
  return (
    forms[i - 1] === 'sunday' &&
    /^(?:times|telegraph|mail|express|mirror|post|herald|world|independent|mercury)$/u.test(forms[i] ?? '')
  );
}

function runEnd(reading: Reading, from: number, sentence: Stretch): number {
  const { forms } = reading.words;
  let to = from + 1;
  while (to < sentence.to) {
    const linked = to + (linkBefore(reading, to) ?? 0);
    if (isNamePart(reading, to, sentence) || isMonthName(reading, to) || isChannelNumber(forms, to)) to++;
    else if (isOwned(reading, to) && to + 1 < sentence.to) to += 2;
    else if (
      linked > to &&
      linked < sentence.to &&
      isNamePart(reading, linked, sentence) &&
      joins(reading, { from, to })
    )
      to = linked + 1;
    else break;
  }
  return to;
}

/** Small words that can link two words of a name: "of", "von der", "of the" before a word that is written large. */
function linkBefore({ words: { forms } }: Reading, at: number): number | undefined {
  const [form = '', next = ''] = [forms[at], forms[at + 1]];
  if (!LINKS.has(form)) return undefined;
  if (PARTICLES.has(form) && PARTICLES.has(next) && /\p{L}/u.test(form)) return 2;
  return form === 'of' && next === 'the' ? 2 : 1;
}

/** "the Information Commissioner's Office", "the People's Party": one name. */
function isOwned({ words: { forms }, attributes: { shape } }: Reading, i: number): boolean {
  return (
    /^'s?$/u.test(forms[i] ?? '') &&
    OWNERS.test(forms[i - 1] ?? '') &&
    BODY.has(forms[i + 1] ?? '') &&
    (shape[i + 1 + PAD] ?? 0) === 2
  );
}

/** Who has a body in its name. */
const OWNERS =
  /^(?:commissioner|ombudsman|general|people|men|women|children|workers|teachers|farmers|patients|doctors|nurses|officers|veterans|students|lawyers|writers|pensioners|players|coroner|mayor)$/u;

/** "Channel 12", "France 24". */
function isChannelNumber(forms: readonly string[], i: number): boolean {
  return (
    /^(?:channel|kanal|radio|tv|tg|france|press|kan|news)$/u.test(forms[i - 1] ?? '') &&
    /^\d{1,2}$/u.test(forms[i] ?? '')
  );
}

/** "Yin Myint May": a month inside a name. */
function isMonthName(reading: Reading, i: number): boolean {
  const { forms } = reading.words;
  return (
    /^(?:may|june|april|august|march)$/u.test(forms[i] ?? '') &&
    (reading.attributes.shape[i + PAD] ?? 0) === 2 &&
    !/^\d/u.test(forms[i + 1] ?? '')
  );
}

/** Share of a sentence's long words that are capitalised from which on it is a headline in capitals. */
const IN_CAPITALS = 0.9;

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
  const { forms } = reading.words;
  if (link === 'and') return isPairedBody(reading, run);
  const body =
    forms.slice(run.from, run.to).some((form) => BODY.has(form) || OUTLET.has(form)) ||
    /^(?:charity|organi[sz]ation|party|movement|association|nonprofit)$/u.test(forms[run.from - 1] ?? '');
  if (link === "'") return true;
  return (link === 'of' || link === 'for') && body;
}

/** "Food and Agriculture Organization", "Brackley and Thorne NHS Trust": one name where its last word is of a body with a field or two places. */
function isPairedBody(reading: Reading, run: Stretch): boolean {
  const { forms } = reading.words;
  if (run.to - run.from > 1 || /^(?:un|eu|us|u\.s\.|nato|european|world|united)$/u.test(forms[run.to + 1] ?? ''))
    return false;
  let to = run.to + 1;
  while (
    to < run.to + 5 &&
    (reading.attributes.shape[to + PAD] ?? 0) >= 2 &&
    (reading.attributes.shape[to + PAD] ?? 0) <= 3
  )
    to++;
  return to > run.to + 2 && PAIRED.test(forms[to - 1] ?? '');
}

const PAIRED =
  /^(?:organi[sz]ation|ministry|department|committee|trust|agency|authority|association|services?|bureau|board|institute|society|administration|museum|workers)$/u;

function isNamePart(reading: Reading, i: number, sentence: Stretch): boolean {
  const x = reading.attributes;
  const shape = x.shape[i + PAD] ?? 0;
  const form = reading.words.forms[i] ?? '';
  if (shape !== 2 && shape !== 3 && shape !== 6) return false;
  if (NOT_NAMES.has(form) || (shape === 6 && /^(?:mid|pre|post|anti|non|pro|ex|late|early)-/u.test(form))) return false;
  const tag = x.tag[i + PAD] ?? 0;
  const opens = i === sentence.from || (x.quoted[i + PAD - 1] ?? 0) === 2;
  return (
    tag === PROPER || (!opens && tag !== 0) || (reading.words.forms[i + 1] === 'street' && x.shape[i + 1 + PAD] === 2)
  );
}

/** Cuts titles off: "Karvelian President Danica Horvel" is the name "Danica Horvel" with an office. */
function splitTitles(reading: Reading, run: Stretch): NameRun[] {
  const { forms } = reading.words;
  let name = run.from;
  let gender = 0;
  const last = forms.slice(run.from, run.to).some((form) => /^'s?$/u.test(form)) ? run.from : run.to - 1;
  for (let i = run.from; i < last; i++) {
    const form = (forms[i] ?? '').replace(/\.$/u, '');
    if (!TITLE.has(form) && !/-(?:born|based|led|backed|elect|raised)$/u.test(form)) continue;
    if (LINKS.has(forms[i + 1] ?? '')) break;
    name = i + 1;
    gender = COURTESY.get(form) ?? gender;
  }
  if (name === run.from && TITLE.has((forms[run.from] ?? '').replace(/\.$/u, '')) && run.to - run.from === 1) return [];
  return [
    {
      from: name,
      to: run.to,
      office: officeBefore(reading, run.from, name),
      gender,
      titled: name > run.from,
      known: false,
    },
  ];
}

/** The words of a name, lower case. */
export function keysOf(reading: Reading, run: Stretch): string[] {
  return reading.words.forms.slice(run.from, run.to).filter((form) => /[\p{L}\d]/u.test(form) && form !== "'s");
}
