import { datelineOf } from './dateline.js';
import { endsSentence } from './line-kind.js';
import { countWords, LONGEST_HEADLINE, PARAGRAPH_WORDS, type TextLine } from './text-line.js';

/** Paragraphs of a story before which no further one begins, words of a headline, lines between headline and report. Choices: shorter ones are subheadings and lists. */
const FEWEST_PARAGRAPHS = 2;
const HEADLINE_WORDS = 3;
const HEAD_LINES = 4;

/** Where in a plain text further stories begin: at a headline that a byline or a day follows, or that a rule parts from what stands above and a dateline follows. */
export function findFurtherStories(lines: readonly TextLine[]): readonly number[] {
  const starts: number[] = [];
  let paragraphs = 0;
  for (const [at, line] of lines.entries()) {
    if (isParagraph(line)) paragraphs++;
    else if (paragraphs >= FEWEST_PARAGRAPHS && isHeadline(line) && opensStory(lines, at)) {
      starts.push(at);
      paragraphs = 0;
    }
  }
  return starts;
}

function isParagraph({ text, kind }: TextLine): boolean {
  return kind === undefined && countWords(text) >= PARAGRAPH_WORDS && endsSentence(text);
}

function isHeadline({ text, kind }: TextLine): boolean {
  return (
    (kind === undefined || kind === 'headline' || kind === 'subheading') &&
    text.length <= LONGEST_HEADLINE &&
    countWords(text) >= HEADLINE_WORDS &&
    /^[\p{Lu}\p{Lo}\d“"‘'«]/u.test(text) &&
    !/[.:;,…]["”’']?$/u.test(text)
  );
}

function opensStory(lines: readonly TextLine[], at: number): boolean {
  const below = lines.slice(at + 1, at + 2 + HEAD_LINES);
  const report = below.findIndex(isParagraph);
  if (report < 0) return false;
  const isSigned = below
    .slice(0, report)
    .some(({ kind, text }) => kind === 'byline' || (kind === 'timestamp' && /\d{4}/u.test(text)));
  const isParted = lines[at - 1]?.kind === 'furniture' && datelineOf(below[report]?.text ?? '') !== undefined;
  return isSigned || isParted;
}
