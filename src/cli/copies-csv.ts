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
        copy.probability.toFixed(3),
        copy.share.toFixed(3),
        copy.credited ? 'yes' : 'no',
        ...CHANGE_FIELDS.map((field) => String(copy.changes[field].length)),
        CHANGE_FIELDS.flatMap((field) => copy.changes[field].map(({ sentence }) => nameSides(sentence, SIDES))).join(
          '\n',
        ),
      ]),
    )
    .join('');
}

/** Here the base is the page that was asked about. */
const SIDES = { base: 'our page', witness: 'the copy' };
