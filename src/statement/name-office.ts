import { PAD } from './attributes.js';
import { TITLE } from './name-words.js';
import { textOf, type Reading } from './reading.js';
import { TAGS } from './tag-features.js';
import type { Stretch } from './words.js';

const PROPER = TAGS.indexOf('PROPN') + 1;
const NOUN = TAGS.indexOf('NOUN') + 1;
const ADJECTIVE = TAGS.indexOf('ADJ') + 1;

/** The office that stands from the titles on, or before them: "Chief executive Dr Helen Marsh". "Mr" is none. */
export function officeBefore(reading: Reading, from: number, name: number): string | undefined {
  const { forms } = reading.words;
  if (name === from && /^(?:mr|mrs|ms|miss)$/u.test(forms[from - 1] ?? '')) return undefined;
  const title = forms[from] ?? '';
  const courtesy = name - from === 1 && /^(?:mr|mrs|ms|miss|dr|sir)$/u.test(title);
  const start = name > from && !courtesy ? from : leftOffice(reading, from);
  const end = courtesy && (start < from || title.startsWith('m')) ? from : name;
  return start < end ? textOf(reading, { from: start, to: lastWord(reading, start, end) }) : undefined;
}

function lastWord(reading: Reading, from: number, to: number): number {
  return to - 1 > from && reading.words.forms[to - 1] === ',' ? to - 1 : to;
}

/** Lower-case office before a name: "former Dunmere mayor", "the present mayor,". */
function leftOffice(reading: Reading, name: number): number {
  const { words } = reading;
  const { forms } = words;
  const x = reading.attributes;
  let at = name;
  if (forms[at - 1] === ',') at--;
  const head = (forms[at - 1] ?? '').replace(/\.$/u, '');
  // "the official Korean Central News Agency" is nobody's office.
  if (head === 'official' && at === name && /^(?:the|'s)$/u.test(forms[at - 2] ?? '')) return name;
  const placed = at < name ? placedOffice(reading, at) : undefined;
  if (placed !== undefined) return placed;
  const headTag = x.tag[at - 1 + PAD] ?? 0;
  if (headTag !== NOUN && headTag !== PROPER && !TITLE.has(head)) return name;
  if (!TITLE.has(head) && !OFFICE.test(head)) return name;
  let from = at - 1;
  const first = words.paragraphs[words.paragraph[name] ?? 0]?.from ?? 0;
  if (from < first) return name;
  while (from > first && at - from < 6) {
    const tag = x.tag[from - 1 + PAD] ?? 0;
    if (tag !== NOUN && tag !== ADJECTIVE && tag !== PROPER && forms[from - 1] !== '-') break;
    from--;
  }
  return from;
}

/** Words of an office with its place at most. */
const LONGEST_OFFICE = 10;

/** "a spokeswoman for the transport ministry, Ann Dunn": where the office begins that ends with its place. */
function placedOffice(reading: Reading, end: number): number | undefined {
  const { forms } = reading.words;
  for (let i = end - 2; i > end - LONGEST_OFFICE && i > 0; i--) {
    if (/^(?:[,.;:?!()"“”—–]|'')$/u.test(forms[i] ?? '')) return undefined;
    const office = TITLE.has(forms[i] ?? '') || OFFICE.test(forms[i] ?? '');
    if (!office || !/^(?:for|of|at|in)$/u.test(forms[i + 1] ?? '')) continue;
    let from = i;
    while (from > 0 && !/^(?:a|an|the|its|his|her|their|'s|[,.;:"“”])$/u.test(forms[from - 1] ?? '.') && i - from < 4)
      from--;
    return /^(?:a|an|the|its|his|her|their|'s)$/u.test(forms[from - 1] ?? '') ? from : undefined;
  }
  return undefined;
}

/** Nouns for what a person does. */
export const OFFICE =
  /^(?:\p{L}+(?:er|or|ist|ian|ant|man|woman|person|ee|yst|ess)|head|executive|ceo|premier|aide|chief|captain|ally|judge|analyst|president|minister|secretary|coach|boss|host|pilot|farmer|nurse|student|resident|native|guard|expert|critic|economist|mayor|official|envoy|diplomat|lawyer|attorney|witness|juror|surveyor|pundit|ace|star|legend|publican)$/u;

/** What stands in commas after a name: ", a ministry spokesperson,". */
export function apposition(reading: Reading, run: Stretch): string | undefined {
  const { forms } = reading.words;
  let from = run.to;
  if (forms[from] !== ',') return undefined;
  from++;
  if (/^(?:a|an|the|its|his|her|their)$/u.test(forms[from] ?? '')) from++;
  else if (forms[from + 1] === "'s" && reading.attributes.shape[from + PAD] !== 1) from += 2;
  else if (!opensOffice(reading, from)) return undefined;
  let to = from;
  const end = Math.min(from + 14, reading.words.length);
  while (to < end && !/^(?:[,.;:?!()"“”—–]|''|who|which|said|says)$/u.test(forms[to] ?? '')) to++;
  // "Corvane Bank, a person with knowledge of the plan said": the speaker of a clause, no office of the bank.
  if (/^(?:said|says)$/u.test(forms[to] ?? '')) return undefined;
  // "In Washington, a spokesperson urged both sides".
  if (/^(?:in|at|near|outside|from)$/u.test(forms[run.from - 1] ?? '') && forms[to] !== ',') return undefined;
  return to > from && to < end && to - from < 13 ? textOf(reading, { from, to }) : undefined;
}

/** "grains strategist at Ridgeway": common words up to one for what a person does. */
function opensOffice({ words: { forms }, attributes: { shape, tag } }: Reading, from: number): boolean {
  for (let i = from; i < from + 3; i++) {
    if (OFFICE.test(forms[i] ?? '') || TITLE.has(forms[i] ?? '')) return true;
    const noun = tag[i + PAD] === NOUN || tag[i + PAD] === ADJECTIVE;
    if (!noun || shape[i + PAD] !== 1) return false;
  }
  return false;
}
