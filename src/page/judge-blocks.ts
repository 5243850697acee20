import type { Block } from './block.js';
import { endsSentence } from './line-kind.js';
import type { Tree, TreeElement } from './tree.js';

/** For each block, how likely it belongs to what was reported, 0 to 1. */
export function judgeBlocks(blocks: readonly Block[], tree: Tree): Float64Array {
  const score = new Float64Array(tree.elements.length);
  for (const block of blocks) {
    const weight = sentenceWeight(block);
    let share = 1;
    for (let element = block.element.parent, level = 0; element && level < 4; element = element.parent, level++, share /= 2) score[element.index] = (score[element.index] ?? 0) + weight * share;
  }
  const best = score.reduce((top, value, at) => (value > (score[top] ?? 0) ? at : top), 0);
  const container = tree.elements[best];
  return Float64Array.from(blocks, (block) => {
    if (!container || !isInside(block.element, container) || isFurnished(block.element)) return 0;
    const linked = block.linked / block.text.length;
    if (/^h[2-6]$/u.test(block.element.tag)) return linked < 0.5 ? 0.8 : 0.1;
    if (linked > 0.5) return 0.1;
    return block.text.length > 80 || endsSentence(block.text) ? 0.9 : 0.3;
  });
}

function sentenceWeight(block: Block): number {
  if (block.text.length < 40 || block.linked > block.text.length / 2) return 0;
  return 1 + Math.min(block.text.length / 100, 3) + (block.text.match(/,/gu)?.length ?? 0) * 0.5;
}

function isInside(element: TreeElement, container: TreeElement): boolean {
  for (let at: TreeElement | undefined = element; at; at = at.parent) if (at === container) return true;
  return false;
}

function isFurnished(element: TreeElement): boolean {
  for (let at: TreeElement | undefined = element; at; at = at.parent) {
    if (/^(?:nav|footer|aside|figcaption|form)$/u.test(at.tag)) return true;
    if (/comment|sidebar|related|share|social|newsletter|promo/iu.test(`${at.attributes['class'] ?? ''} ${at.attributes['id'] ?? ''}`) && !/^(?:body|html|main|article)$/u.test(at.tag)) return true;
  }
  return false;
}
