import { agencyNamed } from './agency.js';
import { DATED_LEAD, withoutLead } from './byline-lead.js';
import {
  BEAT,
  BEFORE_JOB,
  BETWEEN,
  CUT,
  DEGREE,
  DESK,
  GLUED,
  INVERTED,
  JOB,
  PLACE,
  TRAILING_JOB,
  TRAILING_NETWORK,
  TRAILING_PAGE,
  TRAILING_PICTURE,
  TRAILING_PLACE,
} from './byline-patterns.js';
import { isGivenName } from './given-names.js';
import { isSectionName } from './title-pieces.js';
import { GROUP, isParticle, isSurname, looksLikeOutlet, looksLikePerson, NOT_A_NAME, OUTLET } from './name-shape.js';

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
/** Trade, place, degree and network may all follow a name. */
const MOST_TAILS = 4;
/** Takes a byline apart: names without "By", job titles, places, addresses, or the outlet. Empty arrays where nobody is named. */
export function parseByline(text: string): Byline {
  const found: Found = { names: [], groups: [], agencies: [] };
  const line = lineOf(text);
  const bare = withoutLead(line.replace(DATED_LEAD, ''));
  for (const piece of piecesOf(bare)) sort(piece, found);
  const { names, groups, agencies, outlet } = found;
  const known = names.length > 0 ? names : groups.slice(0, 1);
  return {
    names: known.length > 0 ? known : (handleIn(text) ?? (bare === line ? [] : handlesOf(bare))),
    agencies,
    ...(outlet !== undefined && { outlet }),
  };
}

interface Found {
  readonly names: string[];
  readonly groups: string[];
  readonly agencies: string[];
  outlet?: string;
}

function lineOf(text: string): string {
  const line = text
    .slice(0, LONGEST)
    .replace(/https?:\/\/\S+|[^\s@]+@[^\s@]+\.[^\s@]+|@\w+/giu, ' ')
    .replace(/(?<=\p{Ll})and(?=\p{Lu}\p{Ll})/gu, ' and ')
    .replace(GLUED, ' | ')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
  // Looking for trades is dear and needed only where words touch.
  return !/\p{Ll}\p{Lu}/u.test(line)
    ? line
    : line.replace(BEFORE_JOB, (_, letter: string, job: string) =>
        /\p{Ll}/u.test(letter) && /^\p{Lu}/u.test(job) ? `${letter} | ` : letter,
      );
}

function piecesOf(bare: string): readonly string[] {
  const cut = CUT.exec(bare);
  const listed = cut && cut.index > 0 ? bare.slice(0, cut.index) : bare;
  return uninverted(listed)
    .replace(/\([^()]*\)|\[[^[\]]*\]/gu, (group) => (agencyNamed(group.slice(1, -1)) ? `, ${group.slice(1, -1)}` : ''))
    .split(BETWEEN)
    .flatMap((part) => partedFromOffice(part.trim()).split(', '))
    .flatMap((part) => partedFromOffice(clean(part)).split(', '))
    .filter((piece) => piece !== '' && piece.length <= LONGEST_NAME);
}

function clean(raw: string): string {
  let bare = withoutLead(raw);
  if (DESK.test(bare) || JOB.test(bare) || agencyNamed(bare) !== undefined) return bare;
  for (let turn = 0; turn < MOST_TAILS; turn++) {
    const before = bare;
    bare = withoutTail(bare);
    if (bare === before) break;
  }
  return withoutOpening(bare)
    .replace(/^(?:der|die|de|la|della|da)\s(?=r[eé]da[ck])/iu, '')
    .replace(/^["'“”‘’.:：（【《\s]+|["“”:：）】》\s]+$/gu, '')
    .replace(/(\p{Ll})\.$/u, '$1')
    .replace(/^(\S.{2,40}) \1$/u, '$1');
}

/** A name without what follows it: a trade, a place, a degree, a network, the start of a sentence. */
function withoutTail(text: string): string {
  const bare = text
    .replace(TRAILING_NETWORK, '')
    .replace(DEGREE, '')
    .replace(TRAILING_PAGE, '')
    .replace(TRAILING_PICTURE, '');
  const jobless = bare.replace(TRAILING_JOB, '');
  // "The Economist", "Our Correspondent": what would be left names nobody.
  const named = /^(?:an?|our|the)$/iu.test(jobless.trim()) ? bare : jobless;
  const placeless = named.replace(TRAILING_PLACE, '');
  // "Times of India" is one name.
  return withoutSentence(!placeless.includes(' ') && GROUP.test(placeless) ? named : placeless);
}

/** "dal nostro inviato Ann Roe": small words that lead to a person. */
function withoutOpening(text: string): string {
  const rest = text.replace(/^(?:\p{Ll}[\p{L}'’]*\s){1,4}(?=\p{Lu})/u, '');
  return rest !== text && !/^the\s/u.test(text) && !isParticle(text.split(' ')[0] ?? '') && looksLikePerson(rest)
    ? rest
    : text;
}

/** "Ann Roe covers education": the person with whom a line of small words opens. */
function withoutSentence(text: string): string {
  const words = text.split(' ');
  const small = words.findIndex((word, at) => at >= 2 && /^\p{Ll}{1,}$/u.test(word) && !isParticle(word));
  const opening = words.slice(0, Math.max(small, 0)).join(' ');
  return small > 0 && looksLikePerson(opening) ? opening : text;
}

/** "By @annroe". */
function handleIn(text: string): readonly string[] | undefined {
  const handle = /^[\W_]*by:?\s+@(\w{3,30})$/iu.exec(text.trim())?.[1];
  return handle === undefined ? undefined : [handle];
}

/** "by ann_roe": after a lead a handle counts, and where a page says that an author's name follows. */
export function handlesOf(bare: string): readonly string[] {
  const isHandle = /^[\p{L}\d][\p{L}\d._-]{2,29}$/u.test(bare) && !NOT_A_NAME.test(bare.replaceAll('_', ''));
  return isHandle ? [bare] : [];
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
  if (PLACE.test(text)) return;
  if (DESK.test(text) || JOB.test(text)) {
    if (DESK.test(text) || !/\s/u.test(text)) groups.push(text);
    return;
  }
  if (NOT_A_NAME.test(text) || isSectionName(text) || !looksNamed(text)) return;
  if (GROUP.test(text) && !looksLikePerson(text)) {
    if (names.length > 0 || OUTLET.test(text)) found.outlet ??= text;
    if (!groups.includes(text)) groups.push(text);
  } else if (isOffice(text, names) || (afterPerson && looksLikeOutlet(text) && !looksLikePerson(text)))
    found.outlet ??= text;
  else if (afterPerson && /^[\p{Script=Latin}.’'-]+$/u.test(text)) {
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

/** "HuffPost", "TechCrunch"; "McDonald" and "DeVeer" are surnames. */
const CAMEL = /^(?!Mac|Fitz|Van|Von|Del)\p{Lu}\p{Ll}{2,}\p{Lu}\p{Ll}+$/u;

/** "USA TODAY", "BBC"; "III", "JR" and "MBE" belong to the name. After two given names capitals are a surname: "Marie Claire DUBOIS". */
function isInCapitals(office: string): boolean {
  return /^\p{Lu}{3}[\p{Lu} ]*$/u.test(office) && !/^(?:[IVX]+|[MOC]BE)$/u.test(office);
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
      (isInCapitals(office) && /\p{Ll}/u.test(person) && !isGivenName(words[from - 1] ?? '')) ||
      (words.length - from === 1 && isGivenName(words[0] ?? '') && OUTLET.test(office) && !isSurname(office)) ||
      /^(?:\p{Lu}[\p{L}.]+ ){1,2}staff$/iu.test(office) ||
      (words.length - from >= 2 && looksLikeOutlet(office)) ||
      CAMEL.test(office)
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

/** A name has a letter, and in Latin script begins with a capital (or is a handle of one word). */
function looksNamed(piece: string): boolean {
  if (!/\p{L}/u.test(piece)) return false;
  const words = piece.split(/\s+/u);
  const isLower = words.length <= 3 && isGivenName(words[0] ?? '') && /^[\p{Ll}\s]+$/u.test(piece);
  return words.length <= 7 && (words.length === 1 || isLower || /\p{Lu}|\p{Lo}/u.test(piece));
}
