import { isSameStory } from '../page/story-address.js';
import type { Lexicon } from '../witness/lexicon.js';
import type { Witness } from '../witness/witness.js';
import type { Collation } from './collation.js';
import { toColumns } from './column.js';
import { findChanges } from './find-changes.js';
import { findPassages } from './find-passages.js';
import { judgeDirection } from './judge-direction.js';
import { judgeRelation, likeliest, type RelationModel } from './judge-relation.js';
import { kinOf } from './kin.js';
import { mirrorAligned } from './mirror.js';
import { pairUnits } from './pair-units.js';
import type { CollationView } from './collation-view.js';
import { relationFeatures, shareOf } from './relation-features.js';

export interface CollateOptions {
  readonly lexicon: Lexicon;
  readonly model: RelationModel;
}

/**
 * Stage 5: what two witnesses share, passage by passage and variant by variant; which changes matter; how the two are
 * related; and, weighed apart, which side looks older. Symmetric: exchanging the sides mirrors all but wording.
 * Cost: linear in the words for anything news-like and for hostile input (see `pairUnits`, `chainUnits`, `alignWords`).
 */
export function collate(base: Witness, witness: Witness, { lexicon, model }: CollateOptions): Collation {
  const isTurned = base.text > witness.text;
  const ordered = isTurned ? align(witness, base, lexicon) : align(base, witness, lexicon);
  const view = isTurned ? mirrorAligned(ordered) : ordered;
  const relations = judgeRelation(relationFeatures(ordered), model);
  const relation = likeliest(relations);
  const changes = findChanges(view);
  const shared = { base: shareOf(view, 'base'), witness: shareOf(view, 'witness') };
  const { direction, grounds } = judgeDirection(view, shared, relation);
  return {
    relation,
    probability: relations[relation],
    relations,
    ...(isSameStory(base.page, witness.page) && { version: true }),
    direction,
    shared,
    passages: view.passages.map(({ passage }) => passage),
    changes,
    grounds,
  };
}

/**
 * The alignment that everything else is read off. It is made with the sides in an order of their own (by text), so
 * that ties fall alike whichever side is called the base.
 */
export function viewOf(base: Witness, witness: Witness, lexicon: Lexicon): CollationView {
  return base.text > witness.text ? mirrorAligned(align(witness, base, lexicon)) : align(base, witness, lexicon);
}

function align(base: Witness, witness: Witness, lexicon: Lexicon): CollationView {
  const columns = toColumns(base, witness, lexicon);
  const kin = kinOf(columns);
  const pairs = pairUnits(columns);
  return { columns, kin, pairs, passages: findPassages(columns, kin, pairs) };
}
