import type { Block } from './block.js';
import { parseDate } from './date.js';
import { plainText } from './plain-text.js';
import type { Tree, TreeElement } from './tree.js';

const FOREIGN =
  /(?:^|[\s_-])(?:comments?|commentlist|disqus|repl(?:y|ies)|related|recommend(?:ed|ations?)?|popular|trending|most-?read|teasers?|promos?|carousel|river|nav(?:bar|igation)?|menu)(?:$|[\s_-])/iu;
/** A link of so many characters and words is another story's headline, unless it leads to the author or is the day of the report. */
const HEADLINE_LINK = 25;
const HEADLINE_WORDS = 4;
const LONG_LINK = 40;
const LONGEST_DAY = 60;
const TO_AUTHOR =
  /^\W*(?:by|view|see (?:all|more)|(?:see |view )?(?:more|all)?\s?(?:from|posts|articles|stories)(?: by)?|more by|follow|about the author|contact)\s/iu;
/** A teaser's box holds headline and byline within so many levels of each other. */
const TEASER_LEVELS = 3;
const LEVELS = 8;
/** Names and links in a longer paragraph are those of persons spoken of. */
const LONGEST_SIGNATURE = 220;

/** "u/annroe · promoted": a line that signs an advertisement. */
const PROMOTED = /^.{2,60}[^\p{L}](?:promoted|sponsored|advertisement|anzeige|publicidad|sponsorisé)\W*$/iu;

/** What can't be the report's signature, and within it what can't be it even right below the headline. */
export interface ForeignElements {
  readonly isForeign: (element: TreeElement) => boolean;
  readonly isInParagraph: (element: TreeElement) => boolean;
}

/**
 * Tells what can't be the report's signature: comments, menus, lists of teasers, boxes that link to a story of their own, and what
 * stands inside paragraphs. Whatever holds the report's headline or first paragraph belongs to the report.
 */
export function findForeign(
  tree: Tree,
  blocks: readonly Block[],
  core: readonly (Block | undefined)[],
): ForeignElements {
  const own = new Set<TreeElement>();
  for (const block of core) for (let at = block?.element; at; at = at.parent) own.add(at);
  const paragraphs = new Set(
    blocks
      .filter(({ element, text }) => (element.tag === 'p' && text.length > LONGEST_SIGNATURE) || PROMOTED.test(text))
      .map(({ element }) => element),
  );
  const teasers = new Set<TreeElement>();
  for (const element of tree.elements) {
    if (element.tag !== 'a' || !isHeadline(plainText(element, LONGEST_SIGNATURE))) continue;
    for (let at = element.parent, level = 0; at && level < TEASER_LEVELS && !own.has(at); at = at.parent, level++)
      teasers.add(at);
  }
  const isInParagraph = (element: TreeElement): boolean => {
    for (let at: TreeElement | undefined = element, level = 0; at && level < LEVELS; at = at.parent, level++)
      if (paragraphs.has(at)) return true;
    return false;
  };
  const isForeign = (element: TreeElement): boolean => {
    for (let at: TreeElement | undefined = element, level = 0; at && level < LEVELS; at = at.parent, level++) {
      if (paragraphs.has(at)) return true;
      if (own.has(at)) return false;
      if ((level <= TEASER_LEVELS && teasers.has(at)) || isNamedForeign(at)) return true;
    }
    return false;
  };
  return { isForeign, isInParagraph };
}

function isNamedForeign({ tag, attributes }: TreeElement): boolean {
  return tag === 'nav' || FOREIGN.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`);
}

function isHeadline(text: string): boolean {
  const isSpaced = !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
  const isWordy = text.length >= LONG_LINK || text.split(/\s+/u).length >= HEADLINE_WORDS;
  if (text.length < HEADLINE_LINK || (!isWordy && isSpaced) || TO_AUTHOR.test(text)) return false;
  return text.length > LONGEST_DAY || !/\d/u.test(text) || parseDate(text) === undefined;
}
