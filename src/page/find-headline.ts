import type { Block } from './block.js';
import { fold } from './fold.js';
import type { Claim } from './page.js';
import { isSectionName } from './title-pieces.js';
import { sharedWords, titlesAgree } from './titles-agree.js';

/** A headline farther above the body than this belongs to something else; one in no heading of the first rank stands nearer. */
const FARTHEST = 45;
const NEAR = 8;
const MOST_HEADINGS = 60;
const MOST_TITLES = 20;
const LONGEST_TITLE = 500;
/** Characters of a line in no heading that may be the headline, and words of a title that isn't only the outlet's name. */
const SHORTEST_LINE = 8;
const TITLE_WORDS = 3;
const LONGEST_BOLD = 200;
/** Words of a bold line that is a headline, where nothing else is. */
const BOLD_WORDS = 4;

/** Names of elements that hold a headline for sure, and those that hold it where no heading does. */
const TITLE_CLASS = /(?:^|[\s_-])(?:headline|article-?title|entry-?title|post-?title|story-?title)(?:$|[\s_-])/iu;
const LIKE_TITLE_CLASS =
  /(?:^|[\s_-])(?:head-?lines?|hed|(?:article|entry|post|story|news|page|content|main)[_-]*(?:title|heading|hed|headline))(?:$|[\s_-])/iu;
const LOGO = /(?:^|[\s_-])(?:logo|site-?(?:title|name)|blog-?title)(?:$|[\s_-])/iu;

/** Four characters of a script that sets no spaces are words enough. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{4}/u;

interface Told {
  readonly outlets: ReadonlySet<string>;
  /** Every title that machines are told, and of these, folded, the ones that aren't the window's. */
  readonly titles: readonly string[];
  readonly folded: readonly string[];
  /** True where a title of some words is told: then what shares no word with it is no headline. */
  readonly isKnown: boolean;
}

/** The block that holds the headline of a report that starts at block `first`; -1 where none does. */
export function findHeadline(blocks: readonly Block[], first: number, claims: readonly Claim[]): number {
  const told = toldBy(claims);
  const best = (candidates: readonly number[]): number | undefined =>
    candidates.findLast((at) => at <= first) ?? candidates[0];
  const headings = headingsOf(blocks, first, told);
  return (
    best(agreeing(blocks, headings, told)) ??
    best(byRank(blocks, headings, first, told)) ??
    best(byPlace(blocks, headings, first, told)) ??
    -1
  );
}

function toldBy(claims: readonly Claim[]): Told {
  const outlets = new Set(claims.filter((claim) => claim.field === 'outlet').map((claim) => fold(claim.value)));
  const titles = claims.filter((claim) => claim.field === 'title' && claim.from !== 'h1');
  const folded = titles
    .filter((claim) => claim.from !== 'title')
    .map((claim) => fold(claim.value.slice(0, LONGEST_TITLE)));
  return {
    outlets,
    titles: titles.map((claim) => claim.value.slice(0, LONGEST_TITLE)).slice(0, MOST_TITLES),
    folded,
    isKnown: folded.some((title) => title.split(' ').length >= TITLE_WORDS && !outlets.has(title)),
  };
}

function headingsOf(blocks: readonly Block[], first: number, { outlets, folded }: Told): readonly number[] {
  const headings = blocks
    .map((_, at) => at)
    .filter((at) => {
      const block = blocks[at];
      const plain = fold(block?.text ?? '');
      if (block === undefined || at >= first + 4 || plain.length < 3 || outlets.has(plain)) return false;
      return headingRank(block) > 0 || (isLikeTitle(block) && folded.includes(plain));
    });
  const standing = headings.filter((at) => !isCrumb(blocks[at]));
  return (standing.length > 0 ? standing : headings).slice(-MOST_HEADINGS);
}

/** Headings that say what machines are told: word for word before roughly, of the first rank before others. */
function agreeing(blocks: readonly Block[], headings: readonly number[], { titles }: Told): readonly number[] {
  const text = (at: number): string => blocks[at]?.text ?? '';
  const equal = headings.filter((at) => titles.some((title) => fold(title) === fold(text(at))));
  const roughly = headings.filter((at) => !isLogo(blocks[at]) && titles.some((title) => titlesAgree(text(at), title)));
  const ofFirst = (list: readonly number[]): readonly number[] =>
    list.filter((at) => headingRank(blocks[at] as Block) === 1);
  return [ofFirst(equal), ofFirst(roughly), equal, roughly].find((list) => list.length > 0) ?? [];
}

/** Headings of the first rank; where they only name a section and the heading above the report shares words with the title told, that one. */
function byRank(blocks: readonly Block[], headings: readonly number[], first: number, told: Told): readonly number[] {
  const text = (at: number): string => blocks[at]?.text ?? '';
  const ofRank = headings.filter(
    (at) => blocks[at]?.element.tag === 'h1' && at >= first - FARTHEST && isWordy(text(at)) && !isLogo(blocks[at]),
  );
  if (!told.isKnown || !ofRank.every((at) => isSectionName(text(at)))) return ofRank;
  const better = justAbove(blocks, headings, first).filter((at) =>
    told.folded.some((title) => sharedWords(title, text(at)) >= 2),
  );
  return better.length > 0 ? better : ofRank;
}

function justAbove(blocks: readonly Block[], headings: readonly number[], first: number): readonly number[] {
  return headings.filter((at) => /^h[23]$/u.test(blocks[at]?.element.tag ?? '') && at < first && at >= first - 3);
}

/** Lines of their own that machines call the title, the subheading above the report, an element named for a headline, a bold line. */
function byPlace(blocks: readonly Block[], headings: readonly number[], first: number, told: Told): readonly number[] {
  const text = (at: number): string => blocks[at]?.text ?? '';
  const lines = blocks.map((_, at) => at).filter((at) => at < first + 4 && fold(text(at)).length >= SHORTEST_LINE);
  const saidByMachines = lines.filter((at) =>
    told.titles.some((title) => fold(title) === fold(text(at)) || opens(fold(title), fold(text(at)))),
  );
  // The subheading above the body is no headline where machines are told quite another one.
  const fits = (at: number): boolean => !told.isKnown || told.folded.some((title) => sharedWords(title, text(at)) >= 2);
  // Where machines tell the title, a line that is no heading says it worse than they do.
  const near = told.isKnown
    ? []
    : lines.filter((at) => at < first && at >= first - NEAR && text(at).split(/\s+/u).length >= TITLE_WORDS);
  return (
    [
      saidByMachines.filter((at) => told.folded.includes(fold(text(at)))),
      justAbove(blocks, headings, first).filter(fits),
      saidByMachines,
      near.filter((at) => (headings.includes(at) || isLikeTitle(blocks[at])) && !isLogo(blocks[at])),
      near.filter((at) => isBoldLine(blocks[at])),
    ].find((list) => list.length > 0) ?? []
  );
}

/** A line of some words with which the title told begins; the outlet's name is shorter. */
function opens(title: string, line: string): boolean {
  return title.startsWith(`${line} `) && (line.split(' ').length >= TITLE_WORDS || UNSPACED.test(line));
}

/** Two words or more. */
function isWordy(text: string): boolean {
  return /\S\s+\S/u.test(text) || UNSPACED.test(text);
}

/** 1 for the first rank and for what is marked up as the headline, 2 and 3 for the next; 0 for what is no heading. */
function headingRank(block: Block): number {
  for (
    let element: Block['element'] | undefined = block.element, level = 0;
    element && level < 3;
    element = element.parent, level++
  ) {
    if (element.attributes['itemprop'] === 'headline') return 1;
    const digit = /^h([1-3])$/u.exec(element.tag)?.[1];
    if (digit !== undefined) return Number(digit);
  }
  return isNamed(block.element, TITLE_CLASS) ? 1 : 0;
}

function isNamed({ attributes }: Block['element'], names: RegExp): boolean {
  return names.test(attributes['class'] ?? '') || attributes['itemprop'] === 'headline';
}

/** An element named for a title, around the line or the only one in it. */
function isLikeTitle(block: Block | undefined): boolean {
  const inside = block?.element.children.filter((child) => typeof child !== 'string') ?? [];
  return (
    block !== undefined &&
    [block.element, ...(inside.length === 1 ? inside : [])].some((element) => isNamed(element, LIKE_TITLE_CLASS))
  );
}

/** The site's name over every page: it's named so, or leads to the front page. */
function isLogo(block: Block | undefined): boolean {
  for (let at: Block['element'] | undefined = block?.element, level = 0; at && level < 2; at = at.parent, level++)
    if (LOGO.test(`${at.attributes['class'] ?? ''} ${at.attributes['id'] ?? ''}`)) return true;
  return (
    block?.element.children.some(
      (child) =>
        typeof child !== 'string' &&
        child.tag === 'a' &&
        /^(?:https?:\/\/[^/]+\/?|\/)$/u.test(child.attributes['href'] ?? ''),
    ) ?? false
  );
}

/** The last crumb of the way from the front page may be a heading too. */
function isCrumb(block: Block | undefined): boolean {
  for (let at: Block['element'] | undefined = block?.element, level = 0; at && level < 5; at = at.parent, level++)
    if (
      /breadcrumb/iu.test(
        `${at.attributes['class'] ?? ''} ${at.attributes['id'] ?? ''} ${at.attributes['itemtype'] ?? ''}`,
      ) ||
      at.attributes['itemprop'] === 'itemListElement'
    )
      return true;
  return false;
}

/** A line wholly in bold type that ends as headlines do. */
function isBoldLine(block: Block | undefined): boolean {
  return (
    block !== undefined &&
    block.bold >= block.text.length - 1 &&
    block.text.length <= LONGEST_BOLD &&
    block.text.split(/\s+/u).length >= BOLD_WORDS &&
    /^[\p{Lu}\d“"‘']/u.test(block.text) &&
    !/[.:;,…]["”’']?$|^by\s/iu.test(block.text)
  );
}
