import type { Block } from './block.js';
import { contextFeatures, sideBySide } from './block-context.js';
import { blockFeatures, type Matrix } from './block-features.js';
import { FIRST, SECOND } from './block-forest.js';
import { askForest, readForest, type Forest } from './forest.js';
import type { PageHints } from './page-survey.js';
import type { Tree } from './tree.js';

const FIRST_FOREST = readForest(FIRST);
const SECOND_FOREST = readForest(SECOND);

/**
 * For each block, how likely it belongs to what was reported, 0 to 1: a forest judges each block by its looks and place,
 * a second one judges again in the light of the first answers around it.
 */
export function judgeBlocks(blocks: readonly Block[], tree: Tree, hints: PageHints): Float32Array {
  const looks = blockFeatures(blocks, tree, hints);
  const first = judgeRows(FIRST_FOREST, looks);
  return judgeRows(SECOND_FOREST, sideBySide(looks, contextFeatures(blocks, tree, first)));
}

function judgeRows(forest: Forest, { width, values }: Matrix): Float32Array {
  return Float32Array.from({ length: values.length / width }, (_, row) =>
    askForest(forest, values.subarray(row * width, (row + 1) * width)),
  );
}
