/**
 * Dates as pages write them, to ISO 8601. An offset is given only where the page gives a zone; a day without a time stays a day.
 * ISO first, then RFC 2822 and the ways newsrooms spell dates, in seven languages and in Japanese and Chinese.
 */

const LONGEST = 200;
const MONTHS: readonly string[] = [
  'january jan januar jänner janvier janv enero ene gennaio gen janeiro januari',
  'february feb februar février févr fevrier febrero febbraio fevereiro fev februari',
  'march mar märz mrz mars marzo março marco maart mrt',
  'april apr avril avr abril abr aprile',
  'may mai mayo maggio mag maio mei',
  'june jun juni juin junio giugno giu junho',
  'july jul juli juillet juil julio luglio lug julho',
  'august aug août aout agosto ago augustus',
  'september sep sept septembre septiembre settembre set setembro',
  'october oct oktober okt octobre octubre ottobre ott outubro out',
  'november nov novembre noviembre novembro',
  'december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro',
];
const MONTH_NUMBER: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
);

/** Hours east of UTC. Where a name has two meanings, the newsroom one. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  bst: 1,
  cet: 1,
  cest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  ist: 5.5,
  hkt: 8,
  sgt: 8,
  jst: 9,
  kst: 9,
  aest: 10,
  aedt: 11,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

const ISO =
  /(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2}\b|UTC|GMT)?)?/iu;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(Z)?$/u;
const ASIAN = /(\d{4})\s*[年./]\s*(\d{1,2})\s*[月./]\s*(\d{1,2})\s*日?/u;
const MONTH_FIRST = /(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:\d{1,2}:\d{2}.{0,14}?\s)?(\d{4})/u;
const DAY_FIRST = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:de |of )?(\p{L}+)\.?,?\s+(?:de |del )?(\d{4})/u;
const DAY_DASHED = /(?<!\d)(\d{1,2})-(\p{L}+)-(\d{4})/u;
const NUMERIC = /(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/u;
const TIME =
  /(?<![\d-])(\d{1,2})[:.h](\d{2})(?::(\d{2}))?\s*(a\.?m\.?|p\.?m\.?)?\s*(Z\b|[+-]\d{2}:?\d{2}|\(?(?:UTC|GMT)[+-]\d{1,2}(?::\d{2})?|\(?[A-Z]{3,4}\b)?/iu;
const HOUR = /(?<![\d-])(\d{1,2})\s*(a\.?m\.?|p\.?m\.?)(?:\s*([A-Z]{3,4})\b)?/iu;

/** How to read 3/4/2024 where the page does not say. */
export type DayOrder = 'month-first' | 'day-first';

/** The first date in `text` as ISO 8601 (`2024-06-19`, `2024-06-19T10:32:00`, `…-04:00`); undefined where there is none. */
export function parseDate(text: string, order: DayOrder = 'month-first'): string | undefined {
  const line = text.slice(0, LONGEST).trim();
  const iso = ISO.exec(line);
  if (iso)
    return written(
      iso.slice(1, 4).map(Number),
      iso[4] === undefined ? '' : clock([iso[4], iso[5], iso[6]], zoneOf(iso[7])),
    );
  const compact = COMPACT.exec(line);
  if (compact)
    return written(
      compact.slice(1, 4).map(Number),
      compact[4] === undefined ? '' : clock([compact[4], compact[5], compact[6]], zoneOf(compact[7])),
    );
  if (/^\d{10}(?:\d{3})?$/u.test(line))
    return new Date(Number(line) * (line.length === 10 ? 1000 : 1)).toISOString().replace('.000', '');
  const day = dayIn(line, order);
  return (
    day &&
    written(
      day.parts,
      timeIn(line.slice(0, day.start) + ' ' + line.slice(day.end)) ||
        timeIn(/\d:\d\d/u.test(day.text) ? day.text.slice(0, -4) : ''),
    )
  );
}

/** A date that a URL carries in its path, as `2024-06-19`. */
export function dateInUrl(url: string): string | undefined {
  const match =
    /[/_-](20\d{2}|19[89]\d)(?:[/_-](0?[1-9]|1[0-2])[/_-](0?[1-9]|[12]\d|3[01])|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))(?!\d)/u.exec(
      url.slice(0, 2000),
    );
  return match ? written([match[1], match[2] ?? match[4], match[3] ?? match[5]].map(Number), '') : undefined;
}

function dayIn(
  line: string,
  order: DayOrder,
): { parts: number[]; text: string; start: number; end: number } | undefined {
  const found = (match: RegExpExecArray, parts: number[]) => ({
    parts,
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  });
  const asian = ASIAN.exec(line);
  if (asian) return found(asian, asian.slice(1, 4).map(Number));
  const monthFirst = MONTH_FIRST.exec(line);
  const month = monthFirst && MONTH_NUMBER.get((monthFirst[1] ?? '').toLowerCase());
  if (monthFirst && month) return found(monthFirst, [Number(monthFirst[3]), month, Number(monthFirst[2])]);
  for (const pattern of [DAY_FIRST, DAY_DASHED]) {
    const match = pattern.exec(line);
    const number = match && MONTH_NUMBER.get((match[2] ?? '').toLowerCase());
    if (match && number) return found(match, [Number(match[3]), number, Number(match[1])]);
  }
  const numeric = NUMERIC.exec(line);
  if (!numeric) return undefined;
  const [first, second] = [Number(numeric[1]), Number(numeric[3])];
  const dayFirst = first > 12 || (second <= 12 && (numeric[2] === '.' || order === 'day-first'));
  return found(numeric, [Number(numeric[4]), dayFirst ? second : first, dayFirst ? first : second]);
}

function timeIn(text: string): string {
  const match = TIME.exec(text);
  if (match) return clock([match[1], match[2], match[3]], zoneOf(match[5]), match[4]);
  const hour = HOUR.exec(text);
  return hour ? clock([hour[1], '00', undefined], zoneOf(hour[3]), hour[2]) : '';
}

function written(parts: readonly number[], time: string): string | undefined {
  const [year = 0, month = 0, day = 0] = parts;
  if (year < 1500 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return `${year}-${two(month)}-${two(day)}${time}`;
}

function clock(parts: readonly (string | undefined)[], zone: string, half?: string): string {
  let hours = Number(parts[0]);
  if (half !== undefined) hours = (hours % 12) + (/^p/iu.test(half) ? 12 : 0);
  if (hours > 23 || Number(parts[1]) > 59) return '';
  return `T${two(hours)}:${parts[1]}:${parts[2] ?? '00'}${zone}`;
}

function zoneOf(name: string | undefined): string {
  if (name === undefined) return '';
  const plain = name.replace(/[()]/gu, '').toLowerCase();
  const offset = /([+-])(\d{1,2}):?(\d{2})?$/u.exec(plain);
  if (offset)
    return Number(offset[2]) === 0 && !Number(offset[3] ?? 0)
      ? 'Z'
      : `${offset[1]}${two(Number(offset[2]))}:${offset[3] ?? '00'}`;
  const hours = ZONES[plain];
  if (hours === undefined) return '';
  if (hours === 0) return 'Z';
  return `${hours < 0 ? '-' : '+'}${two(Math.floor(Math.abs(hours)))}:${hours % 1 === 0 ? '00' : '30'}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
