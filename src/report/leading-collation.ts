import { COPIED } from '../collation/collation.js';
import type { Report, ReportCollation } from './report.js';

/** The collation that a report shows first: with the exemplar, else with its fullest copy, else with its nearest kin. */
export function leadingCollation(report: Report): ReportCollation | undefined {
  return report.collations.find((entry) => entry.with.id === report.exemplar?.id) ?? report.collations[0];
}

/** Whether one text was taken from the other, so that what differs was changed by somebody. */
export function isTaken({ collation }: ReportCollation): boolean {
  return COPIED.includes(collation.relation);
}

/** Of a copy of the traced page it's said whose changes they are. */
export function titleOfChanges({ place, with: other }: ReportCollation): string {
  return place === 'copy' ? `What ${other.outlet ?? 'the fullest copy'} changed` : 'What was changed';
}

/** The traced page's siglum: it's the last of the family, and exhibits and kept witnesses have the family's order. */
export function tracedSiglum({ stemma, exhibits }: Report): string | undefined {
  return stemma.witnesses[exhibits.length - 1]?.siglum;
}
