import type { Block } from './block.js';
import type { Tree, TreeElement } from './tree.js';

const FOREIGN =
  /(?:^|[\s_-])(?:comments?|commentlist|disqus|repl(?:y|ies)|related|recommend(?:ed|ations?)?|popular|trending|most-?read|teasers?|promos?|carousel|river|nav(?:bar|igation)?|menu)(?:$|[\s_-])/iu;
/** A link this long is another story's headline. */
const HEADLINE_LINK = 25;
/** A teaser's box holds headline and byline within so many levels of each other. */
const TEASER_LEVELS = 3;
const LEVELS = 8;
/** Names and links in a longer paragraph are those of persons spoken of. */
const LONGEST_SIGNATURE = 220;

/**
 * Tells what can't be the report's signature: comments, menus, lists of teasers, boxes that link to a story of their own, and what
 * stands inside paragraphs. Whatever holds the report's headline or first paragraph belongs to the report.
 */
export function findForeign(
  tree: Tree,
  blocks: readonly Block[],
  core: readonly (Block | undefined)[],
): (element: TreeElement) => boolean {
  const own = new Set<TreeElement>();
  for (const block of core) for (let at = block?.element; at; at = at.parent) own.add(at);
  const paragraphs = new Set(
    blocks
      .filter(({ element, text }) => element.tag === 'p' && text.length > LONGEST_SIGNATURE)
      .map(({ element }) => element),
  );
  const teasers = new Set<TreeElement>();
  for (const element of tree.elements) {
    if (element.tag !== 'a' || textLength(element) < HEADLINE_LINK) continue;
    for (let at = element.parent, level = 0; at && level < TEASER_LEVELS && !own.has(at); at = at.parent, level++)
      teasers.add(at);
  }
  return (element) => {
    for (let at: TreeElement | undefined = element, level = 0; at && level < LEVELS; at = at.parent, level++) {
      if (paragraphs.has(at)) return true;
      if (own.has(at)) return false;
      if ((level <= TEASER_LEVELS && teasers.has(at)) || isNamedForeign(at)) return true;
    }
    return false;
  };
}

function isNamedForeign({ tag, attributes }: TreeElement): boolean {
  return tag === 'nav' || FOREIGN.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`);
}

/** Characters directly in a link and in the elements of its first two levels. */
function textLength(element: TreeElement, level = 0): number {
  return element.children.reduce(
    (sum, child) =>
      sum + (typeof child === 'string' ? child.trim().length : level < 2 ? textLength(child, level + 1) : 0),
    0,
  );
}
