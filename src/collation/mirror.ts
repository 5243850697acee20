import type { Variant, VariantKind } from './collation.js';
import type { AlignedPassage } from './aligned-passage.js';
import type { Variation } from './variation.js';
import type { CollationView } from './collation-view.js';

/** An alignment with its sides exchanged. */
export function mirrorAligned({ columns, kin, pairs, passages }: CollationView): CollationView {
  return {
    columns: { ...columns, base: columns.witness, witness: columns.base },
    kin,
    pairs: pairs
      .map(({ base, witness, likeness }) => ({ base: witness, witness: base, likeness }))
      .sort((a, b) => a.base - b.base || a.witness - b.witness),
    passages: passages.map(mirrorPassage).sort((a, b) => a.passage.base[0] - b.passage.base[0]),
  };
}

function mirrorPassage({ passage, steps, variations, block }: AlignedPassage): AlignedPassage {
  const order = variations.map((_, v) => v).sort((a, b) => placeOf(variations[a]) - placeOf(variations[b]) || a - b);
  const variants = order.flatMap((v) => passage.variants[v] ?? []);
  return {
    block,
    steps: steps.map(turn),
    variations: order
      .flatMap((v) => variations[v] ?? [])
      .map((variation) => ({ ...turn(variation), moved: variation.moved })),
    passage: { ...passage, base: passage.witness, witness: passage.base, variants: variants.map(mirrorVariant) },
  };
}

function placeOf(variation: Variation | undefined): number {
  return variation?.witness[0] ?? 0;
}

function turn<Words>({ base, witness }: { readonly base: Words; readonly witness: Words }): {
  readonly base: Words;
  readonly witness: Words;
} {
  return { base: witness, witness: base };
}

function mirrorVariant({ kind, base, witness, from, to, touches }: Variant): Variant {
  return { kind: MIRRORED[kind] ?? kind, base: witness, witness: base, from: to, to: from, touches };
}

const MIRRORED: Readonly<Partial<Record<VariantKind, VariantKind>>> = { omission: 'addition', addition: 'omission' };
