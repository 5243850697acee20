import { findFurtherStories } from './further-stories.js';
import { endsSentence, lineKind } from './line-kind.js';
import { isMarkdown, readFrontMatter, readMarks } from './markdown.js';
import type { Claim, Part, PartKind } from './page.js';
import { cutText } from './text-block.js';
import { countWords, isPunctuated, PARAGRAPH_WORDS, type TextLine } from './text-line.js';
import { typeRepeatedHeadline, typeTextHead, type KnownOfText } from './type-text-head.js';
import { typeTextPictures } from './type-text-pictures.js';

/** Words of a report's last sentence at least, characters of a subheading at most. Choices, checked against 2,000 bodies of which nothing may be lost. */
const SENTENCE_WORDS = 8;
const LONGEST_SUBHEADING = 90;

/** The parts of a plain text and the claims of its front matter, if it has one. */
export interface TextReading {
  readonly parts: readonly Part[];
  readonly claims: readonly Claim[];
  /** Stories in the text; the first one was read, the others are related ones. */
  readonly stories: number;
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
  const blocks: TextLine[] = cut.map((block) => {
    const marks = marked ? readMarks(block.text) : undefined;
    return marks
      ? { ...block, text: marks.text, kind: marks.kind ?? ownKind(marks.text) }
      : { ...block, kind: ownKind(block.text) };
  });
  typeTextHead(blocks, known);
  typeRepeatedHeadline(blocks, known);
  typeTextPictures(blocks);
  const further = findFurtherStories(blocks);
  for (const block of blocks.slice(further[0] ?? blocks.length)) block.kind = 'related';
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
    stories: further.length + 1,
  };
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

function typeRest(blocks: TextLine[]): void {
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
function typeTail(blocks: TextLine[]): void {
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
