import { tracedSiglum } from './leading-collation.js';
import type { Report, ReportCollation } from './report.js';

/** The sigla that the stemma gives another page and the traced one: exhibits and kept witnesses have one order. */
export function pairSigla(report: Report, { with: other }: ReportCollation): readonly [base: string, witness: string] {
  const { stemma, exhibits } = report;
  const found = stemma.witnesses[exhibits.findIndex(({ id }) => id === other.id)]?.siglum;
  return [found ?? 'A', tracedSiglum(report) ?? 'B'];
}
