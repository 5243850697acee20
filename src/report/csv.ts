import { CHANGE_FIELDS, type Collation } from '../collation/collation.js';

/** Variants and changes of a collation as CSV (RFC 4180), a line each, for spreadsheets; without one, the header alone. Offsets are UTF-16 code units. */
export function collationCsv(collation: Collation | undefined): string {
  const lines = [
    csvLine([
      'list',
      'kind',
      'touches',
      'base_start',
      'base_end',
      'from',
      'witness_start',
      'witness_end',
      'to',
      'sentence',
    ]),
  ];
  if (collation === undefined) return lines.join('');
  collation.passages.forEach((passage, p) => {
    lines.push(csvLine(['passage', String(p + 1), '', ...places(passage), '']));
    for (const variant of passage.variants)
      lines.push(csvLine(['variant', variant.kind, variant.touches.join(' '), ...places(variant), '']));
  });
  for (const field of CHANGE_FIELDS) {
    for (const change of collation.changes[field])
      lines.push(
        csvLine(['change', [field, ...(change.also ?? [])].join(' '), '', ...places(change), change.sentence]),
      );
  }
  return lines.join('');
}

interface Placed {
  readonly base: readonly [number, number];
  readonly witness: readonly [number, number];
  readonly from?: string;
  readonly to?: string;
}

function places({ base, witness, from = '', to = '' }: Placed): string[] {
  return [String(base[0]), String(base[1]), from, String(witness[0]), String(witness[1]), to];
}

/** One line of CSV. A field that a spreadsheet would run as a formula is given as text (OWASP: CSV injection). */
export function csvLine(fields: readonly string[]): string {
  return `${fields.map(cell).join(',')}\r\n`;
}

function cell(field: string): string {
  const safe = /^[=+\-@\t\r]/.test(field) && !/^-?\d+(?:\.\d+)?$/.test(field) ? `'${field}` : field;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
