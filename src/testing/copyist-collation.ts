import {
  type Change,
  CHANGE_FIELDS,
  type ChangeField,
  type Changes,
  type Collation,
  type Passage,
  type Range,
  type Relation,
  RELATIONS,
  type Variant,
} from '../collation/collation.js';
import type { FamilyCollation } from '../collation/family-collation.js';
import { type Draft, type PrintedSlot, printedSlots } from './copyist-draft.js';

/**
 * The collation of two drafts as an ideal collator would find it: words are aligned by the slots they were copied in.
 * A sentence of the base is laid beside the witness's sentence that shares most slots with it. Direction is left unknown.
 * Cost: linear in the words. Serves tests of the stemma that should not depend on a collator's errors.
 */
function trueCollation(base: Draft, witness: Draft): Collation {
  const left = bySentence(printedSlots(base));
  const right = bySentence(printedSlots(witness));
  const home = new Map<number, number>();
  right.forEach((slots, sentence) => slots.forEach((slot) => home.set(slot.origin, sentence)));
  const pairs = left.flatMap((slots) => {
    const partner = mostFrequent(slots.flatMap((slot) => home.get(slot.origin) ?? []));
    const other = partner === undefined ? undefined : right[partner];
    return other ? [layTogether(slots, other)] : [];
  });
  const words = { base: left.flat().length, witness: right.flat().length };
  const shared = {
    base: share(
      pairs.map((pair) => pair.baseWords),
      words.base,
    ),
    witness: share(
      pairs.map((pair) => pair.witnessWords),
      words.witness,
    ),
  };
  const swapped = pairs.reduce((sum, pair) => sum + pair.passage.variants.length, 0);
  const relation = relationOf(shared, swapped / Math.max(1, words.base * shared.base));
  return {
    relation,
    probability: 1,
    relations: certain(relation),
    direction: 'unknown',
    shared,
    passages: pairs.map((pair) => pair.passage),
    changes: noChanges(),
    grounds: [],
  };
}

/** The true collations of all pairs of drafts. */
export function trueCollations(drafts: readonly Draft[]): FamilyCollation[] {
  return drafts.flatMap((base, b) =>
    drafts.slice(b + 1).map((witness, i) => ({ base: b, witness: b + 1 + i, collation: trueCollation(base, witness) })),
  );
}

interface Pairing {
  readonly passage: Passage;
  readonly baseWords: number;
  readonly witnessWords: number;
}

function layTogether(base: readonly PrintedSlot[], witness: readonly PrintedSlot[]): Pairing {
  const place = new Map(witness.map((slot, i) => [slot.origin, i]));
  const variants: Variant[] = [];
  let b = 0;
  let w = 0;
  const close = (toB: number, toW: number): void => {
    if (toB > b || toW > w) variants.push(variant(base, witness, { b, toB, w, toW }));
  };
  base.forEach((slot, i) => {
    const at = place.get(slot.origin);
    if (at === undefined || at < w) return;
    const same = witness[at]?.text === slot.text;
    close(i, at);
    if (!same) variants.push(variant(base, witness, { b: i, toB: i + 1, w: at, toW: at + 1 }));
    b = i + 1;
    w = at + 1;
  });
  close(base.length, witness.length);
  return {
    passage: { base: whole(base), witness: whole(witness), variants },
    baseWords: base.length,
    witnessWords: witness.length,
  };
}

function variant(
  base: readonly PrintedSlot[],
  witness: readonly PrintedSlot[],
  at: { b: number; toB: number; w: number; toW: number },
): Variant {
  const left = base.slice(at.b, at.toB);
  const right = witness.slice(at.w, at.toW);
  const kind = left.length === 0 ? 'addition' : right.length === 0 ? 'omission' : 'substitution';
  return {
    kind,
    base: left.length > 0 ? whole(left) : emptyAt(base, at.b),
    witness: right.length > 0 ? whole(right) : emptyAt(witness, at.w),
    from: left.map((slot) => slot.text).join(' '),
    to: right.map((slot) => slot.text).join(' '),
    touches: [],
  };
}

function whole(slots: readonly PrintedSlot[]): Range {
  return [slots[0]?.start ?? 0, slots.at(-1)?.end ?? 0];
}

function emptyAt(slots: readonly PrintedSlot[], i: number): Range {
  const at = slots[i]?.start ?? slots.at(-1)?.end ?? 0;
  return [at, at];
}

/** Half of the words in common sentences make a copy; an eighth a partial one; less is a shared quotation. */
function relationOf(shared: { base: number; witness: number }, swapped: number): Relation {
  const most = Math.max(shared.base, shared.witness);
  if (most === 0) return 'unrelated';
  if (most < 0.12) return 'independent';
  if (most < 0.5) return 'partial';
  return swapped > 0.08 ? 'spun' : 'verbatim';
}

function certain(relation: Relation): Record<Relation, number> {
  return Object.fromEntries(RELATIONS.map((name) => [name, name === relation ? 1 : 0])) as Record<Relation, number>;
}

function noChanges(): Changes {
  return Object.fromEntries(CHANGE_FIELDS.map((field) => [field, []])) as unknown as Record<ChangeField, Change[]>;
}

function share(counts: readonly number[], total: number): number {
  return total === 0 ? 0 : Math.min(1, counts.reduce((sum, count) => sum + count, 0) / total);
}

function bySentence(slots: readonly PrintedSlot[]): PrintedSlot[][] {
  const sentences: PrintedSlot[][] = [];
  for (const slot of slots) (sentences[slot.sentence] ??= []).push(slot);
  return sentences;
}

function mostFrequent(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
