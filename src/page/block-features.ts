import type { Block } from './block.js';
import { PLACES, readAncestries, type Ancestry } from './ancestry.js';
import { fold } from './fold.js';
import { endsSentence, lineKind } from './line-kind.js';
import type { Tree, TreeElement } from './tree.js';

/**
 * What a block looks like, as numbers: its words, its links, its place in the tree and on the page, its neighbours, and how much
 * running text its surroundings hold. No feature knows a site. The names below are the columns, in order.
 */

/** The columns of the first stage. */
export const FEATURES = [
  'length', 'words', 'linked', 'links', 'bold', 'endsSentence', 'sentences', 'commas', 'capitals', 'digits', 'startsLower', 'functionWords', 'quotes', 'images', 'lines',
  'appeals', 'orders', 'person', 'biography', 'address', 'rights', 'dated',
  'kind', 'heading', 'tag', 'row', 'depth', 'hidden', 'copies', 'likeTitle', 'isTitle', 'likeDescription',
  ...PLACES.map((place) => `near:${place}`),
  'item', 'table', 'quote', 'figure', 'article', 'main', 'form', 'linkBox',
  'parentText', 'parentLinked', 'parentBlocks', 'grandText', 'grandLinked', 'greatText', 'greatLinked',
  'pathText', 'pathLinked', 'pathBlocks', 'pathLength', 'toBest', 'bestShare', 'bestLinked', 'levelsUp',
  'place', 'placeInText', 'sinceTitle', 'sinceFirst', 'untilLast', 'headingKind', 'sinceHeading',
  ...['prev', 'next'].flatMap((side) => [1, 2, 3].flatMap((at) => ['Length', 'Linked', 'Ends', 'Kind', 'Kin'].map((what) => `${side}${at}${what}`))),
] as const;

/** What the page says of itself that helps to judge its blocks. */
export interface PageHints {
  readonly titles: readonly string[];
  readonly descriptions: readonly string[];
}

/** A matrix by rows: `row(i)` is `values.subarray(i * width, (i + 1) * width)`. */
export interface Matrix {
  readonly width: number;
  readonly values: Float32Array;
}

const KIND_CODE: Readonly<Record<string, number>> = { advertisement: 1, share: 2, related: 3, furniture: 4, tags: 5, timestamp: 6, byline: 7, credit: 8, caption: 9, contributor: 10, correction: 11 };
const TAG_CODE: Readonly<Record<string, number>> = { p: 1, li: 2, dd: 3, dt: 3, td: 4, th: 4, blockquote: 5, pre: 6, div: 7, section: 8, article: 8, body: 9, main: 8, span: 7, figcaption: 10, summary: 11, label: 12, footer: 13, header: 13, form: 12, address: 14 };
const FUNCTION_WORD = /(?<!\p{L})(?:the|a|an|and|or|but|of|to|in|on|at|by|for|with|from|as|is|are|was|were|be|been|has|have|had|that|this|it|its|he|she|they|we|you|i|his|her|their|not|which|who|will|would|said)(?!\p{L})/giu;

const APPEAL = /(?<!\p{L})(?:subscrib\w*|newsletters?|sign(?:ing)? up|inbox|follow|download|apps?|click|cookies?|comments?|contact|e-?mail|donat\w*|support us|share|login|register|registered|account|members?|membership|browser|javascript|moderated|sponsored|advertis\w*|facebook|twitter|instagram|whatsapp|youtube|linkedin|unsubscribe|notifications?|updates?|exclusive|free|offers?)(?!\p{L})/giu;
const ORDER = /^[\W_]*(?:please|subscribe|sign|follow|click|read|join|get|download|share|watch|listen|register|support|donate|like|contact|email|e-mail|send|submit|leave|add|view|see|show|visit|learn|find|discover|buy|shop|order|try|start|stay|enter|log|tell|let|check|explore|browse|search|save|print|report|become|never miss|don[’']t miss|want|have|need|do you|are you|this (?:article|story|post|site|website|page|work|content))(?!\p{L})/iu;
const ADDRESSED = /(?<!\p{L})(?:you|your|yours|we|our|ours|us|i|my|me)(?!\p{L})/giu;
const BIOGRAPHY = /^(?:about the author|(?:dr\.?|mr\.?|ms\.?|mrs\.?|prof\.?)?\s*\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){1,3},?\s(?:is|was|has been|works|writes|covers|joined|reports|lives|can be reached|hails)(?!\p{L}))/u;

/** What is counted of one element: sums over the blocks inside it. */
interface Sums {
  readonly text: Float64Array;
  readonly linked: Float64Array;
  /** Characters that read as sentences and are not links. */
  readonly prose: Float64Array;
  readonly blocks: Float64Array;
}

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
    values.set([...ownColumns(block, look, page, hints), ...placeColumns(ancestry), ...surroundings(block, sums, page), ...positions(at, page), ...neighbours(at, blocks, looks)], at * width);
  });
  return { width, values };
}

interface Look {
  readonly length: number;
  readonly words: number;
  readonly linked: number;
  readonly ends: boolean;
  readonly sentences: number;
  readonly kind: number;
  readonly prose: number;
  readonly folded: string;
}

function lookOf(block: Block): Look {
  const { text } = block;
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
  const linked = block.linked / text.length;
  const ends = endsSentence(text) || /[。！？」]$/u.test(text);
  const sentences = text.match(/[.!?。！？]["”’')\]]*(?=\s|$)|[。！？]/gu)?.length ?? 0;
  const prose = (ends || sentences > 0) && text.length >= 40 && linked < 0.5 ? text.length - block.linked : 0;
  return { length: text.length, words, linked, ends, sentences, kind: KIND_CODE[lineKind(text) ?? ''] ?? 0, prose, folded: fold(text) };
}

function sumUp(blocks: readonly Block[], looks: readonly Look[], tree: Tree): Sums {
  const size = tree.elements.length;
  const sums: Sums = { text: new Float64Array(size), linked: new Float64Array(size), prose: new Float64Array(size), blocks: new Float64Array(size) };
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
    for (const column of Object.values(sums) as Float64Array[]) column[parent] = (column[parent] ?? 0) + (column[at] ?? 0);
  }
  return sums;
}

interface Survey {
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
  readonly titleWords: readonly ReadonlySet<string>[];
  readonly looks: readonly Look[];
}

function surveyPage(blocks: readonly Block[], looks: readonly Look[], sums: Sums, tree: Tree, hints: PageHints): Survey {
  const best = bestElement(blocks, looks, tree);
  const insideBest = new Uint8Array(tree.elements.length);
  for (const element of tree.elements) if (element === best || (element.parent && insideBest[element.parent.index] === 1)) insideBest[element.index] = 1;
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
  const inBest = (at: number): boolean => insideBest[blocks[at]?.element.index ?? 0] === 1 && (looks[at]?.prose ?? 0) > 60;
  const titles = hints.titles.map(fold);
  const title = Math.max(blocks.findIndex((block, at) => block.element.tag === 'h1' && titles.some((other) => other.includes(looks[at]?.folded ?? '-'))), -1);
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
    titleWords: hints.titles.slice(0, 4).map((text) => new Set(fold(text).split(' '))),
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
    for (let element = block.element.parent, level = 0; element && level < 4; element = element.parent, level++, share = 1 / (level + 1)) score[element.index] = (score[element.index] ?? 0) + points * share;
  });
  let best: TreeElement | undefined;
  for (const element of tree.elements) if ((score[element.index] ?? 0) > (best ? (score[best.index] ?? 0) : 0)) best = element;
  return best;
}

function headingsAbove(blocks: readonly Block[], looks: readonly Look[]): { headingKind: Int8Array; sinceHeading: Int16Array } {
  const headingKind = new Int8Array(blocks.length);
  const sinceHeading = new Int16Array(blocks.length);
  let kind = 0;
  let since = 0;
  blocks.forEach((block, at) => {
    const isHeading = /^h[1-6]$/u.test(block.element.tag) || (block.text.length < 60 && block.bold >= block.text.length - 1) || [2, 3, 4].includes(looks[at]?.kind ?? 0);
    if (isHeading) {
      kind = looks[at]?.kind ?? 0;
      since = 0;
    } else since++;
    headingKind[at] = kind;
    sinceHeading[at] = Math.min(since, 500);
  });
  return { headingKind, sinceHeading };
}

function ownColumns(block: Block, look: Look, page: Survey, hints: PageHints): number[] {
  const { text } = block;
  const words = Math.max(look.words, 1);
  const folded = look.folded;
  const here = new Set(folded.split(' '));
  const likeTitle = Math.max(0, ...page.titleWords.map((title) => [...title].filter((word) => here.has(word)).length / Math.max(title.size, here.size, 1)));
  return [
    Math.log(look.length), Math.log(words), look.linked, Math.min(block.links, 20), block.bold / look.length, Number(look.ends), Math.min(look.sentences, 20),
    Math.min(text.match(/[,、，]/gu)?.length ?? 0, 20), (text.match(/(?<![\p{L}\p{N}])\p{Lu}/gu)?.length ?? 0) / words, (text.match(/\p{N}/gu)?.length ?? 0) / look.length,
    Number(/^\p{Ll}/u.test(text)), (text.match(FUNCTION_WORD)?.length ?? 0) / words, Number(/[“”"「]/u.test(text)), Math.min(block.images, 5), Math.min(text.split('\n').length, 20),
    ...wordColumns(text, words),
    look.kind, headingLevel(block.element), TAG_CODE[block.element.tag] ?? 0, block.row ? Math.min(block.row.children.length, 20) : 0, depthOf(block.element), Number(isHidden(block.element)),
    Math.min(page.copies.get(text) ?? 1, 9), likeTitle, Number(hints.titles.some((title) => fold(title) === folded)), Number(hints.descriptions.some((description) => folded.length > 20 && fold(description).startsWith(folded.slice(0, 60)))),
  ];
}

/** Words by which pages plead, order, present an author or reserve rights, against those of reports. */
function wordColumns(text: string, words: number): number[] {
  const start = text.slice(0, 400);
  return [
    Math.min(start.match(APPEAL)?.length ?? 0, 8),
    Number(ORDER.test(start)),
    (start.match(ADDRESSED)?.length ?? 0) / Math.min(words, 70),
    Number(BIOGRAPHY.test(start)),
    Number(/https?:\/\/|www\.|\S@\S|(?<!\S)[@#]\p{L}/u.test(start)),
    Number(/©|\(c\)|all rights reserved|copyright|not responsible for|disclaimer|trademarks?\b|affiliate|terms of|privacy/iu.test(start)),
    Number(/(?<!\d)(?:19|20)\d{2}(?!\d)/u.test(start)) + Number(/\d{1,2}:\d{2}/u.test(start)),
  ];
}

function placeColumns(ancestry: Ancestry): number[] {
  const inside = (tags: string): number => Math.min(...tags.split(' ').map((tag) => ancestry.tags.get(tag) ?? 12));
  return [...ancestry.near, inside('li dd dt'), inside('table'), inside('blockquote q'), inside('figure figcaption'), inside('article'), inside('main'), inside('form'), inside('a')];
}

function surroundings(block: Block, sums: Sums, page: Survey): number[] {
  const share = (element: TreeElement | undefined): number => (element && page.prose > 0 ? (sums.prose[element.index] ?? 0) / page.prose : 0);
  const linked = (element: TreeElement | undefined): number => (element ? (sums.linked[element.index] ?? 0) / Math.max(sums.text[element.index] ?? 0, 1) : 1);
  const parent = block.element.parent;
  const grand = parent?.parent;
  const great = grand?.parent;
  const path = page.paths.get(pathOf(block)) ?? { prose: 0, text: 0, linked: 0, blocks: 1 };
  let up = 0;
  for (let at: TreeElement | undefined = block.element; at && page.insideBest[at.index] !== 1 && !(page.best && isAbove(at, page.best)) && up < 15; at = at.parent) up++;
  const inside = page.insideBest[block.element.index] === 1 ? 0 : up + 1;
  let levels = 0;
  for (let at: TreeElement | undefined = block.element; at && at !== page.best && levels < 15; at = at.parent) levels++;
  return [
    share(parent), linked(parent), Math.min(parent ? (sums.blocks[parent.index] ?? 0) : 0, 100), share(grand), linked(grand), share(great), linked(great),
    page.prose > 0 ? path.prose / page.prose : 0, path.linked / Math.max(path.text, 1), Math.min(path.blocks, 100), Math.log(path.text / path.blocks), inside, share(page.best), linked(page.best), inside === 0 ? levels : -1,
  ];
}

function positions(at: number, page: Survey): number[] {
  const steps = (distance: number): number => Math.sign(distance) * Math.log2(1 + Math.abs(distance));
  return [
    at / page.count, (page.textBefore[at] ?? 0) / Math.max(page.text, 1), page.title < 0 ? 99 : steps(at - page.title), page.firstProse < 0 ? 99 : steps(at - page.firstProse),
    page.lastProse < 0 ? 99 : steps(page.lastProse - at), page.headingKind[at] ?? 0, Math.log2(1 + (page.sinceHeading[at] ?? 0)),
  ];
}

function neighbours(at: number, blocks: readonly Block[], looks: readonly Look[]): number[] {
  const columns: number[] = [];
  for (const sign of [-1, 1]) {
    for (const distance of [1, 2, 3]) {
      const look = looks[at + sign * distance];
      const block = blocks[at + sign * distance];
      if (!look || !block) columns.push(0, 1, 0, 0, 3);
      else columns.push(Math.log(look.length), look.linked, Number(look.ends), look.kind, kinship(block.element, blocks[at]?.element));
    }
  }
  return columns;
}

/** 0 the same element or siblings, 1 cousins, 2 farther apart. */
function kinship(a: TreeElement, b: TreeElement | undefined): number {
  if (a === b || a.parent === b?.parent) return 0;
  return a.parent?.parent !== undefined && (a.parent.parent === b?.parent?.parent || a.parent === b?.parent?.parent || a.parent.parent === b?.parent) ? 1 : 2;
}

function isAbove(element: TreeElement, below: TreeElement): boolean {
  for (let at = below.parent; at; at = at.parent) if (at === element) return true;
  return false;
}

/** Blocks that the page's template sets alike share a path: tag and class of the element and of the two above. */
function pathOf(block: Block): string {
  const name = (element: TreeElement | undefined): string => (element ? `${element.tag}.${element.attributes['class']?.split(/\s+/u)[0] ?? ''}` : '');
  return `${name(block.element)}<${name(block.element.parent)}<${name(block.element.parent?.parent)}`;
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
    if (attributes['hidden'] !== undefined || attributes['aria-hidden'] === 'true' || /display:\s*none|visibility:\s*hidden/iu.test(attributes['style'] ?? '')) return true;
  }
  return false;
}
