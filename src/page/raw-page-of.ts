import { StemmaError } from '../error.js';
import type { RawPage } from './raw-page.js';

/**
 * A JSON value as a page before reading: `{id?, url?, html? | text?, title?, byline?, outlet?, published?}`, or a bare
 * text. Unknown fields are ignored, `null` counts as absent.
 * Throws `bad-input` where neither text nor HTML is given or a field has the wrong type.
 */
export function rawPageOf(value: unknown): RawPage {
  if (typeof value === 'string') return { text: value };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new StemmaError('bad-input', 'A row must be a JSON object with "text" or "html".');
  const row = value as Record<string, unknown>;
  const page: Record<string, string | string[]> = {};
  for (const field of STRINGS) {
    const content = row[field];
    if (content === undefined || content === null) continue;
    if (typeof content === 'number' && field === 'id') page[field] = String(content);
    else if (typeof content === 'string') page[field] = content;
    else throw new StemmaError('bad-input', `The row's "${field}" must be a string.`);
  }
  const byline = row['byline'];
  if (typeof byline === 'string') page['byline'] = byline;
  else if (Array.isArray(byline) && byline.every((name) => typeof name === 'string')) page['byline'] = byline;
  else if (byline !== undefined && byline !== null) throw new StemmaError('bad-input', 'The row\'s "byline" must be a string or an array of strings.');
  if (page['text'] === undefined && page['html'] === undefined) throw new StemmaError('bad-input', 'The row has neither "text" nor "html".');
  return page as RawPage;
}

const STRINGS = ['id', 'url', 'html', 'text', 'contentType', 'title', 'outlet', 'published'] as const;
