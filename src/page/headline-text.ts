import type { Block } from './block.js';
import { fold } from './fold.js';
import { unescaped } from './page-claims.js';
import { plainText } from './plain-text.js';
import type { TreeElement } from './tree.js';

/** Elements in a heading that are no words of it: buttons and notes for screen readers. Kickers and badges go only where machines are told the title without them. */
const BESIDE_TITLE =
  /(?:^|[\s_-])(?:print|edit(?:section)?|comments?|share|sr-only|visually-hidden|screen-reader(?:-text)?|tooltip)(?:$|[\s_-])/iu;
const LEVELS = 3;
const LONGEST = 1_000;
/** Elements of a heading that name the topic above the title, and the marks after them. */
const KICKER =
  /(?:^|[\s_-])(?:kicker|overline|over-?title|eyebrow|dachzeile|spitzmarke|top-?line|surtitre|sur-?titre|ante-?titulo|antetitulo|occhiello|rubric|rubrik|rubrique|pre-?title|pre-?headline)(?:$|[\s_-])/iu;
/** Marks that only screen readers are told stand after a topic. */
const UNSEEN = /(?:^|[\s_-])(?:hidden|sr-only|screen-reader(?:-text)?)(?:$|[\s_-])/iu;
const AFTER_KICKER = /^[\s:|–—·•/-]+/u;
const KICKER_WORDS = 5;
/** What stays of a heading without a part of it is a title from so many words. */
const TITLE_WORDS = 3;
/** Words of a section's name or a badge. */
const BESIDE_WORDS = 3;

/** What a headline says, without what stands beside it in its heading; where machines are told one part of the heading, that part. */
export function headlineText(block: Block, told: readonly string[]): string {
  const wanted = new Set(told.map(fold));
  const full = tidy(block.text);
  const heading = headingOf(block.element);
  const text = heading === undefined ? full : withoutKicker(heading, full);
  if (wanted.has(fold(text)) || heading === undefined || text !== full) return text;
  const whole = tidy(plainText(heading, LONGEST));
  // A heading of several blocks may hold a deck: its lines are one title only where machines are told so.
  if (wanted.has(fold(whole))) return whole;
  const named = partsOf(heading).find((part) => wanted.has(fold(part)) && isBeside(text, part));
  return named ?? withoutBeside(heading, text);
}

/** "Transport: Council votes" without the topic where its element is named for what it is or only screen readers are told the colon after it, whatever machines are told. */
function withoutKicker(element: TreeElement, text: string, level = 0): string {
  for (const [at, child] of element.children.entries()) {
    if (typeof child === 'string') continue;
    const isKicker = KICKER.test(child.attributes['class'] ?? '') || isColonUnseen(element.children[at + 1]);
    if (!isKicker) {
      const inside = level < LEVELS ? withoutKicker(child, text, level + 1) : text;
      if (inside !== text) return inside;
      continue;
    }
    const kicker = tidy(plainText(child, LONGEST));
    const rest = text.startsWith(kicker) ? text.slice(kicker.length).replace(AFTER_KICKER, '') : '';
    if (kicker !== '' && wordsIn(kicker) <= KICKER_WORDS && wordsIn(rest) >= 2) return rest;
  }
  return text;
}

function isColonUnseen(child: TreeElement | string | undefined): boolean {
  return (
    typeof child === 'object' && UNSEEN.test(child.attributes['class'] ?? '') && /^\s*:\s*$/u.test(plainText(child, 10))
  );
}

/** What a heading holds more than a title is short: a longer rest is a part of the title that machines are not told. */
function isBeside(text: string, part: string): boolean {
  return wordsIn(text) - wordsIn(part) <= BESIDE_WORDS;
}

function wordsIn(text: string): number {
  return text.split(/\s+/u).length;
}

function headingOf(element: TreeElement): TreeElement | undefined {
  for (let at: TreeElement | undefined = element, level = 0; at && level < LEVELS; at = at.parent, level++)
    if (/^h[1-6]$/u.test(at.tag)) return at;
  return undefined;
}

/** The texts of a heading's children one by one, and of all but the first, all but the last; likewise at bars within its text. */
function partsOf(heading: TreeElement): readonly string[] {
  const only = heading.children.filter((child) => typeof child !== 'string' || child.trim() !== '');
  const [inner] = only;
  if (only.length === 1 && inner !== undefined && typeof inner !== 'string') return partsOf(inner);
  const texts = only.map((child) => tidy(typeof child === 'string' ? child : plainText(child, LONGEST)));
  const joined = (pieces: readonly string[]): string => tidy(pieces.join(' '));
  const barred = joined(texts).split(/\s*[|｜]\s*/u);
  return [
    ...texts,
    joined(texts.slice(1)),
    joined(texts.slice(0, -1)),
    ...(barred.length > 1 ? [joined(barred.slice(1)), joined(barred.slice(0, -1))] : []),
  ].filter((text) => text.split(' ').length >= TITLE_WORDS);
}

function withoutBeside(heading: TreeElement, text: string): string {
  let left = text;
  const visit = (element: TreeElement, level: number): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      if (!BESIDE_TITLE.test(`${child.attributes['class'] ?? ''} ${child.attributes['id'] ?? ''}`)) {
        if (level < LEVELS) visit(child, level + 1);
        continue;
      }
      const beside = tidy(plainText(child, LONGEST));
      const rest = left.startsWith(beside)
        ? left.slice(beside.length)
        : left.endsWith(beside)
          ? left.slice(0, left.length - beside.length)
          : left;
      if (wordsIn(rest.trim()) >= TITLE_WORDS && isBeside(left, rest.trim())) left = tidy(rest);
    }
  };
  visit(heading, 0);
  return left;
}

/** White space collapsed, entities that were escaped twice read, hyphens that only show at a line's end left out. */
function tidy(text: string): string {
  return unescaped(text)
    .replace(/[\u00ad\u200b]/gu, '')
    .replace(/[ \t\u00a0]+/gu, ' ')
    .trim();
}
