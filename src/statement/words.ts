/**
 * The words of a text as the statement model reads them. Finer than a witness's tokens where statements need it:
 * "Clinton's" is a source and a clitic, "''" is one quotation mark, a dash ends a span. Linear time.
 */
export interface Words {
  readonly text: string;
  readonly length: number;
  /** UTF-16 offsets into `text`, half-open. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Lower case, straight apostrophes. */
  readonly forms: readonly string[];
  /** Index into `sentences`, into `paragraphs`. */
  readonly sentence: Uint32Array;
  readonly paragraph: Uint32Array;
  readonly sentences: readonly Stretch[];
  readonly paragraphs: readonly Stretch[];
  /** Whether the first paragraph is a headline by its length. */
  readonly headed: boolean;
}

/** A run of words, half-open. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A piece of text, half-open offsets: a paragraph, a headline. */
export interface Block {
  readonly start: number;
  readonly end: number;
}

const WORD =
  /(?:\p{L}\.){2,}|\d+(?:[.,:/]\d+)*|[\p{L}\p{M}\d_]+(?:[-‐‑'’&][\p{L}\p{M}\d]+)*|''|``|\.{2,}|-{2,}|[^\s\u00a0]/gu;
const CLITIC = /(?:['’](?:s|re|ve|ll|d|m)|['’])$/iu;
const ABBREVIATION =
  /^(?:mr|mrs|ms|dr|prof|gen|sen|gov|rep|reps|sens|lt|col|sgt|capt|st|jr|sr|vs|inc|corp|co|no|jan|feb|mar|apr|aug|sept|oct|nov|dec|calif|fla|ariz|ill|ky|mass|mich|minn|pa|va|wash|wis|rev|hon|maj|cmdr|adm|etc|ala|ark|colo|conn|del|ga|ind|kan|la|md|miss|mo|mont|neb|nev|okla|ore|tenn|tex|vt|messrs|p|u\.s|supt|det|spc|pvt)$/u;

/** Splits the blocks of a text into words and sentences; each block is a paragraph. */
export function toWords(text: string, blocks: readonly Block[]): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  const paragraphs: Stretch[] = [];
  for (const block of blocks) {
    const from = starts.length;
    splitBlock(text, block, starts, ends);
    if (starts.length > from) paragraphs.push({ from, to: starts.length });
  }
  const forms = starts.map((start, i) => text.slice(start, ends[i]).toLowerCase().replaceAll('’', "'"));
  const sentences = paragraphs.flatMap((paragraph) => splitSentences(text, starts, forms, paragraph));
  return {
    text,
    length: starts.length,
    start: Uint32Array.from(starts),
    end: Uint32Array.from(ends),
    forms,
    sentence: membership(sentences, starts.length),
    paragraph: membership(paragraphs, starts.length),
    sentences,
    paragraphs,
    headed: paragraphs.length > 1 && (paragraphs[0]?.to ?? 0) <= LONGEST_HEADLINE,
  };
}

/** Words of a headline; first paragraphs of reports are longer. */
const LONGEST_HEADLINE = 18;

/** Paragraphs of a plain text: what blank lines or line ends part. */
export function toBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/[^\n\r]+/gu))
    blocks.push({ start: match.index, end: match.index + match[0].length });
  return blocks;
}

function splitBlock(text: string, block: Block, starts: number[], ends: number[]): void {
  const piece = text.slice(block.start, block.end);
  let taken = 0;
  for (const match of piece.matchAll(WORD)) {
    const start = block.start + match.index;
    const end = start + match[0].length;
    if (end <= taken) continue;
    const clitic = match[0].length > 1 && match[0] !== "''" ? CLITIC.exec(match[0]) : null;
    starts.push(start);
    if (clitic !== null && clitic.index > 0) {
      ends.push(start + clitic.index);
      starts.push(start + clitic.index);
    } else if (text[end] === '.' && isAbbreviation(match[0]) && !isPlatformX(text, start)) {
      taken = end + 1;
      ends.push(taken);
      continue;
    }
    ends.push(end);
  }
}

function isAbbreviation(word: string): boolean {
  return /^\p{Lu}/u.test(word) && (word.length === 1 || ABBREVIATION.test(word.toLowerCase()));
}

/** "in a post on X.": the platform, no initial. */
function isPlatformX(text: string, start: number): boolean {
  return text[start] === 'X' && /\son\s$/u.test(text.slice(Math.max(0, start - 4), start));
}

const STOP = /^(?:[.?!]|\.{2,})$/u;
const CLOSER = /^(?:["”’')\]]|'')$/u;

function splitSentences(
  text: string,
  starts: readonly number[],
  forms: readonly string[],
  paragraph: Stretch,
): Stretch[] {
  const sentences: Stretch[] = [];
  let from = paragraph.from;
  for (let i = paragraph.from; i < paragraph.to - 1; i++) {
    if (!STOP.test(forms[i] ?? '') && !isHourBeforeQuotation(text, starts, forms, i)) continue;
    let next = i + 1;
    while (next < paragraph.to && CLOSER.test(forms[next] ?? '') && !spaceBefore(text, starts[next] ?? 0)) next++;
    if (next >= paragraph.to || !opensSentence(text, starts[next] ?? 0)) continue;
    sentences.push({ from, to: next });
    from = next;
  }
  sentences.push({ from, to: paragraph.to });
  return sentences;
}

/** "…at 7:40 a.m. “We are watching”": the dot of the hour ends the sentence too. */
function isHourBeforeQuotation(text: string, starts: readonly number[], forms: readonly string[], i: number): boolean {
  return (
    /^[ap]\.m\.$/u.test(forms[i] ?? '') && /^["“]\p{Lu}/u.test(text.slice(starts[i + 1], (starts[i + 1] ?? 0) + 3))
  );
}

function spaceBefore(text: string, at: number): boolean {
  return /\s/u.test(text[at - 1] ?? ' ');
}

function opensSentence(text: string, at: number): boolean {
  return spaceBefore(text, at) && /^["“‘'`([—-]*\s?[\p{Lu}\d]/u.test(text.slice(at, at + 6));
}

function membership(stretches: readonly Stretch[], length: number): Uint32Array {
  const index = new Uint32Array(length);
  stretches.forEach((stretch, s) => index.fill(s, stretch.from, stretch.to));
  return index;
}
