import { parseByline } from './byline.js';
import { parseDate } from './date.js';
import { endsSentence, isDateline } from './line-kind.js';
import { looksLikeOutlet, looksLikePerson } from './name-shape.js';
import { countWords, isPunctuated, LONGEST_HEADLINE, PARAGRAPH_WORDS, sameLine, type TextLine } from './text-line.js';

/** What the caller knows of a text beforehand. */
export interface KnownOfText {
  readonly title?: string;
}

/** Words of a mast (an outlet's name), of a menu's longest line, and of the shortest headline below them. Choices, checked against 2,000 bodies of which nothing may be lost. */
const MAST_WORDS = 3;
const MENU_WORDS = 8;
const HEADLINE_WORDS = 5;
const LONGEST_DATE = 60;
/** Lines above the first paragraph in which headline, byline and the like are looked for. */
const HEAD_LINES = 12;

/** Headline, deck, byline, outlet and dateline above the first paragraph. */
export function typeTextHead(blocks: TextLine[], known: KnownOfText): void {
  const first = blocks.findIndex(
    (block) =>
      block.kind === undefined &&
      countWords(block.text) >= PARAGRAPH_WORDS &&
      (endsSentence(block.text) || block.text.length > LONGEST_HEADLINE),
  );
  const head = blocks.slice(0, Math.min(first < 0 ? blocks.length : first + 1, HEAD_LINES));
  if (blocks.length < 2 || head.length === 0) return;
  const headline =
    belowMast(head) ?? head.find((block) => block.kind === 'headline' || isHeadline(block, blocks, known));
  if (!headline) return;
  headline.kind = 'headline';
  for (const block of head.slice(head.indexOf(headline) + 1)) {
    if (block === blocks[first]) break;
    if (block.kind === 'tags' && parseByline(block.text).names.some(looksLikePerson)) block.kind = 'byline';
    if (block.kind !== undefined) continue;
    if (
      block.text.length <= LONGEST_DATE &&
      /^\P{Ll}*\p{L}+\.? \d{1,2}, \d{4}|^\d{1,2} \p{L}+ \d{4}/u.test(block.text) &&
      parseDate(block.text) !== undefined
    )
      block.kind = 'timestamp';
    else if (isDateline(block.text)) block.kind = 'dateline';
    else if (looksLikePerson(block.text) && !head.some((other) => other.kind === 'byline')) block.kind = 'byline';
    else if (
      looksLikeOutlet(block.text) ||
      (looksLikePerson(block.text) && !head.some((other) => other.kind === 'outlet'))
    )
      block.kind = 'outlet';
  }
  typeDeck(head, headline);
}

/**
 * The headline below a mast and a menu that were copied along: the first line of a headline's length after one or more of a name's
 * length, where a byline or a date shows that this is a page's head. What stands above it is furniture or the outlet's name.
 */
function belowMast(head: readonly TextLine[]): TextLine | undefined {
  const signed = head.findIndex((block) => block.kind === 'byline' || block.kind === 'timestamp');
  const [first] = head.filter((block) => block.kind === undefined);
  if (
    signed < 0 ||
    first === undefined ||
    countWords(first.text) > MAST_WORDS ||
    head.some((block) => block.kind === 'headline')
  )
    return undefined;
  const at = head.findIndex(
    (block) =>
      block.kind === undefined &&
      countWords(block.text) >= HEADLINE_WORDS &&
      block.text.length <= LONGEST_HEADLINE &&
      !/[.:;,…]["”’']?$/u.test(block.text),
  );
  if (at <= head.indexOf(first) || at > signed) return undefined;
  const above = head.slice(0, at).filter((block) => block.kind === undefined);
  if (above.some((block) => countWords(block.text) > MENU_WORDS || endsSentence(block.text))) return undefined;
  for (const block of above) block.kind = block === first && looksLikeOutlet(block.text) ? 'outlet' : 'furniture';
  return head[at];
}

/** The line right below the headline, where byline, date or outlet follow: only then it's sure to be no first paragraph. */
function typeDeck(head: readonly TextLine[], headline: TextLine): void {
  const at = head.indexOf(headline) + 1;
  const below = head[at];
  const after = head[at + 1]?.kind;
  if (
    below &&
    below.kind === undefined &&
    countWords(below.text) >= 5 &&
    below.text.length <= 400 &&
    (after === 'byline' || after === 'outlet' || after === 'timestamp')
  )
    below.kind = 'deck';
}

function isHeadline(block: TextLine, blocks: readonly TextLine[], known: KnownOfText): boolean {
  if (known.title !== undefined && sameLine(block.text, known.title)) return true;
  if (
    block !== blocks.find((other) => other.kind === undefined) ||
    block.text.length > LONGEST_HEADLINE ||
    /[.:;,…]["”’']?$/u.test(block.text)
  )
    return false;
  if (/^[\p{Lu}\s,.'’()]{3,60}\s*[–—-]{1,2}\s/u.test(block.text)) return false;
  const rest = blocks.slice(1).filter((other) => other.kind === undefined);
  const longest = Math.max(0, ...rest.map((other) => countWords(other.text)));
  // Without punctuation a short first line may be a sentence: ask for a body that is far longer.
  return longest >= PARAGRAPH_WORDS && countWords(block.text) <= (isPunctuated(rest) ? 30 : Math.min(16, longest / 3));
}

/** The headline once more, above a share bar or at the end, is no paragraph. */
export function typeRepeatedHeadline(blocks: TextLine[], known: KnownOfText): void {
  const headline = blocks.find((block) => block.kind === 'headline')?.text ?? known.title;
  if (headline === undefined) return;
  for (const block of blocks) if (block.kind === undefined && sameLine(block.text, headline)) block.kind = 'headline';
}
