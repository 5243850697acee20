import type { Collation, Range, Touch } from '../collation/collation.js';
import { noteOfChange } from '../collation/version-grounds.js';
import { REPORTED } from '../page/page.js';
import type { Witness } from '../witness/witness.js';

/** What an outlet changed between two versions of its story, beside the collation's changes. Readings `from` are the earlier version's, where it's known which that is. */
export interface VersionChanges {
  /** What the other page is to the traced one. */
  readonly other: 'earlier' | 'later' | 'unknown';
  readonly headline?: { readonly from: string; readonly to: string };
  /** Sentences that only the later version has. */
  readonly added: readonly string[];
  /** Sentences that only the earlier version has. */
  readonly gone: readonly string[];
  /** Words and phrases that were changed and are none of the collation's changes. */
  readonly words: readonly { readonly from: string; readonly to: string }[];
  /** What the later version says of its having been changed; absent where it says nothing: then the change was a silent one. */
  readonly note?: string;
}

/** What the one of two versions is to the other, by what that is to it. */
export const TURNED = { earlier: 'later', later: 'earlier', unknown: 'unknown' } as const;

/** Reads off a collation of two versions (base: the other page, witness: the traced one) what was changed from the earlier to the later. */
export function versionChanges(other: Witness, traced: Witness, collation: Collation): VersionChanges {
  const { direction } = collation;
  const isTurned = direction === 'witness';
  const [earlier, later] = isTurned ? [traced, other] : [other, traced];
  const [from, to] = isTurned ? (['witness', 'base'] as const) : (['base', 'witness'] as const);
  const titles = { from: earlier.page.title ?? '', to: later.page.title ?? '' };
  const note = noteOfChange(later.page, earlier.page);
  return {
    other: direction === 'base' ? 'earlier' : direction === 'witness' ? 'later' : 'unknown',
    ...(titles.from !== titles.to && { headline: titles }),
    added: unshared(later, passagesOn(collation, to)),
    gone: unshared(earlier, passagesOn(collation, from)),
    words: otherWords(collation, isTurned),
    ...(note !== undefined && { note }),
  };
}

function passagesOn({ passages }: Collation, side: 'base' | 'witness'): readonly Range[] {
  return passages.map((passage) => passage[side]);
}

/** Reported sentences of which less than half stands in shared passages. */
function unshared({ sentences, page, start, end, text }: Witness, passages: readonly Range[]): string[] {
  return sentences.flatMap(({ from, to, part }) => {
    if (part >= 0 && !REPORTED.has(page.parts[part]?.kind ?? 'paragraph')) return [];
    const [first, last] = [start[from] ?? 0, end[to - 1] ?? 0];
    const shared = passages.reduce(
      (sum, range) => sum + Math.max(0, Math.min(last, range[1]) - Math.max(first, range[0])),
      0,
    );
    return shared * 2 < last - first ? [text.slice(first, last)] : [];
  });
}

function otherWords({ passages }: Collation, isTurned: boolean): { from: string; to: string }[] {
  return passages
    .flatMap(({ variants }) => variants)
    .filter(({ touches }) => !touches.some((touch) => TOLD.has(touch)))
    .map(({ from, to }) => (isTurned ? { from: to, to: from } : { from, to }));
}

/** What the collation's own changes tell of. */
const TOLD: ReadonlySet<Touch> = new Set<Touch>(['quotation', 'number', 'date', 'name', 'negation', 'meaning']);
