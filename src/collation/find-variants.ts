import type { Step } from './align-words.js';
import type { Columns } from './column.js';
import type { Kin } from './kin.js';
import { isNegation } from './negation.js';

/** A variant before it is named: half-open runs of words; one may be empty. */
export interface Variation {
  readonly base: readonly [from: number, to: number];
  readonly witness: readonly [from: number, to: number];
  readonly moved: boolean;
}

/**
 * Variants of a stretch: a step whose words differ is one; a swapped word stays by itself, so that each swap is told
 * with its own two readings; where words don't go one to one, what stands together is one reworded phrase.
 * A phrase that is dropped in one place and added in another is one transposition.
 */
export function findVariations(steps: readonly Step[], columns: Columns, kin: Kin): readonly Variation[] {
  const found: Variation[] = [];
  let run: Step[] = [];
  for (const step of steps) {
    if (isEqual(step, columns)) {
      found.push(...variationsOf(run, columns, kin));
      run = [];
    } else run.push(step);
  }
  found.push(...variationsOf(run, columns, kin));
  const moved = findMoves(found, columns);
  return isReworded(steps, columns) ? takeInNeighbours(moved, steps, columns) : moved;
}

/** Whether so many words are swapped one for one that a machine did it: what it adds to a word is part of a swap. */
function isReworded(steps: readonly Step[], { base, witness, vocabulary }: Columns): boolean {
  let swapped = 0;
  for (const step of steps) {
    if (step.base[1] - step.base[0] !== 1 || step.witness[1] - step.witness[0] !== 1) continue;
    if (vocabulary.lemma[base.type[step.base[0]] ?? 0] !== vocabulary.lemma[witness.type[step.witness[0]] ?? 0]) swapped++;
  }
  return swapped >= steps.length * REWORDED;
}

/** In reworded text a word or two beside an equal word came in with it: "pool" → "swimming pool", "go" → "go ahead". */
function takeInNeighbours(variations: readonly Variation[], steps: readonly Step[], columns: Columns): readonly Variation[] {
  const equal = new Map(steps.filter((step) => isEqual(step, columns)).map((step) => [`${step.base[0]} ${step.witness[0]}`, step]));
  return variations.map((variation) => {
    const { base, witness, moved } = variation;
    const longer = Math.max(base[1] - base[0], witness[1] - witness[0]);
    if (moved || !isOneSided(variation) || longer > SHORT_ADDITION || isDenial(variation, columns)) return variation;
    const left = equal.get(`${base[0] - 1} ${witness[0] - 1}`);
    const right = equal.get(`${base[1]} ${witness[1]}`);
    const last = base[0] === base[1] ? columns.witness.type[witness[1] - 1] : columns.base.type[base[1] - 1];
    const closesPhrase = columns.vocabulary.isFunction[last ?? 0] === 1;
    const chosen = closesPhrase && left && isContent(left, columns) ? left : right && isContent(right, columns) ? right : undefined;
    return chosen ? joined(chosen.base[0] < base[0] ? chosen : variation, chosen.base[0] < base[0] ? variation : chosen) : variation;
  });
}

function isContent(step: Step, { base, vocabulary }: Columns): boolean {
  return vocabulary.isFunction[base.type[step.base[0]] ?? 0] === 0;
}

/** Same form on both sides: no variant. Same word in another spelling is a variant of its own. */
function isEqual(step: Step, { base, witness }: Columns): boolean {
  if (step.base[1] - step.base[0] !== 1 || step.witness[1] - step.witness[0] !== 1) return false;
  return base.type[step.base[0]] === witness.type[step.witness[0]];
}

/** The variants of a run of differing steps. */
function variationsOf(run: readonly Step[], columns: Columns, kin: Kin): Variation[] {
  if (run.length === 0) return [];
  const pieces: Variation[] = [];
  for (const step of run) {
    const last = pieces.at(-1);
    const isOne = last && isOneSided(step) && isOneSided(last) && isEmpty(step.base) === isEmpty(last.base);
    if (isOne && !isDenial(step, columns) && !isDenial(last, columns)) pieces[pieces.length - 1] = joined(last, step);
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
    } else if (open && last) found[found.length - 1] = joined(last, piece);
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
  const neighbour = weak >= 0 || at < 0 ? weak : isInflected(pieces[at + 1], columns) ? at + 1 : isInflected(pieces[at - 1], columns) ? at - 1 : -1;
  const gap = pieces[at];
  const other = pieces[neighbour];
  if (!gap || !other) return [...pieces];
  const whole = neighbour < at ? joined(other, gap) : joined(gap, other);
  return [...pieces.slice(0, Math.min(at, neighbour)), whole, ...pieces.slice(Math.max(at, neighbour) + 1)];
}

/** "vote" → "preferential voting". */
function isInflected(piece: Variation | undefined, { base, witness, vocabulary }: Columns): boolean {
  if (!piece || isOneSided(piece) || piece.base[1] - piece.base[0] !== 1 || piece.witness[1] - piece.witness[0] !== 1) return false;
  return vocabulary.lemma[base.type[piece.base[0]] ?? 0] === vocabulary.lemma[witness.type[piece.witness[0]] ?? 0];
}

/** A negation that one side has alone is told by itself. */
function isDenial({ base, witness }: Step, columns: Columns): boolean {
  const [column, at] = base[0] === base[1] ? [columns.witness, witness] : [columns.base, base];
  return at[1] - at[0] === 1 && (base[0] === base[1] || witness[0] === witness[1]) && isNegation(columns.vocabulary.forms[column.type[at[0]] ?? 0] ?? '');
}

/** Whether more than its place speaks for a pair. */
function isFirm(piece: Variation, { base, witness, vocabulary }: Columns, kin: Kin): boolean {
  if (isOneSided(piece)) return false;
  if (piece.base[1] - piece.base[0] !== 1 || piece.witness[1] - piece.witness[0] !== 1) return false;
  const a = base.type[piece.base[0]] ?? 0;
  const b = witness.type[piece.witness[0]] ?? 0;
  return vocabulary.lemma[a] === vocabulary.lemma[b] || kin.degree(a, b) > 0;
}

/** Pairs each dropped run of words with an equal added one. */
function findMoves(variations: readonly Variation[], columns: Columns): readonly Variation[] {
  const added = new Map<string, number[]>();
  variations.forEach((variation, v) => {
    if (!isEmpty(variation.base)) return;
    const key = wordsOf(columns.witness.type, variation.witness, columns);
    if (key !== undefined) added.set(key, [...(added.get(key) ?? []), v]);
  });
  const partner = new Map<number, number>();
  variations.forEach((variation, v) => {
    if (!isEmpty(variation.witness)) return;
    const key = wordsOf(columns.base.type, variation.base, columns);
    const free = key === undefined ? undefined : added.get(key)?.shift();
    if (free !== undefined) partner.set(v, free);
  });
  const gone = new Set(partner.values());
  return variations.flatMap((variation, v) => {
    const other = variations[partner.get(v) ?? -1];
    if (other) return [{ base: variation.base, witness: other.witness, moved: true }];
    return gone.has(v) ? [] : [variation];
  });
}

/** A run's words as a key, if it has one that says something. */
function wordsOf(types: Uint32Array, [from, to]: readonly [number, number], { vocabulary }: Columns): string | undefined {
  const run = Array.from(types.subarray(from, to));
  return run.some((type) => vocabulary.isFunction[type] === 0) ? run.map((type) => vocabulary.same[type]).join(' ') : undefined;
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

/** Both are neighbours, so that an empty range stands at the other's edge. */
function joined(a: Step, b: Step): Variation {
  return {
    base: [Math.min(a.base[0], b.base[0]), Math.max(a.base[1], b.base[1])],
    witness: [Math.min(a.witness[0], b.witness[0]), Math.max(a.witness[1], b.witness[1])],
    moved: false,
  };
}

function isOneSided(step: Step): boolean {
  return isEmpty(step.base) || isEmpty(step.witness);
}

function isEmpty(range: readonly [number, number]): boolean {
  return range[0] === range[1];
}

/** Share of words swapped for a stranger: editors leave under .05, spinners over .15. */
const REWORDED = 0.12;
const SHORT_ADDITION = 2;
