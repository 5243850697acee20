import type { Change, ChangeField } from '../collation/collation.js';
import { leadingCollation } from '../report/leading-collation.js';
import type { ReportView } from '../server/view.js';
import { excerptAt, type Excerpt } from './excerpt.js';
import { linkToPlace } from './page-link.js';

/** A change with its number in the report, the words around both readings, and the way to them in the pages themselves. */
export interface ListedChange {
  readonly number: number;
  readonly field: ChangeField;
  readonly change: Change;
  /** Absent where the change stands nowhere in the text: a byline's. */
  readonly was?: Excerpt;
  readonly is?: Excerpt;
  readonly wasHref?: string;
  readonly isHref?: string;
}

/** The order of the list: what harms most comes first. */
export const FIELD_LABELS: readonly (readonly [field: ChangeField, label: string])[] = [
  ['quotes', 'Quotes'],
  ['numbers', 'Numbers'],
  ['dates', 'Dates'],
  ['names', 'Names'],
  ['meaning', 'Meaning'],
  ['byline', 'Byline'],
  ['credit', 'Credit'],
];

/** The changes of a report's leading pair; none where neither text was taken from the other. */
export function listedChanges({ pair, report, changesTitle }: ReportView): readonly ListedChange[] {
  if (pair === undefined || changesTitle === undefined) return [];
  const base = leadingCollation(report)?.text ?? '';
  const witness = report.page.source;
  return FIELD_LABELS.flatMap(([field]) => pair.collation.changes[field].map((change) => ({ field, change }))).map(
    ({ field, change }, i) => {
      const wasHref = linkToPlace(pair.base.url, base, change.base);
      const isHref = linkToPlace(pair.witness.url, witness, change.witness);
      return {
        number: i + 1,
        field,
        change,
        ...(change.base[1] > 0 && { was: excerptAt(base, change.base) }),
        ...(change.witness[1] > 0 && { is: excerptAt(witness, change.witness) }),
        ...(wasHref !== undefined && { wasHref }),
        ...(isHref !== undefined && { isHref }),
      };
    },
  );
}
