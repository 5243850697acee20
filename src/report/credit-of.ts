import { plainWords } from '../collation/credit-grounds.js';
import { agenciesIn, isPictureAgency } from '../page/agency.js';
import { hostOf } from '../page/host-of.js';
import type { Claim, Page, Part } from '../page/page.js';
import { listOf } from './plain-words.js';

/** The page whose text was taken, as far as a credit can name it. */
export interface Credited {
  readonly outlet?: string;
  readonly url?: string;
  readonly text: string;
}

/** Where a page names another. */
export interface Credit {
  /** "byline", "dateline", "source line", … */
  readonly place: string;
  /** Whether it was put there to say whose text this is. A photographer's credit and a contributor line that came along with the text say nothing of it. */
  readonly isGiven: boolean;
}

/** Where a page names another as its source, the plainest place first; undefined where it doesn't, or where both are one outlet's. */
export function creditOf(page: Page, other: Credited): Credit | undefined {
  if (other.outlet === undefined || isSame(other.outlet, page.outlet)) return linkTo(page, other);
  const names = namesOf(other.outlet);
  const isNamed = (line: string): boolean => {
    const words = plainWords(line);
    return (
      names.some((name) => words.includes(name)) ||
      agenciesIn(line).some((agency) => names.includes(plainWords(agency)))
    );
  };
  const place = linesOf(page).find(({ text }) => isNamed(text))?.place;
  if (place !== undefined) return { place, isGiven: true };
  const said = mentions(page.text, other.outlet);
  const before = mentions(other.text, other.outlet);
  if (said > before) return { place: 'text', isGiven: true };
  const link = linkTo(page, other);
  if (link !== undefined) return link;
  const left = leftLines(page).find(({ text }) => isNamed(text))?.place;
  if (left !== undefined) return { place: left, isGiven: false };
  return said > 0 ? { place: 'text', isGiven: false } : undefined;
}

/** Whether a page says whose text it has. */
export function isCredited(page: Page, other: Credited): boolean {
  return creditOf(page, other)?.isGiven === true;
}

/** What a copy says of whose text it is, to end a sentence that has named the other page; empty where both are one outlet's, or the other has no name. */
export function creditClause(page: Page, other: Credited): string {
  if (other.outlet === undefined || isSame(other.outlet, page.outlet)) return '';
  const credit = creditOf(page, other);
  if (credit?.isGiven === true) return `; it credits ${other.outlet} in its ${credit.place}`;
  const others = sourcesNamed(page);
  if (others.length > 0) return `; it names ${listOf(others)}, not ${other.outlet}`;
  if (credit === undefined) return '; it names no source';
  return `; it names ${other.outlet} only in ${credit.place === 'text' ? 'words that came with the text' : `a ${credit.place}`}`;
}

interface Line {
  readonly place: string;
  readonly text: string;
}

/** The lines that say whose text a page is. */
function linesOf(page: Page): readonly Line[] {
  const claims = page.claims
    .filter(({ field, from }) => CREDIT_FIELDS.has(field) && !LEFT_IN.test(from))
    .filter(({ from, value }) => from !== 'source line' || !isOfImage(page, value));
  const opening = OPENING.exec(page.text.slice(0, HEAD))?.[1];
  return [
    ...page.byline.map((text) => ({ place: 'byline', text })),
    ...page.parts
      .filter((part) => part.kind === 'byline' && !isContributors(part))
      .map(({ text }) => ({ place: 'byline', text })),
    ...[page.dateline, opening].filter((text) => text !== undefined).map((text) => ({ place: 'dateline', text })),
    ...claims.map((claim) => ({ place: placeOf(claim), text: claim.value })),
  ];
}

function placeOf({ field, from }: Claim): string {
  if (from === 'byline' || from === 'dateline' || from === 'source line') return from;
  if (from === 'canonical') return 'canonical link';
  return field === 'author' ? 'byline' : 'page data';
}

/** Lines that a copyist leaves in without meaning to, those that tell most first. */
function leftLines({ parts }: Page): readonly Line[] {
  const lines = parts.map((part) => ({ kind: isContributors(part) ? 'contributor' : part.kind, text: part.text }));
  return Object.entries(LEFT_PLACES).flatMap(([kind, place]) =>
    lines.filter((line) => line.kind === kind).map(({ text }) => ({ place, text })),
  );
}

/** "Northwire's Bo Lund added to this report": such a line may be read as a signature. */
function isContributors({ kind, text }: Part): boolean {
  return kind === 'byline' && /\b(?:contribut|add)\w*\b.{0,40}\b(?:report|story|article)\b/iu.test(text);
}

const LEFT_PLACES: Readonly<Record<string, string>> = {
  contributor: 'contributor line',
  credit: 'photo credit',
  caption: 'caption',
};

/** An address of the other's site that the page gives as its original. */
function linkTo({ url, claims }: Page, other: Credited): Credit | undefined {
  const host = hostOf(other.url);
  if (host === undefined || host === hostOf(url)) return undefined;
  const link = claims.find(({ field, value }) => field === 'original' && hostOf(value) === host);
  return link === undefined ? undefined : { place: placeOf(link), isGiven: true };
}

/** Agencies and outlets that a page names as where its text is from, itself aside. */
function sourcesNamed(page: Page): readonly string[] {
  const named = page.claims.filter(
    ({ field, from, value }) =>
      NAMED_FIELDS.has(field) &&
      !LEFT_IN.test(from) &&
      hostOf(value) === undefined &&
      !isPictureAgency(value) &&
      !isSame(value, page.outlet) &&
      !isOfImage(page, value),
  );
  return [...new Set(named.map(({ value }) => value))].slice(0, MOST_NAMED);
}

/** How often a text has an outlet's name, spelt as it spells itself. */
function mentions(text: string, outlet: string): number {
  const name = outlet.replace(/^The\s/u, '').replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return name === '' ? 0 : (text.match(new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])`, 'gu'))?.length ?? 0);
}

/** An outlet by its own name and by an agency's full one: "AP News" is the Associated Press. */
function namesOf(outlet: string): readonly string[] {
  const full = outlet.replace(/^the\s/iu, '');
  const short = full.replace(KIND_OF_OUTLET, '');
  const names = short.length >= SHORTEST ? [full, short] : [full];
  return [...names, ...agenciesIn(outlet)].map(plainWords).filter((words) => words.trim() !== '');
}

/** What follows the name proper: lines say "Northwire" for Northwire News Agency. */
const KIND_OF_OUTLET = /(?:\s(?:news|press|agency|media|online|newspaper|service))+$/iu;
/** Letters of a name that can stand by itself. A choice: "AP", "Sun" and "Post" can't. */
const SHORTEST = 5;

function isSame(a: string, b: string | undefined): boolean {
  return b !== undefined && namesOf(a)[0] === namesOf(b)[0];
}

/** Whether a source line is an image's: "Image source: …". */
function isOfImage({ parts }: Page, value: string): boolean {
  const named = plainWords(value);
  return parts.some(({ text }) => IMAGE_SOURCE.test(text) && plainWords(text).includes(named));
}

const IMAGE_SOURCE = /\b(?:image|photo|picture|video|graphic)s?\s+(?:source|credit|courtesy)/iu;

/** "SUNDHAVEN, Ostrey (Tellwire) —": the agency of a dateline, in a text's first lines. */
const OPENING = /^\p{Lu}[^()\n]{1,60}\(([^()\n]{2,40})\)\s*[-–—]/mu;
/** Characters of a text in which its dateline stands. A choice: headline and deck may come first. */
const HEAD = 600;
const CREDIT_FIELDS: ReadonlySet<string> = new Set(['agency', 'author', 'original']);
const NAMED_FIELDS: ReadonlySet<string> = new Set(['agency', 'original']);
/** Where claims come from that a copyist leaves in without meaning to. */
const LEFT_IN = /contributor|caption|credit|image/iu;
/** Sources that a clause can name and still be read. A choice. */
const MOST_NAMED = 3;
