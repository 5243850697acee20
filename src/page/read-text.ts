import { parseByline } from './byline.js';
import { parseDate } from './date.js';
import { looksLikeOutlet, looksLikePerson } from './name-shape.js';
import { endsSentence, isDateline, lineKind, opensAsCaption } from './line-kind.js';
import { isMarkdown, readFrontMatter, readMarks } from './markdown.js';
import type { Claim, Part, PartKind } from './page.js';
import { cutText, type TextBlock } from './text-block.js';

/** What the caller knows of a text beforehand. */
export interface KnownOfText {
  readonly title?: string;
}

interface Typed extends TextBlock {
  kind: PartKind | undefined;
}

/** Words from which a line is taken for a paragraph, not for a heading or byline. A choice: lines of the head are shorter, most paragraphs longer. */
const PARAGRAPH_WORDS = 15;
const LONGEST_HEADLINE = 220;
/** Words of a mast (an outlet's name), of a menu's longest line, of the shortest headline below them, and of a report's last sentence. Choices, checked against 2,000 bodies of which nothing may be lost. */
const MAST_WORDS = 3;
const MENU_WORDS = 8;
const HEADLINE_WORDS = 5;
const SENTENCE_WORDS = 8;
const LONGEST_SUBHEADING = 90;
const LONGEST_DATE = 60;
/** Lines above the first paragraph in which headline, byline and the like are looked for. */
const HEAD_LINES = 12;

/** The parts of a plain text and the claims of its front matter, if it has one. */
export interface TextReading {
  readonly parts: readonly Part[];
  readonly claims: readonly Claim[];
}

/** Types the parts of a plain text. Every character but white space stands in a part; a text without furniture is all paragraphs. */
export function readText(source: string, known: KnownOfText = {}): TextReading {
  const marked = isMarkdown(source);
  const front = marked ? readFrontMatter(source) : { end: 0, claims: [] };
  const cut = cutText(source.slice(front.end)).map((block) => ({
    text: block.text,
    start: block.start + front.end,
    end: block.end + front.end,
  }));
  const blocks: Typed[] = cut.map((block) => {
    const marks = marked ? readMarks(block.text) : undefined;
    return marks
      ? { ...block, text: marks.text, kind: marks.kind ?? ownKind(marks.text) }
      : { ...block, kind: ownKind(block.text) };
  });
  typeHead(blocks, known);
  typeRepeatedHeadline(blocks, known);
  typePictures(blocks);
  typeTail(blocks);
  typeRest(blocks);
  const parts = blocks.map(({ kind, text, start, end }) => ({
    kind: kind ?? 'paragraph',
    text: kind === 'listitem' ? text.replace(/^[-*•·–▪◦‣]\s+/u, '') : text,
    start,
    end,
  }));
  return {
    parts:
      front.end === 0
        ? parts
        : [{ kind: 'furniture', text: source.slice(0, front.end).trim(), start: 0, end: front.end }, ...parts],
    claims: front.claims,
  };
}

/** True where the text reads as sentences: most of its longer blocks end as sentences do. Stripped or spun texts do not. */
function isPunctuated(blocks: readonly TextBlock[]): boolean {
  const long = blocks.filter((block) => countWords(block.text) >= PARAGRAPH_WORDS);
  return long.length > 0 && long.filter((block) => endsSentence(block.text)).length >= long.length / 2;
}

function ownKind(text: string): PartKind | undefined {
  const kind = lineKind(text);
  if (kind !== undefined) return kind;
  if (/^[-*•·▪◦‣]\s+\S/u.test(text) || /^\d{1,2}[.)]\s+\S/u.test(text)) return 'listitem';
  if (text.length <= 60 && /^(?:top stories\b|listen to (?:this |the )?(?:article|story)\b)/iu.test(text))
    return 'furniture';
  if (text.length <= 200 && /^(?:©|\(c\)|copyright)\s/iu.test(text)) return 'furniture';
  if (/^(?:[-–—_*=#~.\s]{2,}|-?\s*30\s*-?|ends?)$/iu.test(text)) return 'furniture';
  return undefined;
}

/** Headline, deck, byline, outlet and dateline above the first paragraph. */
function typeHead(blocks: Typed[], known: KnownOfText): void {
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
function belowMast(head: readonly Typed[]): Typed | undefined {
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
function typeDeck(head: readonly Typed[], headline: Typed): void {
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

function isHeadline(block: Typed, blocks: readonly Typed[], known: KnownOfText): boolean {
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
function typeRepeatedHeadline(blocks: Typed[], known: KnownOfText): void {
  const headline = blocks.find((block) => block.kind === 'headline')?.text ?? known.title;
  if (headline === undefined) return;
  for (const block of blocks) if (block.kind === undefined && sameLine(block.text, headline)) block.kind = 'headline';
}

/** Captions stand beside credits: before one (advertisements between), or opening as captions do. */
function typePictures(blocks: Typed[]): void {
  blocks.forEach((block, at) => {
    const previous = blocks[at - 1];
    if (block.kind === undefined && NAMES_IN_CAPITALS.test(block.text) && previous?.kind === undefined && previous)
      if (isPictured(previous.text) || tellsNothing(previous.text)) block.kind = 'credit';
    if (block.kind !== 'credit') return;
    let before = at - 1;
    while (blocks[before]?.kind === 'advertisement') before--;
    const above = blocks[before];
    if (above?.kind === undefined && above && (isPictured(above.text) || tellsNothing(above.text)))
      above.kind = 'caption';
    const below = blocks[at + 1];
    if (below && below.kind === undefined && opensAsCaption(below.text)) below.kind = 'caption';
  });
}

/** A description of a picture: it opens as one, or places people in it, and reports nobody's words. */
function isPictured(text: string): boolean {
  if (text.length > 500) return false;
  if (opensAsCaption(text)) return true;
  const places =
    /\((?:l|r|c|left|right|center|centre|\d(?:st|nd|rd|th) (?:from )?\w+)\)|,? (?:left|right|second from (?:left|right)|pictured|seen here),/iu.test(
      text,
    );
  return places && !/[“”"]/u.test(text);
}

/** One short sentence without a verb of telling or in the past: what a caption is, in the present or without a verb. */
function tellsNothing(text: string): boolean {
  return countWords(text) <= CAPTION_WORDS && !TELLING.test(text) && !/[.!?]\s+\p{Lu}.*[.!?]$/u.test(text);
}

/** "JANE ROE, FJORD POST": who made a picture, for an agency that nobody knows. */
const NAMES_IN_CAPITALS = /^\p{Lu}[\p{Lu}.'’ -]{3,40}, \p{Lu}[\p{Lu}.'’& -]{1,40}$/u;
const CAPTION_WORDS = 25;
const TELLING =
  /[“”"]|\b(?:was|were|had|has|have|did|said|says|say|told|will|would|could|may|might|is|are|been|made|took|got|went|came|gave|found|\p{L}{2,}ed)\b/iu;

function typeRest(blocks: Typed[]): void {
  const punctuated = isPunctuated(blocks);
  const last = blocks.findLastIndex(
    (block) => block.kind === undefined && (countWords(block.text) >= PARAGRAPH_WORDS || endsSentence(block.text)),
  );
  blocks.forEach((block, at) => {
    if (block.kind !== undefined || block.text.length > LONGEST_SUBHEADING || endsSentence(block.text) || !punctuated)
      return;
    const next = blocks[at + 1];
    if (
      at < last &&
      next &&
      (next.kind === undefined || next.kind === 'listitem') &&
      at > 0 &&
      /^[\p{Lu}\d“"‘'¿¡]/u.test(block.text) &&
      !/[,;:]$|^[“"]/u.test(block.text)
    )
      block.kind = 'subheading';
  });
}

/** Kinds that only the furniture below a report has. */
const BELOW_REPORT: ReadonlySet<PartKind | undefined> = new Set([
  'share',
  'related',
  'tags',
  'furniture',
  'advertisement',
]);

/** Below the last sentence, where a page's furniture shows: what is no sentence is furniture too. Below "Comments" everything is. */
function typeTail(blocks: Typed[]): void {
  if (!isPunctuated(blocks)) return;
  const comments = blocks.findIndex(
    (block, at) => at > blocks.length / 2 && block.kind === 'furniture' && /^(?:\d+ )?comments?$/iu.test(block.text),
  );
  const last = blocks.findLastIndex(
    (block, at) =>
      block.kind === undefined &&
      (comments < 0 || at < comments) &&
      endsSentence(block.text) &&
      countWords(block.text) >= SENTENCE_WORDS,
  );
  const tail = blocks.slice(last + 1);
  if (last < 0 || !tail.some((block) => BELOW_REPORT.has(block.kind))) return;
  for (const block of tail) if (block.kind === undefined) block.kind = 'furniture';
}

function sameLine(a: string, b: string): boolean {
  const plain = (line: string): string =>
    line
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return plain(a) === plain(b) && plain(a) !== '';
}

/** Words of a text, up to as many as any rule asks for: blocks may be whole articles. */
function countWords(text: string): number {
  let count = 1;
  const gaps = text.matchAll(/\s+/gu);
  while (count < MOST_COUNTED && gaps.next().done !== true) count++;
  return count;
}

const MOST_COUNTED = 64;
