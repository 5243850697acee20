import type { Block } from './block.js';
import type { Look } from './block-look.js';
import { fold } from './fold.js';
import type { Tree, TreeElement } from './tree.js';

/** What the page says of itself that helps to judge its blocks. */
export interface PageHints {
  readonly titles: readonly string[];
  readonly descriptions: readonly string[];
}

/** What is counted of one element: sums over the blocks inside it. */
export interface Sums {
  readonly text: Float64Array;
  readonly linked: Float64Array;
  /** Characters that read as sentences and are not links. */
  readonly prose: Float64Array;
  readonly blocks: Float64Array;
}

/** Adds up blocks over the elements that hold them. */
export function sumUp(blocks: readonly Block[], looks: readonly Look[], tree: Tree): Sums {
  const size = tree.elements.length;
  const sums: Sums = {
    text: new Float64Array(size),
    linked: new Float64Array(size),
    prose: new Float64Array(size),
    blocks: new Float64Array(size),
  };
  blocks.forEach((block, at) => {
    const add = (column: Float64Array, value: number): void => {
      column[block.element.index] = (column[block.element.index] ?? 0) + value;
    };
    add(sums.text, block.text.length);
    add(sums.linked, block.linked);
    add(sums.prose, looks[at]?.prose ?? 0);
    add(sums.blocks, 1);
  });
  // Children have higher numbers than their parents: one pass from the end carries all sums up.
  for (let at = size - 1; at > 0; at--) {
    const parent = tree.elements[at]?.parent?.index ?? 0;
    for (const column of Object.values(sums) as Float64Array[])
      column[parent] = (column[parent] ?? 0) + (column[at] ?? 0);
  }
  return sums;
}

/** What is known of a page as a whole before its blocks are judged. */
export interface Survey {
  readonly count: number;
  readonly text: number;
  readonly prose: number;
  readonly best: TreeElement | undefined;
  readonly insideBest: Uint8Array;
  readonly paths: ReadonlyMap<string, { prose: number; text: number; linked: number; blocks: number }>;
  readonly textBefore: Float64Array;
  readonly title: number;
  readonly firstProse: number;
  readonly lastProse: number;
  readonly headingKind: Int8Array;
  readonly sinceHeading: Int16Array;
  readonly copies: ReadonlyMap<string, number>;
  /** Titles and descriptions that the page's claims give, folded. */
  readonly titles: ReadonlySet<string>;
  readonly descriptions: readonly string[];
  readonly titleWords: readonly ReadonlySet<string>[];
  readonly looks: readonly Look[];
}

/** Looks over a page: where its text is densest, which blocks its template sets alike, where headline and headings stand. */
export function surveyPage(
  blocks: readonly Block[],
  looks: readonly Look[],
  sums: Sums,
  tree: Tree,
  hints: PageHints,
): Survey {
  const best = bestElement(blocks, looks, tree);
  const insideBest = new Uint8Array(tree.elements.length);
  for (const element of tree.elements)
    if (element === best || (element.parent && insideBest[element.parent.index] === 1)) insideBest[element.index] = 1;
  const paths = new Map<string, { prose: number; text: number; linked: number; blocks: number }>();
  const copies = new Map<string, number>();
  const textBefore = new Float64Array(blocks.length);
  let sum = 0;
  blocks.forEach((block, at) => {
    const path = pathOf(block);
    const entry = paths.get(path) ?? { prose: 0, text: 0, linked: 0, blocks: 0 };
    entry.prose += looks[at]?.prose ?? 0;
    entry.text += block.text.length;
    entry.linked += block.linked;
    entry.blocks++;
    paths.set(path, entry);
    copies.set(block.text, (copies.get(block.text) ?? 0) + 1);
    textBefore[at] = sum;
    sum += block.text.length;
  });
  const inBest = (at: number): boolean =>
    insideBest[blocks[at]?.element.index ?? 0] === 1 && (looks[at]?.prose ?? 0) > 60;
  const titles = hints.titles.map(fold);
  const title = Math.max(
    blocks.findIndex(
      (block, at) => block.element.tag === 'h1' && titles.some((other) => other.includes(looks[at]?.folded ?? '-')),
    ),
    -1,
  );
  return {
    count: blocks.length,
    text: sum,
    prose: sums.prose[0] ?? 0,
    best,
    insideBest,
    paths,
    textBefore,
    title: title >= 0 ? title : blocks.findIndex((block) => block.element.tag === 'h1'),
    firstProse: blocks.findIndex((_, at) => inBest(at)),
    lastProse: blocks.findLastIndex((_, at) => inBest(at)),
    ...headingsAbove(blocks, looks),
    copies,
    titles: new Set(titles),
    descriptions: hints.descriptions.map(fold),
    titleWords: titles.slice(0, 4).map((text) => new Set(text.split(' '))),
    looks,
  };
}

/** The element that gathers most running text, as Readability scores it: a paragraph counts fully for its parent, half for the next, a third… */
function bestElement(blocks: readonly Block[], looks: readonly Look[], tree: Tree): TreeElement | undefined {
  const score = new Float64Array(tree.elements.length);
  blocks.forEach((block, at) => {
    const look = looks[at];
    if (!look || look.length < 25 || look.prose === 0) return;
    const points = 1 + Math.min(look.length / 100, 3) + Math.min(block.text.match(/[,、，]/gu)?.length ?? 0, 6);
    let share = 1;
    for (
      let element = block.element.parent, level = 0;
      element && level < 4;
      element = element.parent, level++, share = 1 / (level + 1)
    )
      score[element.index] = (score[element.index] ?? 0) + points * share;
  });
  let best: TreeElement | undefined;
  for (const element of tree.elements)
    if ((score[element.index] ?? 0) > (best ? (score[best.index] ?? 0) : 0)) best = element;
  return best;
}

function headingsAbove(
  blocks: readonly Block[],
  looks: readonly Look[],
): { headingKind: Int8Array; sinceHeading: Int16Array } {
  const headingKind = new Int8Array(blocks.length);
  const sinceHeading = new Int16Array(blocks.length);
  let kind = 0;
  let since = 0;
  blocks.forEach((block, at) => {
    const isHeading =
      /^h[1-6]$/u.test(block.element.tag) ||
      (block.text.length < 60 && block.bold >= block.text.length - 1) ||
      [2, 3, 4].includes(looks[at]?.kind ?? 0);
    if (isHeading) {
      kind = looks[at]?.kind ?? 0;
      since = 0;
    } else since++;
    headingKind[at] = kind;
    sinceHeading[at] = Math.min(since, 500);
  });
  return { headingKind, sinceHeading };
}

/** Blocks that the page's template sets alike share a path: tag and class of the element and of the two above. */
export function pathOf(block: Block): string {
  const name = (element: TreeElement | undefined): string =>
    element ? `${element.tag}.${element.attributes['class']?.split(/\s+/u)[0] ?? ''}` : '';
  return `${name(block.element)}<${name(block.element.parent)}<${name(block.element.parent?.parent)}`;
}
