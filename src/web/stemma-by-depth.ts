import type { StemmaLayout } from '../report/placed-stemma.js';
import { deepestOf } from '../report/stemma-tree.js';

/**
 * A stemma for a narrow screen: a step to the right from exemplar to copy where else time runs, so that it takes as little
 * width as a list. Further exemplars have no lines then; they are told in words.
 */
export function stemmaByDepth(layout: StemmaLayout): StemmaLayout {
  const deepest = deepestOf(layout.witnesses);
  const placed = new Map(layout.witnesses.map((one) => [one.witness.siglum, { ...one, x: one.depth / deepest }]));
  const descents = layout.descents.flatMap((descent) => {
    const exemplar = placed.get(descent.exemplar.witness.siglum);
    const copy = placed.get(descent.copy.witness.siglum);
    return descent.further || exemplar === undefined || copy === undefined ? [] : [{ ...descent, exemplar, copy }];
  });
  return { ...layout, witnesses: [...placed.values()], descents, ticks: [] };
}
