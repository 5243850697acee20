import type { PartKind } from '../page/page.js';
import type { Witness } from '../witness/witness.js';
import type { Change, Range } from './collation.js';
import type { ChangeView } from './word-changes.js';

/** Authors that differ, or that one side doesn't name. */
export function changedByline({ columns, passages }: ChangeView): readonly Change[] {
  const base = columns.base.witness;
  const witness = columns.witness.witness;
  const here = base.page.byline;
  const there = witness.page.byline;
  if (passages.length === 0 || here.length + there.length === 0 || sameNames(here, there)) return [];
  const from = here.join(', ');
  const to = there.join(', ');
  const sentence =
    to === ''
      ? `The base is signed by ${from}; the witness names no author.`
      : from === ''
        ? `The witness is signed by ${to}; the base names no author.`
        : `The byline differs: ${from} in the base, ${to} in the witness.`;
  return [{ base: placeOf(base, here), witness: placeOf(witness, there), from, to, sentence }];
}

/** Credits, contributor lines and datelines that one side has alone. */
export function changedCredit({ columns, passages }: ChangeView): readonly Change[] {
  if (passages.length === 0) return [];
  const base = columns.base.witness;
  const witness = columns.witness.witness;
  const found: Change[] = [];
  for (const kind of CREDITS) {
    for (const part of missing(base, witness, kind)) {
      found.push({
        base: part.range,
        witness: [0, 0],
        from: part.text,
        to: '',
        sentence: `The base has the ${kind} line “${part.text}”; the witness has none.`,
      });
    }
    for (const part of missing(witness, base, kind)) {
      found.push({
        base: [0, 0],
        witness: part.range,
        from: '',
        to: part.text,
        sentence: `The witness has the ${kind} line “${part.text}”; the base has none.`,
      });
    }
  }
  return found;
}

interface Line {
  readonly text: string;
  readonly range: Range;
}

/** Lines of a kind, where the other page has no line of that kind at all. */
function missing(page: Witness, other: Witness, kind: PartKind): readonly Line[] {
  if (other.page.parts.some((part) => part.kind === kind)) return [];
  return page.page.parts
    .filter((part) => part.kind === kind && part.text !== '')
    .slice(0, MOST_LINES)
    .map((part) => ({ text: part.text, range: [part.start ?? 0, part.end ?? part.start ?? 0] }));
}

function sameNames(here: readonly string[], there: readonly string[]): boolean {
  const names = new Set(here.map(plain));
  return here.length === there.length && there.every((name) => names.has(plain(name)));
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^\p{L} ]/gu, '');
}

/** Where the authors are signed, else the first of them that the text names; an empty range where the names come from the page's data only. */
function placeOf(witness: Witness, names: readonly string[]): Range {
  const line = witness.page.parts.find((part) => part.kind === 'byline' && part.start !== undefined);
  if (line?.start !== undefined && line.end !== undefined) return [line.start, line.end];
  const text = witness.text.toLowerCase();
  for (const name of names) {
    const at = text.length === witness.text.length ? text.indexOf(name.toLowerCase()) : witness.text.indexOf(name);
    if (name !== '' && at >= 0) return [at, at + name.length];
  }
  return [0, 0];
}

const CREDITS: readonly PartKind[] = ['dateline', 'contributor', 'credit'];
const MOST_LINES = 5;
