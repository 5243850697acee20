import type { Page } from '../page/page.js';
import type { RawPage } from '../page/raw-page.js';

/** A page that was read before, to be read again: its text and what is known of it. Offsets into its `source` stay true. */
export function rawOfPage({
  id,
  url,
  source,
  title,
  byline,
  outlet,
  published,
}: Pick<Page, 'id' | 'url' | 'source' | 'title' | 'outlet' | 'published'> & {
  readonly byline?: readonly string[];
}): RawPage {
  return {
    text: source,
    ...(id !== undefined && { id }),
    ...(url !== undefined && { url }),
    ...(title !== undefined && { title }),
    ...(byline !== undefined && { byline }),
    ...(outlet !== undefined && { outlet }),
    ...(published !== undefined && { published }),
  };
}
