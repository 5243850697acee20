import { chainUnits, type Block } from './chain-units.js';
import type { Column } from './column.js';
import type { CollationView, RelationFeatures } from './collation-view.js';

/** The best chain of sentences that correspond in order: how long and how like they are, and how closely they follow each other. */
export function chainFeatures({ columns: { base, witness }, pairs }: CollationView): RelationFeatures {
  const chains = chainUnits(pairs)
    .map((block) => ({ block, sum: likenessOf(block) }))
    .sort((a, b) => b.sum - a.sum);
  const { block, sum } = chains[0] ?? { block: [], sum: 0 };
  const fewer = Math.max(1, Math.min(base.units.length, witness.units.length));
  const sides = [sideOf(base, block, 'base'), sideOf(witness, block, 'witness')];
  const sorted = (of: 'dense' | 'words' | 'share'): number[] => sides.map((side) => side[of]).sort((a, b) => a - b);
  const likeness = pairs.map((pair) => pair.likeness).sort((a, b) => b - a);
  return {
    chainSize: Math.log2(1 + block.length),
    chainSum: Math.log2(1 + sum),
    chainMean: sum / Math.max(1, block.length),
    chainStrong: Math.log2(1 + block.filter((pair) => pair.likeness >= STRONG).length),
    chainOfUnits: block.length / fewer,
    chainsBeside: chains.slice(1).reduce((total, chain) => total + chain.sum, 0) / fewer,
    chainSecond: (chains[1]?.sum ?? 0) / Math.max(0.1, sum),
    chainDenseLess: sorted('dense')[0] ?? 0,
    chainDenseMore: sorted('dense')[1] ?? 0,
    chainWords: Math.log2(1 + (sorted('words')[0] ?? 0)),
    chainLess: sorted('share')[0] ?? 0,
    chainMore: sorted('share')[1] ?? 0,
    likest1: likeness[0] ?? 0,
    likest3: meanOf(likeness, 3),
    likest8: meanOf(likeness, 8),
  };
}

interface ChainSide {
  /** Share of the units from the chain's first to its last that are in it. */
  readonly dense: number;
  readonly words: number;
  /** Share of the side's words. */
  readonly share: number;
}

function sideOf(column: Column, block: Block, side: 'base' | 'witness'): ChainSide {
  const units = new Set(block.map((pair) => pair[side]));
  const span = (block.at(-1)?.[side] ?? 0) - (block[0]?.[side] ?? 0) + 1;
  let words = 0;
  for (const unit of units) words += (column.units[unit]?.to ?? 0) - (column.units[unit]?.from ?? 0);
  return { dense: units.size / span, words, share: words / Math.max(1, column.length) };
}

function likenessOf(block: Block): number {
  return block.reduce((sum, pair) => sum + pair.likeness, 0);
}

/** Mean over so many of the likest, as if there were more of likeness nothing. */
function meanOf(sorted: readonly number[], count: number): number {
  return sorted.slice(0, count).reduce((sum, value) => sum + value, 0) / count;
}

/** Likeness that a sentence keeps when a third of its words are swapped. */
const STRONG = 0.5;
