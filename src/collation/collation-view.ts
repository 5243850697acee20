import type { AlignedPassage } from './aligned-passage.js';
import type { Columns } from './column.js';
import type { Kin } from './kin.js';
import type { UnitPair } from './pair-units.js';

/** What collation has found, as features look at it. */
export interface CollationView {
  readonly columns: Columns;
  readonly kin: Kin;
  readonly pairs: readonly UnitPair[];
  readonly passages: readonly AlignedPassage[];
}

/** What the relation of two witnesses is judged by, name to value. The caller gives the sides in an order of their own, so that ties fall alike. */
export type RelationFeatures = Readonly<Record<string, number>>;
