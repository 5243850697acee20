import { CHANGE_FIELDS } from '../collation/collation.js';
import type { Copy } from '../copies.js';
import { csvLine } from '../report/csv.js';

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
        copy.outlet ?? copy.id ?? '',
        copy.title ?? '',
        copy.url ?? '',
        copy.published ?? '',
        copy.relation,
        copy.probability.toFixed(3),
        copy.share.toFixed(3),
        copy.credited ? 'yes' : 'no',
        ...CHANGE_FIELDS.map((field) => String(copy.changes[field].length)),
        CHANGE_FIELDS.flatMap((field) => copy.changes[field].map(sentenceOf)).join('\n'),
      ]),
    )
    .join('');
}

/** Here the base is the page that was asked about. */
function sentenceOf({ sentence }: { readonly sentence: string }): string {
  return sentence
    .replaceAll(/\bthe base\b/g, 'our page')
    .replaceAll(/\bthe witness\b/g, 'the copy')
    .replaceAll(/\bThe base\b/g, 'Our page')
    .replaceAll(/\bThe witness\b/g, 'The copy');
}
