import { CHANGE_FIELDS, type Changes } from '../collation/collation.js';
import type { Collation } from '../collation/collation.js';
import type { Page } from '../page/page.js';
import { escapeMarkup as escape } from './escape.js';
import { htmlDocument } from './html-document.js';
import { linesOf } from './lines-of.js';
import { countOf, nameOf, percentOf } from './plain-words.js';
import { rowsOf, type Piece, type Row } from './rows.js';

/** Two texts and what is between them, as one HTML file. */
export function renderCollationHtml(collation: Collation, base: Page, witness: Page): string {
  const { relation, probability, shared } = collation;
  const share = `The passages that both have make up ${percentOf(shared.base)} of the first one’s words and ${percentOf(shared.witness)} of the second one’s.`;
  const head = `<h1><strong>${collation.version === true ? 'Two versions of one story' : escape(relation)}</strong></h1><p class="lede">${share}</p><p class="meta">${percentOf(probability)} sure</p>`;
  const texts = { base: base.source, witness: witness.source };
  return htmlDocument(`${nameOf(base)} and ${nameOf(witness)}`, [
    head,
    changesHtml(collation.changes),
    columnsHtml(collation, texts, [nameOf(base), nameOf(witness)]),
  ]);
}

/** What matters to people, each with both readings; empty where nothing does. */
export function changesHtml(changes: Changes, title = 'What was changed'): string {
  const items = CHANGE_FIELDS.flatMap((field) =>
    changes[field].map(
      (change) => `<li><b class="${field}">${field.replace(/s$/, '')}</b><span>${escape(change.sentence)}</span></li>`,
    ),
  );
  return items.length === 0 ? '' : `<h2>${escape(title)}</h2><ul class="changes">${items.join('')}</ul>`;
}

/** Both texts side by side, readings marked, text of one side only folded. */
export function columnsHtml(
  collation: Collation,
  texts: { readonly base: string; readonly witness: string },
  titles: readonly [string, string],
  sigla: readonly [string, string] = ['A', 'B'],
): string {
  if (collation.passages.length === 0) return '';
  const rows = rowsOf(collation, texts.base, texts.witness)
    .map((row) => rowHtml(row, sigla))
    .join('');
  const head = (side: 0 | 1): string =>
    `<header><b class="siglum">${escape(sigla[side])}</b> ${escape(titles[side])}</header>`;
  return `<h2>The two texts</h2>${LEGEND}
<div class="columns">${head(0)}${head(1)}${rows}</div>`;
}

const LEGEND = `<p class="legend"><span class="v synonym">swapped</span><span class="v omission">left out</span><span class="v addition">added</span><span class="v t-quotation">in a quote</span><span class="v t-number">number or date</span><span class="v t-name">name</span><span class="v t-meaning">meaning</span><span class="v transposition">moved</span><span class="v spelling">spelling only</span></p>`;

/** Both sides of a row; narrow screens show them below each other with their sigla, and once where they are alike. */
function rowHtml(row: Row, [base, witness]: readonly [string, string]): string {
  const moved = row.moved ? ' moved' : '';
  const alike = isAlike(row) ? ' alike' : '';
  const empty = (pieces: readonly Piece[]): string => (pieces.length === 0 ? ' empty' : '');
  const both = alike === '' ? witness : `${base} ${witness}`;
  return `<div class="base${alike}${empty(row.base)}" data-siglum="${escape(base)}">${sideHtml(row, row.base)}</div><div class="witness${moved}${empty(row.witness)}" data-siglum="${escape(both)}">${sideHtml(row, row.witness)}</div>`;
}

function isAlike({ base, witness }: Row): boolean {
  const same = (pieces: readonly Piece[]): boolean => pieces.every(({ kind }) => kind === 'same');
  return base.length > 0 && witness.length > 0 && same(base) && same(witness);
}

/** Longest unshared stretch that is shown unfolded, in characters. */
const UNFOLDED = 280;

function sideHtml(row: Row, pieces: readonly Piece[]): string {
  const html = pieces.map(pieceHtml).join('');
  const length = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  if (row.passage !== undefined || length <= UNFOLDED) return html;
  const words = pieces.reduce((sum, piece) => sum + (piece.text.match(/\S+/g)?.length ?? 0), 0);
  return `<details><summary>${countOf(words, 'word')} only here</summary>${html}</details>`;
}

function pieceHtml(piece: Piece): string {
  if (piece.kind === 'same') return escape(piece.text);
  if (piece.kind === 'apart') return `<span class="apart">${linesOf(piece.text).map(escape).join('<br>')}</span>`;
  const touches = piece.touches.map((touch) => `t-${touch}`).join(' ');
  const title = [piece.kind, ...piece.touches].join(', ');
  return `<span class="v ${piece.kind} ${touches}" title="${title}">${escape(piece.text)}</span>`;
}
