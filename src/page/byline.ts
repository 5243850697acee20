import { agencyNamed } from './agency.js';
import {
  BEAT,
  BETWEEN,
  CUT,
  DATED_LEAD,
  DEGREE,
  GLUED,
  INVERTED,
  JOB,
  LEAD,
  TRAILING_JOB,
  TRAILING_NETWORK,
  TRAILING_PAGE,
  TRAILING_PLACE,
} from './byline-patterns.js';
import { GROUP, looksLikeOutlet, looksLikePerson, NOT_A_NAME, OUTLET } from './name-shape.js';

/** Whom a byline names. */
export interface Byline {
  /** Persons; where it names none, a desk or an agency as it calls itself. */
  readonly names: readonly string[];
  /** News agencies in it, by their full names. */
  readonly agencies: readonly string[];
  /** The outlet that it mentions beside the persons. */
  readonly outlet?: string;
}

const LONGEST = 600;
const LONGEST_NAME = 80;
const BARE_DEGREE = /^(?:m\.?d|ph\.?d|r\.?d|rn|jr|esq)\.?$/iu;
/** Takes a byline apart: names without "By", job titles, places, addresses, or the outlet. Empty arrays where nobody is named. */
export function parseByline(text: string): Byline {
  const found: Found = { names: [], groups: [], agencies: [] };
  for (const piece of piecesOf(text)) sort(piece, found);
  const { names, groups, agencies, outlet } = found;
  return { names: names.length > 0 ? names : groups.slice(0, 1), agencies, ...(outlet !== undefined && { outlet }) };
}

interface Found {
  readonly names: string[];
  readonly groups: string[];
  readonly agencies: string[];
  outlet?: string;
}

function piecesOf(text: string): readonly string[] {
  const line = text
    .slice(0, LONGEST)
    .replace(/https?:\/\/\S+|[^\s@]+@[^\s@]+\.[^\s@]+|@\w+/giu, ' ')
    .replace(GLUED, ' | ')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
  const bare = stripLead(line.replace(DATED_LEAD, '').replace(/^by(?=by\b)/iu, ''));
  const cut = CUT.exec(bare);
  const listed = cut && cut.index > 0 ? bare.slice(0, cut.index) : bare;
  return uninverted(listed)
    .replace(/\([^()]*\)|\[[^[\]]*\]/gu, (group) => (agencyNamed(group.slice(1, -1)) ? `, ${group.slice(1, -1)}` : ''))
    .split(BETWEEN)
    .flatMap((part) => partedFromOffice(part.trim()).split(', '))
    .map(clean)
    .filter((piece) => piece !== '' && piece.length <= LONGEST_NAME);
}

function clean(raw: string): string {
  return stripLead(raw.trim())
    .replace(TRAILING_NETWORK, '')
    .replace(TRAILING_JOB, '')
    .replace(TRAILING_PLACE, '')
    .replace(DEGREE, '')
    .replace(TRAILING_PAGE, '')
    .replace(/^["'“”‘’.:\s]+|["“”:\s]+$/gu, '')
    .replace(/(\p{Ll})\.$/u, '$1')
    .replace(/^(\S.{2,40}) \1$/u, '$1');
}

/** Puts a piece among persons, agencies, or groups, or drops it. */
function sort(text: string, found: Found): void {
  const { names, groups, agencies } = found;
  const agency = agencyNamed(text);
  const afterPerson = names.some(looksLikePerson);
  if (agency !== undefined) {
    if (!agencies.includes(agency)) agencies.push(agency);
    if (!groups.includes(text)) groups.push(text);
    return;
  }
  // What a job title leaves behind, as "Deputy" of "Deputy Political Editor".
  if (names.length > 0 && BEAT.test(text)) return;
  if (JOB.test(text)) {
    if (!/\s/u.test(text) && !BARE_DEGREE.test(text)) groups.push(text);
    return;
  }
  if (NOT_A_NAME.test(text) || !looksNamed(text)) return;
  if (GROUP.test(text) || isOffice(text, names)) {
    if (names.length > 0 || OUTLET.test(text)) found.outlet ??= text;
    if (!groups.includes(text)) groups.push(text);
  } else if (afterPerson && /^[\p{Script=Latin}.’'-]+$/u.test(text)) {
    // A single word after a whole name is where the person is: a place, a magazine.
  } else if (!names.includes(text)) names.push(text);
}

/** Where the person before it works: a word in capitals ("John Roe, TIME"), a part of an outlet ("CNN Business"), "The Conversation". */
function isOffice(text: string, names: readonly string[]): boolean {
  if (names.length === 0) return false;
  return (
    /^\p{Lu}{3,}$/u.test(text) ||
    /^The \p{Lu}/u.test(text) ||
    (/^\p{Lu}{3,}\s/u.test(text) && names.some((name) => /\p{Ll}/u.test(name)))
  );
}

/** "Ann Roe Associated Press", "Ann Roe BBC News", "Ann Roe Forbes Staff" with a comma between person and office; other pieces as they are. */
function partedFromOffice(piece: string): string {
  const words = piece.split(' ');
  for (let from = 2; from < words.length; from++) {
    const person = words.slice(0, from).join(' ');
    const office = words.slice(from).join(' ');
    if (!looksLikePerson(person) || /^\p{Ll}|^\p{Lu}\.?$/u.test(words[from - 1] ?? '')) continue;
    if (
      agencyNamed(office) !== undefined ||
      /^(?:\p{Lu}[\p{L}.]+ ){1,2}staff$/iu.test(office) ||
      (words.length - from >= 2 && looksLikeOutlet(office)) ||
      /^(?:BBC|CNN|NBC|CBS|ABC|NPR|PBS|\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+)$/u.test(office)
    )
      return `${person}, ${office}`;
  }
  return piece;
}

/** "Roe, Ann" as "Ann Roe"; other lines, and two agencies or desks, as they are. */
function uninverted(line: string): string {
  const [, family, given] = INVERTED.exec(line.trim()) ?? [];
  if (family === undefined || given === undefined) return line;
  const turned = `${given} ${family}`;
  const alone = [family, given].some((word) => agencyNamed(word) !== undefined || BEAT.test(word) || JOB.test(word));
  return !alone && looksLikePerson(turned) ? turned : line;
}

function stripLead(text: string): string {
  let bare = text;
  for (let turn = 0; turn < 3; turn++) {
    const stripped = bare.replace(LEAD, '');
    if (stripped === bare) break;
    bare = stripped;
  }
  return bare.trim();
}

/** A name has a letter, and in Latin script begins with a capital (or is a handle of one word). */
function looksNamed(piece: string): boolean {
  if (!/\p{L}/u.test(piece)) return false;
  const words = piece.split(/\s+/u);
  return words.length <= 7 && (words.length === 1 || /\p{Lu}|\p{Lo}/u.test(piece));
}
