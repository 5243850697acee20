import type { Block } from './block.js';
import { fold } from './fold.js';
import type { PartKind } from './page.js';

/** Longer quotations are told for their own sake; shorter ones are words that may recur by chance. */
const LONGEST = 300;
const SHORTEST_WORDS = 4;

/** Quotations set apart that only repeat what a paragraph of the report says: their places in the list. */
export function findPullQuotes(
  typed: readonly { readonly block: Block; readonly kind: PartKind | undefined }[],
): ReadonlySet<number> {
  const quoted = typed.flatMap(({ block, kind }, at) =>
    kind === 'blockquote' && block.text.length <= LONGEST ? [at] : [],
  );
  if (quoted.length === 0) return new Set();
  const told = ` ${typed
    .filter(({ kind }) => kind === 'paragraph')
    .map(({ block }) => fold(block.text))
    .join(' ')} `;
  return new Set(
    quoted.filter((at) => {
      const plain = fold(typed[at]?.block.text ?? '');
      return plain.split(' ').length >= SHORTEST_WORDS && told.includes(` ${plain} `);
    }),
  );
}
