import type { Block } from './block.js';
import type { TreeElement } from './tree.js';

/** Which blocks belong to the page's main article, where it holds several. */
export interface MainArticle {
  readonly articles: number;
  readonly isOther: (at: number) => boolean;
}

/** Another article counts from this share of the main one's text. */
const LEAST_SHARE = 0.12;
/** More reported text than this outside of all articles: they are not the page's way of telling articles apart. */
const MOST_OUTSIDE = 0.2;

/**
 * Several articles on one page (a list of briefs, an endless scroll): `article` elements side by side, each under a heading that
 * links to a page of its own. The main one holds the headline, else most text.
 */
export function findMainArticle(
  blocks: readonly Block[],
  isReported: (at: number) => boolean,
  headline: number,
): MainArticle {
  const lengths = new Map<TreeElement, number>();
  const owners = blocks.map((block) => outermostArticle(block.element));
  let outside = 0;
  let total = 0;
  blocks.forEach((block, at) => {
    if (!isReported(at)) return;
    total += block.text.length;
    const owner = owners[at];
    if (owner) lengths.set(owner, (lengths.get(owner) ?? 0) + block.text.length);
    else outside += block.text.length;
  });
  const own = owners[headline];
  const longest = [...lengths].reduce<[TreeElement, number] | undefined>(
    (top, entry) => (top === undefined || entry[1] > top[1] ? entry : top),
    undefined,
  );
  const main = own && lengths.has(own) ? own : longest?.[0];
  const mainLength = main ? (lengths.get(main) ?? 0) : 0;
  const others = [...lengths.keys()].filter(
    (element) =>
      element !== main &&
      (lengths.get(element) ?? 0) >= mainLength * LEAST_SHARE &&
      hasLinkedHeading(blocks, owners, element),
  );
  if (main === undefined || others.length === 0 || outside > total * MOST_OUTSIDE)
    return { articles: 1, isOther: () => false };
  return { articles: others.length + 1, isOther: (at) => owners[at] !== undefined && owners[at] !== main };
}

function outermostArticle(element: TreeElement): TreeElement | undefined {
  let found: TreeElement | undefined;
  for (let at: TreeElement | undefined = element; at; at = at.parent) if (at.tag === 'article') found = at;
  return found;
}

function hasLinkedHeading(
  blocks: readonly Block[],
  owners: readonly (TreeElement | undefined)[],
  article: TreeElement,
): boolean {
  return blocks.some(
    (block, at) =>
      owners[at] === article && /^h[1-3]$/u.test(block.element.tag) && block.linked > block.text.length / 2,
  );
}
