import type { Page } from '../page/page.js';

/** A page of a fictional outlet; what isn't said has a plain default. */
export function samplePage(said: Partial<Page> = {}): Page {
  const text = said.text ?? 'The harbour of Ostrava Bay reopened on Monday after two weeks of repairs.';
  return {
    byline: ['Mara Lind'],
    claims: [],
    notes: [],
    parts: [{ kind: 'paragraph', text, start: 0, end: text.length }],
    source: text,
    text,
    ...said,
  };
}
