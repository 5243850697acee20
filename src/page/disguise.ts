/** Marks that don't show: zero-width spaces and joiners, soft hyphens, marks of direction, variation selectors inside words. */
const INVISIBLE = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu;
const DIRECTION = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]/u;
const MIXED_WORD =
  /(?<!\p{L})(?=\p{L}*\p{Script=Latin})(?=\p{L}*[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}])\p{L}{2,40}(?!\p{L})/gu;
const FULLWIDTH = /[\uff21-\uff3a\uff41-\uff5a]{2,}|[\u{1d400}-\u{1d7ff}]{2,}/gu;

/** Any character that one of the signs needs: beyond Latin letters and ordinary punctuation. Without one, most pages are done in one pass. */
const UNUSUAL = /[\u00ad\u034f]|[^\u0000-\u036f\u2010-\u2027\u2030-\u205e]/u;

/** Signs that a text's letters were tampered with, one plain sentence each. The text itself is left as it is: comparison folds these marks. */
export function disguiseNotes(text: string): readonly string[] {
  if (!UNUSUAL.test(text)) return [];
  const notes: string[] = [];
  const inside = countMatches(text, new RegExp(`(?<=\\p{L})${INVISIBLE.source}+(?=\\p{L})`, 'gu'));
  if (inside > 0) notes.push(`${times(inside, 'invisible mark')} inside words (zero-width or soft hyphen)`);
  if (DIRECTION.test(text)) notes.push('marks of writing direction that can reorder what is shown');
  const mixed = text.match(MIXED_WORD) ?? [];
  if (mixed.length > 0)
    notes.push(`${times(mixed.length, 'word')} with look-alike letters of another script, such as “${mixed[0]}”`);
  const styled = countMatches(text, FULLWIDTH);
  if (styled > 0) notes.push(`${times(styled, 'run')} of letters from full-width or mathematical alphabets`);
  return notes;
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function times(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
