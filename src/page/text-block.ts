/** A piece of a plain text that stands by itself, with its place: half-open UTF-16 offsets, white space around it left out. */
export interface TextBlock {
  /** As read: wrapped lines joined by a space. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Line {
  readonly text: string;
  /** Columns it is set in. */
  readonly indent: number;
  readonly start: number;
  readonly end: number;
}

/** Characters and blocks read of a text; the rest is left out. A long novel has a million characters. */
export const TEXT_LIMITS = { characters: 1_500_000, blocks: 10_000 } as const;

/** Typewriters, mailers and wire services break lines at 55 to 85 characters; 100 leaves room for wide screens. */
const WIDEST_WRAP = 100;
const NARROWEST_WRAP = 40;

/**
 * Cuts a plain text into its blocks. Blank lines part blocks; within them a line is a block of its own, unless the text is
 * hard-wrapped: lines of nearly one width of which most end in the middle of a sentence. Nothing but white space is left out.
 */
export function cutText(source: string): readonly TextBlock[] {
  const groups = groupLines(source.slice(0, TEXT_LIMITS.characters));
  const lines = groups.flat();
  const wrapped = isHardWrapped(groups);
  const doubleSpaced = !wrapped && groups.length > 3 && isDoubleSpaced(groups);
  if (doubleSpaced) return joinWrapped([lines]).slice(0, TEXT_LIMITS.blocks);
  return (wrapped ? joinWrapped(groups) : lines.map(({ text, start, end }) => ({ text, start, end }))).slice(
    0,
    TEXT_LIMITS.blocks,
  );
}

/** Lines of the text, in groups that blank lines part. */
function groupLines(source: string): Line[][] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  for (const match of source.matchAll(/[^\r\n\u2028\u2029\f]*(?:\r\n|[\r\n\u2028\u2029\f]|$)/gu)) {
    const raw = match[0].replace(/[\r\n\u2028\u2029\f]+$/u, '');
    const text = raw.trim();
    if (text === '') {
      if (group.length > 0) groups.push(group);
      group = [];
    } else {
      const indent = raw.length - raw.trimStart().length;
      group.push({ text, indent, start: match.index + indent, end: match.index + raw.trimEnd().length });
    }
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

/** Lines inside groups (all but each group's last): enough of them, of wrapping width, most without a sentence's end. */
function isHardWrapped(groups: readonly (readonly Line[])[]): boolean {
  const inner = groups.flatMap((group) => group.slice(0, -1));
  if (inner.length < 2) return false;
  const ofWidth = inner.filter((line) => line.text.length >= NARROWEST_WRAP && line.text.length <= WIDEST_WRAP);
  const broken = inner.filter((line) => !/[.!?:;”"’']$/u.test(line.text));
  const long = inner.filter((line) => line.text.length > WIDEST_WRAP);
  return (
    long.length <= inner.length * 0.05 && ofWidth.length >= inner.length * 0.6 && broken.length >= inner.length * 0.6
  );
}

/** Every line its own group, and the lines are those of a wrapped text: a blank line was put after each. */
function isDoubleSpaced(groups: readonly (readonly Line[])[]): boolean {
  if (groups.some((group) => group.length > 1) || groups.length < 8) return false;
  const lines = groups.flat().slice(0, -1);
  const ofWidth = lines.filter((line) => line.text.length >= NARROWEST_WRAP && line.text.length <= WIDEST_WRAP);
  const continued = lines.filter(
    (line, at) => !/[.!?:”"]$/u.test(line.text) && /^\p{Ll}/u.test(groups[at + 1]?.[0]?.text ?? ''),
  );
  return ofWidth.length >= lines.length * 0.8 && continued.length >= lines.length * 0.5;
}

/** Joins the lines of each group, but starts anew where the writer broke a line though the next word would have fitted, and before an item of a list. */
function joinWrapped(groups: readonly (readonly Line[])[]): TextBlock[] {
  const width = groups.flat().reduce((most, line) => Math.max(most, Math.min(line.text.length, WIDEST_WRAP)), 0);
  const blocks: TextBlock[] = [];
  for (const group of groups) {
    let open: { text: string; start: number; end: number } | undefined;
    let before: Line | undefined;
    for (const line of group) {
      if (open && before && !isBroken(before, line, width)) {
        open.text += (/\p{L}-$/u.test(open.text) && /^\p{Ll}/u.test(line.text) ? '' : ' ') + line.text;
        open.end = line.end;
      } else {
        if (open) blocks.push(open);
        open = { text: line.text, start: line.start, end: line.end };
      }
      before = line;
    }
    if (open) blocks.push(open);
  }
  return blocks;
}

/** True where the writer, not the margin, ended a line. */
function isBroken(before: Line, line: Line, width: number): boolean {
  if (/^(?:[-*•–—]|\d{1,2}[.)])\s/u.test(line.text)) return true;
  if (line.indent >= 2 && before.indent === 0) return true;
  const word = /^\S+/u.exec(line.text)?.[0].length ?? 0;
  const fitted = before.text.length + 1 + word < width * 0.75;
  // A ragged margin leaves short lines too: only a sentence's end or a line in capitals proves the writer's hand.
  return fitted && (/[.!?:”"]$/u.test(before.text) || /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/u.test(before.text));
}
