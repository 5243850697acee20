import { looksLikeOutlet } from './name-shape.js';

/** Where a report was filed, as its first words say. */
export interface Dateline {
  /** "LONDON", "NASHUA, N.H." */
  readonly place: string;
  /** What stands in brackets: "(AP)", "(Reuters)". */
  readonly agency?: string;
  /** Length of the place in the paragraph. */
  readonly length: number;
}

const DASH = '(?:\\s*[–—―]{1,2}|\\s*--|\\s+[-−]|\\s*:(?=\\s+\\p{Lu}))';
const PLACE = "\\p{Lu}[\\p{Lu}.'’-]+(?:[ -]\\p{Lu}[\\p{Lu}.'’-]+){0,4}";
const CASED_PLACE = "\\p{Lu}[\\p{L}.'’-]+(?:[ -]\\p{Lu}[\\p{L}.'’-]+){0,3}";
const REGION = "(?:,\\s*(?:\\p{Lu}[\\p{L}.'’]*\\.?(?: \\p{Lu}[\\p{L}.'’]*){0,3}))?";
const DAY =
  '(?:,?\\s+(?:\\p{Lu}\\p{Ll}{2,8}\\.?\\s+\\d{1,2}(?:,\\s*\\d{4})?|\\d{1,2}\\s+\\p{Lu}\\p{Ll}{2,8}(?:\\s+\\d{4})?))?';
const BRACKETS = '(?:\\s*[([]\\s*([\\p{L}\\d /.&-]{2,40})\\s*[)\\]])';
const UPPER = new RegExp(`^(${PLACE}${REGION})${DAY},?${BRACKETS}?${DASH}\\s`, 'u');
const CASED = new RegExp(`^(${CASED_PLACE}${REGION})${DAY},?${BRACKETS}?\\s*[–—―]{1,2}\\s`, 'u');
const CASED_AGENCY = new RegExp(`^(${CASED_PLACE}${REGION})${DAY},?${BRACKETS}${DASH}?\\s`, 'u');
const AGENCY_FIRST = /^\(([\p{L}\d /.&-]{2,40})\)\s*[–—―-]{1,2}\s/u;

/** The dateline that a first paragraph opens with; undefined where it has none. */
export function datelineOf(paragraph: string): Dateline | undefined {
  const opening = paragraph.slice(0, 160);
  const match = UPPER.exec(opening) ?? CASED_AGENCY.exec(opening) ?? casedPlace(opening);
  if (match?.[1] !== undefined)
    return { place: match[1], length: match[1].length, ...(match[2] !== undefined && { agency: match[2] }) };
  const agency = AGENCY_FIRST.exec(opening)?.[1];
  return agency === undefined ? undefined : { place: '', length: 0, agency };
}

/** "Saltby – …"; an outlet that opens its reports with its own name is no place. */
function casedPlace(opening: string): RegExpExecArray | null {
  const match = CASED.exec(opening);
  return match?.[1] !== undefined && looksLikeOutlet(match[1]) ? null : match;
}
