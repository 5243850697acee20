import type { Range } from '../collation/collation.js';
import type { Witness } from '../witness/witness.js';
import { isPlainCue } from './plain-cue.js';
import { sentenceRange } from './sentence-range.js';
import type { Statement } from './statement.js';

/** Characters between a cue and its content at most, if the two are to be read as one: "told reporters at the quay that". */
const LONGEST_GAP = 60;
/** Characters before a content that begins in the middle of its sentence, and is shown from the sentence's beginning. */
const LONGEST_LEAD = 120;
/** Words up to which a content may be a cut one. */
const FEWEST_WORDS = 4;

/**
 * A statement as a list should have it, behind its speaker's name: the content by itself where the cue says no more than
 * "said", else with the cue, so that a denial reads as one ("denied that the dam leaked"). What begins in the middle of a
 * sentence is told from where it can be read. The page's own words throughout; a colon and dots are ours.
 */
export function tellStatement(witness: Witness, statement: Statement): string {
  const { text } = witness;
  const [start, ...rest] = statement.content;
  const [cue] = statement.cue;
  if (start === undefined) return textOf(text, statement.cue);
  const first = rest.length === 0 ? wholeEnding(text, start) : start;
  const content = textOf(text, [first, ...rest]);
  const isPlain = cue === undefined || (isPlainCue(text.slice(...cue)) && !statement.marks.some((m) => TELLING.has(m)));
  if (isPlain && isReadable(text.slice(...first))) return content;
  if (cue !== undefined && leadsInto(witness, cue, first)) return textOf(text, [[cue[0], first[1]], ...rest]);
  if (!isPlain && cue !== undefined && !isInside(text, cue, first)) return `${textOf(text, [cue])}: ${content}`;
  return textOf(text, [wholeBeginning(witness, first), ...rest]);
}

/** Marks by which a statement says something else than its content. */
const TELLING: ReadonlySet<string> = new Set(['denial', 'hedge', 'question', 'no-comment']);

/** A quotation, or what begins as a sentence does. */
function isReadable(content: string): boolean {
  return /^(?:["“”'‘«„]|[^\p{L}\p{N}]*[\p{Lu}\p{N}])/u.test(content);
}

/** Whether a cue and the content behind it stand in one sentence, close by, with nothing else said between them. */
function leadsInto(witness: Witness, cue: Range, content: Range): boolean {
  const gap = witness.text.slice(cue[1], content[0]);
  return (
    cue[1] <= content[0] &&
    !isInside(witness.text, cue, content) &&
    gap.length <= LONGEST_GAP &&
    !/["“”\n]/u.test(gap) &&
    sentenceRange(witness, cue[0])[0] === sentenceRange(witness, content[0])[0]
  );
}

/** "The road, a surveyor testified, would sink": the cue stands inside of what was said. */
function isInside(text: string, cue: Range, content: Range): boolean {
  return cue[1] <= content[0] && /^\s*,\s*$/u.test(text.slice(cue[1], content[0]));
}

/** A content of a few words that its sentence goes on from, up to the next mark: "the resolve" is nothing by itself. */
function wholeEnding(text: string, [start, end]: Range): Range {
  const words = text.slice(start, end).split(/\s+/u).length;
  const rest = /^ [^,.;:!?"“”\n—–]*/u.exec(text.slice(end, end + LONGEST_LEAD))?.[0] ?? '';
  return words > FEWEST_WORDS || rest.length === LONGEST_LEAD || /["”’']$/u.test(text.slice(start, end))
    ? [start, end]
    : [start, end + rest.trimEnd().length];
}

/** The content from its sentence's first word on, where that isn't far. */
function wholeBeginning(witness: Witness, content: Range): Range {
  const [start] = sentenceRange(witness, content[0]);
  return content[0] - start > LONGEST_LEAD || start > content[0] ? content : [start, content[1]];
}

/** The words of some ranges, on one line. */
export function textOf(text: string, ranges: readonly Range[]): string {
  return ranges.map(([start, end]) => text.slice(start, end).replace(/\s+/g, ' ').trim()).join(' … ');
}
