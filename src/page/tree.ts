import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { BLOCK, IMPLIED_END, scopeOf, TABLE_SCOPE, VOID } from './tag-rules.js';

/**
 * HTML to a light tree, in one pass and bounded in every direction.
 *
 * htmlparser2's tokenizer (130 MB/s, linear on hostile input) drives a small tree builder of our own instead of a DOM:
 * linkedom overflows the stack at 2,500 nested elements and hangs on a million attributes. Elements are numbered in document
 * order, so that later passes keep their sums in arrays. End tags that HTML lets authors leave out are implied; misnested
 * formatting is not repaired, text never depends on it.
 * Cost: linear in the page's length. Guarantee: no more than the limits below are ever held.
 */

/** An element of the page. `children` are elements and runs of text in document order. */
export interface TreeElement {
  readonly tag: string;
  /** Place in document order, from 0. */
  readonly index: number;
  readonly parent: TreeElement | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (TreeElement | string)[];
}

/** The page as a tree, its elements in document order, and what the limits cut. */
export interface Tree {
  readonly root: TreeElement;
  readonly elements: readonly TreeElement[];
  /** Names of the limits that were reached. */
  readonly cut: readonly string[];
}

/** What a page may hold. The largest of 305 real pages have 1.9 million characters, 11,530 elements, 51 levels and 51 attributes on one element. */
export const LIMITS = {
  /** Characters of HTML read; the rest is left out. */
  characters: 5_000_000,
  /** Levels of nesting kept; deeper elements melt into their parent. */
  depth: 250,
  /** Attributes kept of one element. */
  attributes: 64,
  /** Characters kept of one attribute. */
  attributeLength: 4_000,
  /** Elements kept; the rest is left out, its text stays. */
  elements: 100_000,
} as const;

interface GrowingElement extends TreeElement {
  attributes: Record<string, string>;
  children: (GrowingElement | string)[];
}

/** Reads HTML into a tree. Never throws; whatever the limits cut is named in `cut`. */
export function growTree(html: string): Tree {
  const cut = new Set<string>();
  let source = html.includes('\0') ? html.replaceAll('\0', '') : html;
  if (source.length > LIMITS.characters) {
    source = source.slice(0, LIMITS.characters);
    cut.add('characters');
  }
  const grower = startTree(source, cut);
  const tokenizer = new Tokenizer({ decodeEntities: true }, grower.callbacks);
  tokenizer.write(source);
  tokenizer.end();
  return { root: grower.root, elements: grower.elements, cut: [...cut] };
}

/** A tree under way and what of the page waits to be put into it. */
interface Growing {
  readonly source: string;
  readonly cut: Set<string>;
  readonly root: GrowingElement;
  readonly elements: TreeElement[];
  readonly stack: GrowingElement[];
  /** Open elements beyond the depth limit, by number only. */
  sunk: number;
  /** The tag that is being read: its name, its attributes, how many were seen, the attribute under way. */
  tag: string;
  attributes: Record<string, string>;
  count: number;
  name: string;
  value: string;
  /** Text seen but not yet put into the tree: adjoining runs are put there as one. */
  textStart: number;
  textEnd: number;
}

function startTree(
  source: string,
  cut: Set<string>,
): { root: TreeElement; elements: TreeElement[]; callbacks: TokenizerCallbacks } {
  const root: GrowingElement = { tag: '#root', index: 0, parent: undefined, attributes: {}, children: [] };
  const growing: Growing = {
    source,
    cut,
    root,
    elements: [root],
    stack: [root],
    sunk: 0,
    tag: '',
    attributes: {},
    count: 0,
    name: '',
    value: '',
    textStart: 0,
    textEnd: 0,
  };
  return {
    root,
    elements: growing.elements,
    callbacks: { ...tagCallbacks(growing), ...textCallbacks(growing), ...IGNORED },
  };
}

/** Comments and declarations say nothing. */
const IGNORED = { oncdata() {}, oncomment() {}, ondeclaration() {}, onprocessinginstruction() {} };

function tagCallbacks(
  growing: Growing,
): Pick<
  TokenizerCallbacks,
  | 'onopentagname'
  | 'onattribname'
  | 'onattribdata'
  | 'onattribentity'
  | 'onattribend'
  | 'onopentagend'
  | 'onselfclosingtag'
  | 'onclosetag'
> {
  const { source, cut } = growing;
  const hasRoom = (): boolean => growing.name !== '' && growing.value.length < LIMITS.attributeLength;
  return {
    onopentagname(start, end) {
      settle(growing);
      growing.tag = source.slice(start, end).toLowerCase();
      growing.attributes = {};
      growing.count = 0;
    },
    onattribname(start, end) {
      growing.name = growing.count < LIMITS.attributes ? source.slice(start, end).toLowerCase() : '';
      growing.value = '';
    },
    onattribdata(start, end) {
      if (hasRoom()) growing.value += source.slice(start, Math.min(end, start + LIMITS.attributeLength));
    },
    onattribentity(point) {
      if (hasRoom()) growing.value += String.fromCodePoint(point);
    },
    onattribend() {
      const { name, value, attributes } = growing;
      if (growing.count >= LIMITS.attributes) {
        cut.add('attributes');
        return;
      }
      growing.count++;
      if (name !== '' && name !== '__proto__' && !Object.hasOwn(attributes, name)) attributes[name] = value;
    },
    onopentagend: () => openElement(growing),
    onselfclosingtag: () => openElement(growing),
    onclosetag(start, end) {
      settle(growing);
      closeElement(growing, source.slice(start, end).toLowerCase());
    },
  };
}

function textCallbacks(growing: Growing): Pick<TokenizerCallbacks, 'ontext' | 'ontextentity' | 'onend'> {
  return {
    ontext(start, end) {
      if (start !== growing.textEnd || growing.textEnd === 0) {
        settle(growing);
        growing.textStart = start;
      }
      growing.textEnd = end;
    },
    ontextentity(point) {
      settle(growing);
      addText(growing, String.fromCodePoint(point));
    },
    onend: () => settle(growing),
  };
}

function topOf({ stack, root }: Growing): GrowingElement {
  return stack[stack.length - 1] ?? root;
}

function addText(growing: Growing, text: string): void {
  const { children } = topOf(growing);
  const last = children.length - 1;
  if (typeof children[last] === 'string') children[last] = `${children[last]}${text}`;
  else children.push(text);
}

/** Puts the text that waits into the tree. */
function settle(growing: Growing): void {
  const { source, textStart, textEnd } = growing;
  if (textEnd > textStart) addText(growing, source.slice(textStart, textEnd));
  growing.textStart = growing.textEnd = 0;
}

function openElement(growing: Growing): void {
  const { tag, attributes, stack, elements, cut } = growing;
  if (growing.sunk === 0) endImplied(stack, tag);
  const isVoid = VOID.has(tag);
  if (stack.length >= LIMITS.depth || elements.length >= LIMITS.elements) {
    cut.add(stack.length >= LIMITS.depth ? 'depth' : 'elements');
    if (!isVoid) growing.sunk++;
    else if (tag === 'br') addText(growing, '\n');
    return;
  }
  const parent = topOf(growing);
  const element: GrowingElement = { tag, index: elements.length, parent, attributes, children: [] };
  elements.push(element);
  parent.children.push(element);
  if (!isVoid) stack.push(element);
}

function closeElement(growing: Growing, closing: string): void {
  if (growing.sunk > 0) growing.sunk--;
  else endNearest(growing.stack, closing, scopeOf(closing));
}

function endImplied(stack: GrowingElement[], tag: string): void {
  if (BLOCK.has(tag)) endNearest(stack, 'p', TABLE_SCOPE);
  const implied = IMPLIED_END[tag];
  if (implied === undefined) return;
  while (endNearest(stack, implied.ends, implied.within));
}

/** Closes the nearest open element of `kinds` unless one of `within` stands before it; true where it closed one. */
function endNearest(
  stack: GrowingElement[],
  kinds: ReadonlySet<string> | string,
  within: ReadonlySet<string>,
): boolean {
  for (let at = stack.length - 1; at > 0; at--) {
    const tag = stack[at]?.tag ?? '';
    if (tag === kinds || (typeof kinds !== 'string' && kinds.has(tag))) {
      stack.length = at;
      return true;
    }
    if (within.has(tag)) return false;
  }
  return false;
}
