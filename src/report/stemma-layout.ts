import type { Descent, Stemma } from '../stemma/stemma.js';
import { furtherLanes } from './further-lanes.js';
import { momentsOf } from './moments.js';
import { placeInTime } from './place-in-time.js';
import type { PlacedDescent, PlacedWitness, StemmaLayout } from './placed-stemma.js';
import { rowsOf, treeOf, type Tree } from './stemma-tree.js';

/**
 * Gives each witness a row of its own, so that no two names ever meet, and a place in time. Lines don't meet either: what lies
 * between an exemplar and its last copy goes back to that exemplar and stands right of it, unless a date lies; further
 * exemplars' lines run in lanes right of all that. Cost: pages × depth, and sorting.
 */
export function layOutStemma(stemma: Stemma): StemmaLayout {
  const tree = treeOf(stemma);
  const moments = momentsOf(stemma, tree);
  const times = new Map([...moments].map(([siglum, { at }]) => [siglum, at]));
  const order = rowsOf(stemma, tree, times);
  const { x, spans, ticks, stretched } = placeInTime(order, tree, moments);
  const placed = order.map(({ witness, siglum, depth }, row): PlacedWitness => ({
    witness,
    row,
    depth,
    x: x.get(siglum) ?? 0,
    dated: times.has(siglum),
    shown: moments.get(siglum)?.date,
    ...(spans.has(siglum) && { span: spans.get(siglum) }),
  }));
  const descents = placeDescents(stemma.descents, placed, tree);
  return { witnesses: placed, descents, rows: placed.length, ticks, stretched };
}

function placeDescents(
  descents: readonly Descent[],
  placed: readonly PlacedWitness[],
  tree: Tree,
): readonly PlacedDescent[] {
  const at = new Map(placed.map((one) => [one.witness.siglum, one]));
  const found = descents.flatMap((descent): PlacedDescent[] => {
    const exemplar = at.get(descent.exemplar);
    const copy = at.get(descent.copy);
    if (!exemplar || !copy) return [];
    const { relation, version, probability, grounds } = descent;
    return [
      {
        exemplar,
        copy,
        relation,
        ...(version && { version }),
        probability,
        grounds,
        further: tree.above.get(descent.copy) !== descent.exemplar,
      },
    ];
  });
  const lanes = furtherLanes(
    found.filter(({ further }) => further),
    placed,
  );
  return found.map((descent) => {
    const lane = lanes.get(descent);
    return lane === undefined ? descent : { ...descent, lane };
  });
}
