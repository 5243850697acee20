import { CHANGE_FIELDS } from '../collation/collation.js';
import type { Copy } from '../copies.js';
import { hostOf } from '../page/host-of.js';
import { csvLine } from '../report/csv.js';
import { nameSides } from '../report/name-sides.js';

/** The first line of a table of copies. */
export const COPIES_HEADER = csvLine([
  'page',
  'outlet',
  'title',
  'url',
  'published',
  'relation',
  'direction',
  'probability',
  'share',
  'credited',
  ...CHANGE_FIELDS.map((field) => `${field}_changed`),
  'changes',
]);

/** Who carried a page's text as CSV, a line a copy: how much, credited or not, how many changes of each kind and all of them in words. */
export function copiesCsv(page: string, copies: readonly Copy[]): string {
  return copies
    .map((copy) =>
      csvLine([
        page,
        copy.outlet ?? hostOf(copy.url) ?? '',
        copy.title ?? copy.id ?? '',
        copy.url ?? '',
        copy.published ?? '',
        copy.relation,
        directionOf(copy),
        copy.probability.toFixed(3),
        copy.share.toFixed(3),
        copy.credited ? 'yes' : 'no',
        ...CHANGE_FIELDS.map((field) => String(copy.changes[field].length)),
        CHANGE_FIELDS.flatMap((field) =>
          copy.changes[field].map(({ sentence }) => nameSides(sentence, sidesOf(copy))),
        ).join('\n'),
      ]),
    )
    .join('');
}

/** Who took it from whom, in words. */
function directionOf({ place, version }: Copy): string {
  if (version !== undefined) return version.other === 'unknown' ? 'another version' : `${version.other} version`;
  return DIRECTIONS[place];
}

const DIRECTIONS: Readonly<Record<Copy['place'], string>> = {
  copy: 'taken by',
  exemplar: 'taken from',
  sibling: 'both from a third',
  version: 'another version',
  unclear: 'unclear',
};

/** Here the base is the page that was asked about. */
function sidesOf({ place }: Copy): { base: string; witness: string } {
  return { base: 'our page', witness: place === 'copy' ? 'the copy' : 'the other page' };
}
