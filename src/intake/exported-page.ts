import type { Claim, Page, Part, PartKind } from '../page/page.js';

/** A page as `archive export` writes it beside a row's other fields: as it was read, without its source, which is the row's text. */
export type ExportedPage = Omit<Page, 'source' | 'text'> & { readonly text?: string };

/** What is exported of a page as it was read. */
export function exportPage({ source, text, ...page }: Page): ExportedPage {
  return text === source ? page : { ...page, text };
}

/** The page that was exported, on its source; undefined where the value isn't one. */
export function importPage(value: unknown, source: string): Page | undefined {
  if (!isRecord(value)) return undefined;
  const { parts, claims, byline, notes, text = source } = value;
  const isSound =
    areAll(parts, (part) => isPart(part, source.length)) &&
    areAll(claims, isClaim) &&
    areAll(byline, isText) &&
    areAll(notes, isText) &&
    isText(text) &&
    OPTIONAL.every((name) => value[name] === undefined || isText(value[name]));
  if (!isSound) return undefined;
  const said = Object.fromEntries(OPTIONAL.flatMap((name) => (isText(value[name]) ? [[name, value[name]]] : [])));
  return { ...said, parts, claims, byline, notes, text, source };
}

const OPTIONAL = [
  'id',
  'url',
  'canonical',
  'outlet',
  'title',
  'dateline',
  'published',
  'modified',
  'language',
] as const satisfies readonly (keyof Page)[];

const KINDS: Readonly<Record<PartKind, true>> = {
  headline: true,
  deck: true,
  byline: true,
  outlet: true,
  dateline: true,
  paragraph: true,
  subheading: true,
  blockquote: true,
  listitem: true,
  table: true,
  caption: true,
  credit: true,
  contributor: true,
  correction: true,
  tags: true,
  advertisement: true,
  share: true,
  related: true,
  timestamp: true,
  furniture: true,
};

function isPart(value: unknown, length: number): value is Part {
  if (!isRecord(value) || !isText(value['text']) || !isText(value['kind']) || !Object.hasOwn(KINDS, value['kind']))
    return false;
  const { start, end } = value;
  if (start === undefined && end === undefined) return true;
  return isPlace(start, length) && isPlace(end, length) && start <= end;
}

function isPlace(value: unknown, length: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= length;
}

function isClaim(value: unknown): value is Claim {
  return isRecord(value) && isText(value['field']) && isText(value['value']) && isText(value['from']);
}

function areAll<T>(value: unknown, is: (one: unknown) => one is T): value is T[] {
  return Array.isArray(value) && value.every(is);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
