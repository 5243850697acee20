import { authorClaims } from './author-claims.js';
import type { Block } from './block.js';
import { datesOf } from './date-line.js';
import { parseDate } from './date.js';
import { findForeign, type ForeignElements } from './foreign-element.js';
import type { HeadZone } from './head-zone.js';
import { lineKind } from './line-kind.js';
import { piecesOfLine } from './line-pieces.js';
import { plainText } from './plain-text.js';
import type { Claim } from './page.js';
import type { Tree, TreeElement } from './tree.js';

const DATE_NAME =
  /(?:^|[\s_-])(?:date|time|timestamp|datetime|pub-?date|published|publish(?:ed)?-?(?:date|time|on)|post-?date|entry-?date|posted-?on|article-?date|dateline|created|smart-?date|meta-?date|post-?time|updated|modified)(?:$|[\s_-])|timestamp|pubdate|publishdate|dateline/iu;
const MOST_CLAIMS = 100;
const LONGEST_LINE = 220;
const LONGEST_DATE = 120;
/** Elements from the first paragraph within which a far claim is looked for. */
const FARTHEST = 2_000;

/** What the page shows of author and date about its headline. */
export function headClaims(tree: Tree, blocks: readonly Block[], zone: HeadZone): readonly Claim[] {
  const foreign = findForeign(tree, blocks, [blocks[zone.headline], blocks[zone.first]]);
  return [...authorClaims(tree, blocks, zone, foreign), ...dateClaims(tree, blocks, zone, foreign)];
}

type Add = (field: string, value: string, from: string) => void;

/** The dates in lines and elements about the headline; where there are none, on the rest of the page, nearest first. Other stories' dates never. */
function dateClaims(
  tree: Tree,
  blocks: readonly Block[],
  zone: HeadZone,
  { isForeign, isInParagraph }: ForeignElements,
): readonly Claim[] {
  const [headline, first] = [zone.headline, zone.first].map((at) => blocks[at]?.element.index ?? 0) as [number, number];
  // Between headline and report a link of some words leads to no other story's box.
  const isOwn = (element: TreeElement): boolean =>
    !isForeign(element) || (element.index > headline && element.index < first && !isInParagraph(element));
  const claims: Claim[] = [];
  const add: Add = (field, value, from) => {
    const text = value.replace(/\s+/gu, ' ').trim();
    if (
      text !== '' &&
      claims.length < MOST_CLAIMS &&
      !claims.some((claim) => claim.field === field && claim.value === text)
    )
      claims.push({ field, value: text, from });
  };
  nearDates(tree, blocks, zone, isOwn, add);
  if (!claims.some((claim) => claim.field === 'published'))
    farDates(tree, blocks, zone, isOwn, (field, value, from) => {
      if (field === 'published') add(field, value, `${from}, far`);
    });
  return claims;
}

type Choose = (element: TreeElement) => boolean;

function nearDates(tree: Tree, blocks: readonly Block[], zone: HeadZone, isWanted: Choose, add: Add): void {
  for (const block of blocks.slice(zone.start, zone.end)) {
    if (!isWanted(block.element)) continue;
    const pieces = piecesOfLine(block);
    for (const piece of pieces.length > 1 ? [block.text, ...pieces] : pieces) dateOfLine(piece, add);
  }
  for (const element of elementsOf(tree, blocks, zone)) dateOfElement(element, isWanted, add);
}

function farDates(tree: Tree, blocks: readonly Block[], zone: HeadZone, isWanted: Choose, add: Add): void {
  const middle = blocks[zone.first]?.element.index ?? 0;
  const near = tree.elements
    .slice(Math.max(0, middle - FARTHEST + 1), middle + FARTHEST)
    .sort((a, b) => Math.abs(a.index - middle) - Math.abs(b.index - middle));
  for (const element of near) dateOfElement(element, isWanted, add);
  for (const block of [
    ...blocks.slice(zone.last, zone.last + 12),
    ...blocks.slice(Math.max(0, zone.start - 30), zone.start),
  ])
    if (isWanted(block.element)) dateOfLine(block.text, add);
}

function dateOfLine(text: string, add: Add): void {
  if (text.length > LONGEST_LINE) return;
  const line = text.replace(/\n/gu, ' | ').replace(/^[^|•·]{1,30}[|•·]\s*(?=by\s)/iu, '');
  if (
    parseDate(line) !== undefined &&
    (lineKind(line) === 'timestamp' ||
      line.length <= 60 ||
      (line.length <= LONGEST_DATE && /(?:^|[—–|·-]\s)by\s/iu.test(line)) ||
      /publish|posted|updated|written|公開|掲載|更新/iu.test(line))
  )
    datesOf(line, add);
}

function dateOfElement(element: TreeElement, isWanted: Choose, add: Add): void {
  const { attributes, tag } = element;
  const name = `${attributes['class'] ?? ''} ${attributes['id'] ?? ''} ${attributes['itemprop'] ?? ''} ${attributes['data-testid'] ?? ''}`;
  const stamp =
    attributes['datetime'] ??
    attributes['data-origindate'] ??
    attributes['data-datetime'] ??
    attributes['data-published'] ??
    attributes['data-date'] ??
    attributes['data-timestamp'];
  const modified = /updat|modif/iu.test(name) || /dateModified/u.test(attributes['itemprop'] ?? '');
  const isDate = tag === 'time' || tag === 'relative-time' || DATE_NAME.test(name);
  if (isDate && isWanted(element)) {
    if (stamp !== undefined && parseDate(stamp) !== undefined)
      add(modified ? 'modified' : 'published', stamp, '<time>');
    else {
      const text = plainText(element, LONGEST_DATE);
      if (text.length <= LONGEST_DATE && parseDate(text) !== undefined) datesOf(text, add);
      else if (attributes['title'] !== undefined && parseDate(attributes['title']) !== undefined)
        add('published', attributes['title'], '<time>');
    }
  }
}

/** Elements from the zone's first block to its last, with what they hold. */
function elementsOf(tree: Tree, blocks: readonly Block[], zone: HeadZone): readonly TreeElement[] {
  const from = blocks[zone.start]?.element.index ?? 0;
  const to = blocks[zone.end]?.element.index ?? tree.elements.length;
  return to > from ? tree.elements.slice(from, Math.min(to, from + 1_500)) : [];
}
