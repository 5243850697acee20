import { CHANGE_FIELDS, type ChangeField } from '../collation/collation.js';
import type { Copy } from '../copies.js';
import type { CopyPlace } from '../place-copies.js';
import { countOf } from '../report/plain-words.js';
import { changedBetween } from '../report/version-words.js';

/** Who has a page's text, for a terminal: those that took it from there first, and only they are counted as its copies. */
export function copiesText(copies: readonly Copy[]): string {
  if (copies.length === 0) return 'Nobody in the archive carried this text.\n';
  const groups = PLACES.flatMap((place) => {
    const group = copies.filter((copy) => copy.place === place);
    return group.length === 0 ? [] : [`${headingOf(place, group)}\n${group.map(lineOf).join('')}`];
  });
  return groups.join('\n');
}

const PLACES: readonly CopyPlace[] = ['copy', 'version', 'exemplar', 'sibling', 'unclear'];

function headingOf(place: CopyPlace, group: readonly Copy[]): string {
  const pages = countOf(group.length, 'page');
  const credited = group.filter((copy) => copy.credited).length;
  switch (place) {
    case 'copy':
      return `Taken by ${pages}, ${credited === 0 ? 'none credits it' : `${credited} of them with credit`}:`;
    case 'exemplar':
      return `Taken from ${pages}:`;
    case 'sibling':
      return `From a third, as this page has it, in ${pages}:`;
    case 'version':
      return `The same story at the same address, in ${countOf(group.length, 'version')}:`;
    case 'unclear':
      return `Which is older is unclear, of ${pages}:`;
  }
}

function lineOf(copy: Copy): string {
  const name = [copy.outlet ?? copy.id ?? copy.url ?? 'a page without a name', copy.title].filter(Boolean).join(': ');
  const share = `${Math.round(copy.share * 100)} %`.padStart(5);
  const how = copy.version === undefined ? `${copy.relation}, ${creditOf(copy)}` : VERSIONS[copy.version.other];
  const below = [copy.url, changesOf(copy)].filter((line) => line !== undefined);
  return `${share}  ${how}  ${name}\n${below.map((line) => `       ${line}\n`).join('')}`;
}

function creditOf({ place, credited }: Copy): string {
  if (place === 'exemplar') return credited ? 'credited here' : 'not credited here';
  return credited ? 'credited' : 'not credited';
}

const VERSIONS = { earlier: 'earlier version', later: 'later version', unknown: 'another version' } as const;

function changesOf({ version, changes }: Copy): string | undefined {
  const changed =
    version === undefined
      ? CHANGE_FIELDS.flatMap((field) => counted(changes[field].length, field))
      : changedBetween(version, changes);
  return changed.length === 0 ? undefined : `changed: ${changed.join(', ')}`;
}

/** "1 number", "2 quotes". */
function counted(count: number, field: ChangeField): string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? field.replace(/s$/u, '') : field}`];
}
