import type { Tree, TreeElement } from './tree.js';

/** A run of text that stands by itself on the page: a paragraph, a heading, an item, a cell, a caption, a line of a menu. */
export interface Block {
  /** White space collapsed; `\n` where the page breaks a line. */
  readonly text: string;
  /** The nearest element around it that stands as a block. */
  readonly element: TreeElement;
  /** Characters of it inside links, and in bold type. */
  readonly linked: number;
  readonly bold: number;
  /** Links and images in it. */
  readonly links: number;
  readonly images: number;
  /** The row of a table that it is a cell of. */
  readonly row?: TreeElement;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements whose text nobody reads as text. */
const SILENT = words(
  'script style noscript template svg math iframe canvas audio video object select textarea datalist button head title amp-analytics amp-ad',
);
/** Elements that break the line before and after. */
const BREAKS = words(
  'address article aside blockquote body center details dir div dl dt dd fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table tbody td th thead tfoot tr ul caption legend amp-img amp-carousel',
);
const BOLD = words('b strong h1 h2 h3 h4 h5 h6 th');

/** Blocks kept of a page, and characters kept of a block. Of 305 real pages the fullest has 1,719 blocks, the longest block 5,420 characters. */
const BLOCK_LIMITS = { blocks: 5_000, length: 60_000 } as const;

/** The text under way. Pieces, not one string: looking at the end of a growing string copies it each time. */
interface Run {
  pieces: string[];
  length: number;
  last: string;
  linked: number;
  bold: number;
  links: number;
  images: number;
}

interface Inline {
  readonly link: boolean;
  readonly bold: boolean;
  readonly verbatim: boolean;
  readonly row: TreeElement | undefined;
}

/** Cuts a page's tree into its blocks, in document order. Two line breaks in a row end a block as a paragraph's end does. */
export function cutBlocks(tree: Tree): readonly Block[] {
  const blocks: Block[] = [];
  let run = emptyRun();

  const flush = (element: TreeElement, row: TreeElement | undefined): void => {
    const text = run.pieces.join('').trim();
    if (text !== '' && blocks.length < BLOCK_LIMITS.blocks) {
      const { linked, bold, links, images } = run;
      blocks.push({
        text,
        element,
        linked: Math.min(linked, text.length),
        bold: Math.min(bold, text.length),
        links,
        images,
        ...(row && { row }),
      });
      run = emptyRun();
    } else if (text !== '' || run.length > 0) run = { ...emptyRun(), images: run.images };
  };
  const addText = (raw: string, inline: Inline): void => {
    const room = BLOCK_LIMITS.length - run.length;
    if (room <= 0) return;
    const text = inline.verbatim ? raw.slice(0, room) : collapse(raw.slice(0, room * 4));
    const glued = run.last === '' || run.last === ' ' || run.last === '\n';
    const added = (glued && text.startsWith(' ') ? text.slice(1) : text).slice(0, room);
    if (added === '') return;
    run.pieces.push(added);
    run.length += added.length;
    run.last = added.slice(-1);
    if (inline.link) run.linked += added.length;
    if (inline.bold) run.bold += added.length;
  };
  const visit = (element: TreeElement, block: TreeElement, inline: Inline): void => {
    for (const child of element.children) {
      if (typeof child === 'string') addText(child, inline);
      else if (child.tag === 'br') breakLine(() => flush(block, inline.row), run);
      else if (child.tag === 'img' || child.tag === 'amp-img') run.images++;
      else if (!SILENT.has(child.tag)) enter(child, block, inline);
    }
  };
  const enter = (element: TreeElement, block: TreeElement, around: Inline): void => {
    const { tag } = element;
    const isLink = tag === 'a' && element.attributes['href'] !== undefined;
    if (isLink) run.links++;
    const inline: Inline = {
      link: around.link || isLink,
      bold: around.bold || BOLD.has(tag),
      verbatim: around.verbatim || tag === 'pre',
      row: tag === 'tr' ? element : tag === 'table' ? undefined : around.row,
    };
    if (!BREAKS.has(tag)) {
      visit(element, block, inline);
      return;
    }
    flush(block, around.row);
    visit(element, element, inline);
    flush(element, inline.row);
  };
  visit(tree.root, tree.root, { link: false, bold: false, verbatim: false, row: undefined });
  flush(tree.root, undefined);
  return blocks;
}

function emptyRun(): Run {
  return { pieces: [], length: 0, last: '', linked: 0, bold: 0, links: 0, images: 0 };
}

/** One break is kept in the text; a second one ends the block. */
function breakLine(flush: () => void, run: Run): void {
  if (run.last === ' ') {
    const trimmed = (run.pieces.pop() ?? '').trimEnd();
    if (trimmed !== '') run.pieces.push(trimmed);
    run.last = run.pieces[run.pieces.length - 1]?.slice(-1) ?? '';
  }
  if (run.last === '\n') flush();
  else if (run.last !== '') {
    run.pieces.push('\n');
    run.length++;
    run.last = '\n';
  }
}

function collapse(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ');
}
