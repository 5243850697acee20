import { parseDate } from './date.js';

/** "Published 9 May 2019 | Updated 10 May 2019": each date under its own word. */
export function datesOf(
  line: string,
  add: (field: 'published' | 'modified', value: string, from: string) => void,
): void {
  const updated = /(?:last )?(?:updated?|modified|更新|aktualisiert|mis à jour)/iu.exec(line);
  const before = updated ? line.slice(0, updated.index) : line;
  const after = updated ? line.slice(updated.index) : '';
  if (parseDate(before) !== undefined) add('published', before, 'visible date');
  if (parseDate(after) !== undefined) add('modified', after, 'visible date');
}
