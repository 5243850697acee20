import { COPIED } from '../collation/collation.js';
import type { Report, ReportCollation } from './report.js';
import { titleOfVersion } from './version-words.js';

/** The collation that a report shows first: with the exemplar, else with its fullest copy, else with its nearest kin. */
export function leadingCollation(report: Report): ReportCollation | undefined {
  return report.collations.find((entry) => entry.with.id === report.exemplar?.id) ?? report.collations[0];
}

/** Whether one text was taken from the other, so that what differs was changed by somebody. */
export function isTaken({ collation }: ReportCollation): boolean {
  return COPIED.includes(collation.relation);
}

/** Of a copy of the traced page it's said whose changes they are, of a version since when. */
export function titleOfChanges(leading: ReportCollation): string {
  const { place, with: other } = leading;
  if (place === 'version') return titleOfVersion(leading);
  return place === 'copy' ? `What ${other.outlet ?? 'the fullest copy'} changed` : 'What was changed';
}

/** The traced page's siglum: it's the last of the family, and exhibits and kept witnesses have the family's order. */
export function tracedSiglum({ stemma, exhibits }: Report): string | undefined {
  return stemma.witnesses[exhibits.length - 1]?.siglum;
}

/** Other versions of the traced page's story that a report shows in a section of their own: all but the one that it shows first. */
export function versionsAside(report: Report): readonly ReportCollation[] {
  const leading = leadingCollation(report);
  return report.collations.filter((entry) => entry.place === 'version' && entry !== leading);
}
