import type { Columns } from './column.js';
import { findMoves } from './find-moves.js';
import type { Kin } from './kin.js';
import { isEmpty, isOneSided, isSingle, type Step } from './step.js';
import { isDenial, isEqualStep, joinVariations, type Variation } from './variation.js';
import { widenSwaps } from './widen-swaps.js';

/**
 * Variants of a stretch: a step whose words differ is one; a swapped word stays by itself, so that each swap is told
 * with its own two readings; where words don't go one to one, what stands together is one reworded phrase.
 * A phrase that is dropped in one place and added in another is one transposition.
 */
export function findVariations(steps: readonly Step[], columns: Columns, kin: Kin): readonly Variation[] {
  const found: Variation[] = [];
  let run: Step[] = [];
  for (const step of steps) {
    if (isEqualStep(step, columns)) {
      found.push(...variationsOf(run, columns, kin));
      run = [];
    } else run.push(step);
  }
  found.push(...variationsOf(run, columns, kin));
  return widenSwaps(findMoves(found, columns), steps, columns);
}

/** The variants of a run of differing steps. */
function variationsOf(run: readonly Step[], columns: Columns, kin: Kin): Variation[] {
  if (run.length === 0) return [];
  const pieces: Variation[] = [];
  for (const step of run) {
    const last = pieces.at(-1);
    const isOne = last && isOneSided(step) && isOneSided(last) && isEmpty(step.base) === isEmpty(last.base);
    if (isOne && !isDenial(step, columns) && !isDenial(last, columns))
      pieces[pieces.length - 1] = joinVariations(last, step);
    else pieces.push({ ...step, moved: false });
  }
  const gaps = pieces.filter(isOneSided).length;
  if (gaps === 0 || pieces.length === 1) return pieces;
  const firm = pieces.map((piece) => isFirm(piece, columns, kin) || isDenial(piece, columns));
  const whole = gaps > 1 ? joinWeak(pieces, firm) : joinGap(pieces, firm, columns);
  return whole.map((piece) => withoutEqualEnds(piece, columns));
}

/** Several gaps in one run: everything between firm pairs was reworded as a whole. */
function joinWeak(pieces: readonly Variation[], firm: readonly boolean[]): Variation[] {
  const found: Variation[] = [];
  let open = false;
  pieces.forEach((piece, p) => {
    const last = found.at(-1);
    if (firm[p] === true) {
      found.push(piece);
      open = false;
    } else if (open && last) found[found.length - 1] = joinVariations(last, piece);
    else {
      found.push(piece);
      open = true;
    }
  });
  return found;
}

/** One gap: it belongs to the weak pair beside it, as a phrase of four words and more does. */
function joinGap(pieces: readonly Variation[], firm: readonly boolean[], columns: Columns): Variation[] {
  const at = pieces.findIndex((piece, p) => isOneSided(piece) && firm[p] !== true);
  const weak = firm[at - 1] === false ? at - 1 : firm[at + 1] === false ? at + 1 : -1;
  const neighbour =
    weak >= 0 || at < 0
      ? weak
      : isInflected(pieces[at + 1], columns)
        ? at + 1
        : isInflected(pieces[at - 1], columns)
          ? at - 1
          : -1;
  const gap = pieces[at];
  const other = pieces[neighbour];
  if (!gap || !other) return [...pieces];
  const whole = neighbour < at ? joinVariations(other, gap) : joinVariations(gap, other);
  return [...pieces.slice(0, Math.min(at, neighbour)), whole, ...pieces.slice(Math.max(at, neighbour) + 1)];
}

/** "vote" → "preferential voting". */
function isInflected(piece: Variation | undefined, { base, witness, vocabulary }: Columns): boolean {
  if (!piece || isOneSided(piece) || !isSingle(piece)) return false;
  return vocabulary.lemma[base.type[piece.base[0]] ?? 0] === vocabulary.lemma[witness.type[piece.witness[0]] ?? 0];
}

/** Whether more than its place speaks for a pair. */
function isFirm(piece: Variation, { base, witness, vocabulary }: Columns, kin: Kin): boolean {
  if (isOneSided(piece)) return false;
  if (!isSingle(piece)) return false;
  const a = base.type[piece.base[0]] ?? 0;
  const b = witness.type[piece.witness[0]] ?? 0;
  return vocabulary.lemma[a] === vocabulary.lemma[b] || kin.degree(a, b) > 0;
}

/** A joined variant begins and ends with words that differ. */
function withoutEqualEnds(piece: Variation, { base, witness }: Columns): Variation {
  let [from, to] = piece.base;
  let [start, stop] = piece.witness;
  while (to - from > 1 && stop - start > 1 && base.type[from] === witness.type[start]) {
    from++;
    start++;
  }
  while (to - from > 1 && stop - start > 1 && base.type[to - 1] === witness.type[stop - 1]) {
    to--;
    stop--;
  }
  return { base: [from, to], witness: [start, stop], moved: false };
}
