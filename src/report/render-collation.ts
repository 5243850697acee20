import type { Collation } from '../collation/collation.js';
import { countVariants } from '../collation/count-variants.js';
import type { Witness } from '../witness/witness.js';
import { changeLines, labelledLines } from './change-lines.js';
import { harmless, paint, type Style } from './paint.js';
import { countOf, HEADLINES, percentOf } from './plain-words.js';
import { rowsOf } from './rows.js';
import { renderColumns } from './text-columns.js';
import { versionChanges } from './version-changes.js';
import { versionLines } from './version-words.js';
import { wrapText } from './wrap.js';

/** Two sides with their texts. */
export interface CollatedPair {
  readonly base: Witness;
  readonly witness: Witness;
}

/** A collation for a terminal: how the two are related, what was changed, and the texts side by side. */
export function renderCollation(collation: Collation, { base, witness }: CollatedPair, style: Style): string {
  const headline = collation.version === true ? 'Two versions of one story.' : HEADLINES[collation.relation];
  const summary = `${headline} ${collation.relation}, ${percentOf(collation.probability)} sure. ${sharedWords(collation)}`;
  const older =
    collation.direction === 'unknown'
      ? 'Nothing tells which of the two is older.'
      : `The ${collation.direction} looks older.`;
  const since = collation.version === true ? versionLines(versionChanges(base, witness, collation)) : [];
  const lines = [
    ...wrapText(summary, style.width - 2),
    ...wrapText([older, ...collation.grounds.map(({ text }) => text)].join(' '), style.width - 2).map((line) =>
      paint(style, 'quiet', harmless(line)),
    ),
  ];
  const changes = [
    ...changeLines(collation.changes, style),
    ...since.flatMap(({ label, text }) =>
      labelledLines(label.replace(/s$/, ''), text, label === 'headline' ? 'strong' : 'quiet', style),
    ),
  ];
  const rows =
    collation.passages.length === 0
      ? []
      : ['', ...renderColumns(rowsOf(collation, base.text, witness.text), [titleOf(base), titleOf(witness)], style)];
  return `\n${lines.map((line) => `  ${line}`).join('\n')}\n${changes.length > 0 ? `\n${changes.join('\n')}\n` : ''}${rows.join('\n')}\n`;
}

/** How much is shared, in passages and words, and how many places in it differ. */
function sharedWords(collation: Collation): string {
  const { passages, shared } = collation;
  if (passages.length === 0) return 'They have no passage in common.';
  const { all, swapped } = countVariants(collation);
  const swaps = swapped === 0 ? '' : `, ${countOf(swapped, 'word or phrase', 'words or phrases')} swapped among them`;
  return `${countOf(passages.length, 'passage')} in common, with ${percentOf(shared.base)} of the base’s words and ${percentOf(shared.witness)} of the witness’s; they differ in ${countOf(all, 'place')}${swaps}.`;
}

function titleOf({ id, page }: Witness): string {
  return harmless(page.outlet ?? page.title ?? id);
}
