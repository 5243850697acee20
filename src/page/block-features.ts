import type { Block } from './block.js';
import { PLACES, readAncestries, type Ancestry } from './ancestry.js';
import { countFunctionWords, lookOf, wordColumns, type Look } from './block-look.js';
import { neighbours, positions, surroundings } from './block-surroundings.js';
import { sumUp, surveyPage, type PageHints, type Survey } from './page-survey.js';
import type { Tree, TreeElement } from './tree.js';

/**
 * What a block looks like, as numbers: its words, its links, its place in the tree and on the page, its neighbours, and how much
 * running text its surroundings hold. No feature knows a site. The names below are the columns, in order.
 */

/** The columns of the first stage. */
const FEATURES = [
  'length',
  'words',
  'linked',
  'links',
  'bold',
  'endsSentence',
  'sentences',
  'commas',
  'capitals',
  'digits',
  'startsLower',
  'functionWords',
  'quotes',
  'images',
  'lines',
  'appeals',
  'orders',
  'person',
  'biography',
  'address',
  'rights',
  'dated',
  'kind',
  'heading',
  'tag',
  'row',
  'depth',
  'hidden',
  'copies',
  'likeTitle',
  'isTitle',
  'likeDescription',
  ...PLACES.map((place) => `near:${place}`),
  'item',
  'table',
  'quote',
  'figure',
  'article',
  'main',
  'form',
  'linkBox',
  'parentText',
  'parentLinked',
  'parentBlocks',
  'grandText',
  'grandLinked',
  'greatText',
  'greatLinked',
  'pathText',
  'pathLinked',
  'pathBlocks',
  'pathLength',
  'toBest',
  'bestShare',
  'bestLinked',
  'levelsUp',
  'place',
  'placeInText',
  'sinceTitle',
  'sinceFirst',
  'untilLast',
  'headingKind',
  'sinceHeading',
  ...['prev', 'next'].flatMap((side) =>
    [1, 2, 3].flatMap((at) => ['Length', 'Linked', 'Ends', 'Kind', 'Kin'].map((what) => `${side}${at}${what}`)),
  ),
] as const;

/** A matrix by rows: `row(i)` is `values.subarray(i * width, (i + 1) * width)`. */
export interface Matrix {
  readonly width: number;
  readonly values: Float32Array;
}

const TAG_CODE: Readonly<Record<string, number>> = {
  p: 1,
  li: 2,
  dd: 3,
  dt: 3,
  td: 4,
  th: 4,
  blockquote: 5,
  pre: 6,
  div: 7,
  section: 8,
  article: 8,
  body: 9,
  main: 8,
  span: 7,
  figcaption: 10,
  summary: 11,
  label: 12,
  footer: 13,
  header: 13,
  form: 12,
  address: 14,
};
/** Features of all blocks of a page. Linear in the number of blocks times the depth of the tree. */
export function blockFeatures(blocks: readonly Block[], tree: Tree, hints: PageHints): Matrix {
  const width = FEATURES.length;
  const values = new Float32Array(blocks.length * width);
  const looks = blocks.map(lookOf);
  const sums = sumUp(blocks, looks, tree);
  const ancestryOf = readAncestries();
  const ancestries = blocks.map((block) => ancestryOf(block.element));
  const page = surveyPage(blocks, looks, sums, tree, hints);
  blocks.forEach((block, at) => {
    const look = looks[at];
    const ancestry = ancestries[at];
    if (!look || !ancestry) return;
    values.set(
      [
        ...ownColumns(block, look, page),
        ...placeColumns(ancestry),
        ...surroundings(block, sums, page),
        ...positions(at, page),
        ...neighbours(at, blocks, looks),
      ],
      at * width,
    );
  });
  return { width, values };
}

function ownColumns(block: Block, look: Look, page: Survey): number[] {
  const { text } = block;
  const words = Math.max(look.words, 1);
  const folded = look.folded;
  const here = new Set(folded.split(' '));
  const likeTitle = Math.max(
    0,
    ...page.titleWords.map(
      (title) => [...title].filter((word) => here.has(word)).length / Math.max(title.size, here.size, 1),
    ),
  );
  return [
    Math.log(look.length),
    Math.log(words),
    look.linked,
    Math.min(block.links, 20),
    block.bold / look.length,
    Number(look.ends),
    Math.min(look.sentences, 20),
    Math.min(text.match(/[,、，]/gu)?.length ?? 0, 20),
    (text.match(/(?<![\p{L}\p{N}])\p{Lu}/gu)?.length ?? 0) / words,
    (text.match(/\p{N}/gu)?.length ?? 0) / look.length,
    Number(/^\p{Ll}/u.test(text)),
    countFunctionWords(text) / words,
    Number(/[“”"「]/u.test(text)),
    Math.min(block.images, 5),
    Math.min(text.split('\n').length, 20),
    ...wordColumns(text, words),
    look.kind,
    headingLevel(block.element),
    TAG_CODE[block.element.tag] ?? 0,
    block.row ? Math.min(block.row.children.length, 20) : 0,
    depthOf(block.element),
    Number(isHidden(block.element)),
    Math.min(page.copies.get(text) ?? 1, 9),
    likeTitle,
    Number(page.titles.has(folded)),
    Number(folded.length > 20 && page.descriptions.some((description) => description.startsWith(folded.slice(0, 60)))),
  ];
}

function placeColumns(ancestry: Ancestry): number[] {
  const inside = (tags: string): number => Math.min(...tags.split(' ').map((tag) => ancestry.tags.get(tag) ?? 12));
  return [
    ...ancestry.near,
    inside('li dd dt'),
    inside('table'),
    inside('blockquote q'),
    inside('figure figcaption'),
    inside('article'),
    inside('main'),
    inside('form'),
    inside('a'),
  ];
}

function headingLevel(element: TreeElement): number {
  for (let at: TreeElement | undefined = element, level = 0; at && level < 2; at = at.parent, level++) {
    const digit = /^h([1-6])$/u.exec(at.tag)?.[1];
    if (digit !== undefined) return Number(digit);
  }
  return 0;
}

function depthOf(element: TreeElement): number {
  let depth = 0;
  for (let at = element.parent; at; at = at.parent) depth++;
  return depth;
}

function isHidden(element: TreeElement): boolean {
  for (let at: TreeElement | undefined = element; at; at = at.parent) {
    const { attributes } = at;
    if (
      attributes['hidden'] !== undefined ||
      attributes['aria-hidden'] === 'true' ||
      /display:\s*none|visibility:\s*hidden/iu.test(attributes['style'] ?? '')
    )
      return true;
  }
  return false;
}
