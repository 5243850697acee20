import type { Block } from './block.js';
import type { Look } from './block-look.js';
import { pathOf, type Sums, type Survey } from './page-survey.js';
import type { TreeElement } from './tree.js';

/** What a block's place and neighbours look like, as columns of numbers. */

/** How much running text and how many links stand around a block: in the elements that hold it, in blocks that its template sets alike. */
export function surroundings(block: Block, sums: Sums, page: Survey): number[] {
  const share = (element: TreeElement | undefined): number =>
    element && page.prose > 0 ? (sums.prose[element.index] ?? 0) / page.prose : 0;
  const linked = (element: TreeElement | undefined): number =>
    element ? (sums.linked[element.index] ?? 0) / Math.max(sums.text[element.index] ?? 0, 1) : 1;
  const parent = block.element.parent;
  const grand = parent?.parent;
  const great = grand?.parent;
  const path = page.paths.get(pathOf(block)) ?? { prose: 0, text: 0, linked: 0, blocks: 1 };
  let up = 0;
  for (
    let at: TreeElement | undefined = block.element;
    at && page.insideBest[at.index] !== 1 && !(page.best && isAbove(at, page.best)) && up < 15;
    at = at.parent
  )
    up++;
  const inside = page.insideBest[block.element.index] === 1 ? 0 : up + 1;
  let levels = 0;
  for (let at: TreeElement | undefined = block.element; at && at !== page.best && levels < 15; at = at.parent) levels++;
  return [
    share(parent),
    linked(parent),
    Math.min(parent ? (sums.blocks[parent.index] ?? 0) : 0, 100),
    share(grand),
    linked(grand),
    share(great),
    linked(great),
    page.prose > 0 ? path.prose / page.prose : 0,
    path.linked / Math.max(path.text, 1),
    Math.min(path.blocks, 100),
    Math.log(path.text / path.blocks),
    inside,
    share(page.best),
    linked(page.best),
    inside === 0 ? levels : -1,
  ];
}

/** Where a block stands on the page, in the text, from headline and body. */
export function positions(at: number, page: Survey): number[] {
  const steps = (distance: number): number => Math.sign(distance) * Math.log2(1 + Math.abs(distance));
  return [
    at / page.count,
    (page.textBefore[at] ?? 0) / Math.max(page.text, 1),
    page.title < 0 ? 99 : steps(at - page.title),
    page.firstProse < 0 ? 99 : steps(at - page.firstProse),
    page.lastProse < 0 ? 99 : steps(page.lastProse - at),
    page.headingKind[at] ?? 0,
    Math.log2(1 + (page.sinceHeading[at] ?? 0)),
  ];
}

/** The three blocks before a block and the three after. */
export function neighbours(at: number, blocks: readonly Block[], looks: readonly Look[]): number[] {
  const columns: number[] = [];
  for (const sign of [-1, 1]) {
    for (const distance of [1, 2, 3]) {
      const look = looks[at + sign * distance];
      const block = blocks[at + sign * distance];
      if (!look || !block) columns.push(0, 1, 0, 0, 3);
      else
        columns.push(
          Math.log(look.length),
          look.linked,
          Number(look.ends),
          look.kind,
          kinship(block.element, blocks[at]?.element),
        );
    }
  }
  return columns;
}

/** 0 the same element or siblings, 1 cousins, 2 farther apart. */
function kinship(a: TreeElement, b: TreeElement | undefined): number {
  if (a === b || a.parent === b?.parent) return 0;
  return a.parent?.parent !== undefined &&
    (a.parent.parent === b?.parent?.parent || a.parent === b?.parent?.parent || a.parent.parent === b?.parent)
    ? 1
    : 2;
}

function isAbove(element: TreeElement, below: TreeElement): boolean {
  for (let at = below.parent; at; at = at.parent) if (at === element) return true;
  return false;
}
