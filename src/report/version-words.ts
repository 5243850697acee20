import { CHANGE_FIELDS, type ChangeField, type Changes } from '../collation/collation.js';
import { countOf, momentOf, nameOf } from './plain-words.js';
import type { ReportCollation } from './report.js';
import type { VersionChanges } from './version-changes.js';

/** "“…” is an earlier version; changed since: 1 quote, 4 numbers, 1 sentence added; no note says so." */
export function versionSentence({ with: other, version, collation }: ReportCollation): string {
  if (version === undefined) return '';
  const counts = changedBetween(version, collation.changes);
  const is = `${nameOf(other)} is ${ARTICLES[version.other]} version`;
  if (counts.length === 0) return `${is}, with the same words.`;
  const note =
    version.other === 'unknown' ? '' : `; ${version.note === undefined ? 'no note says so' : 'a note says so'}`;
  return `${is}; ${CHANGED[version.other]}: ${counts.join(', ')}${note}.`;
}

/** The heading over what was changed between two versions. */
export function titleOfVersion({ with: other, version }: ReportCollation): string {
  const when = other.published === undefined ? '' : ` of ${momentOf(other.modified ?? other.published)}`;
  if (version?.other === 'earlier') return `Changed since the earlier version${when}`;
  return version?.other === 'later' ? `Changed since, in the later version${when}` : `Between this and another version`;
}

/** A difference between versions that is none of the collation's changes: a label and what is said. */
export interface VersionLine {
  readonly label: 'headline' | 'added' | 'gone' | 'words' | 'note';
  readonly text: string;
}

/** What a version's changes come to beside those of the collation, a line each; the note, or that there is none, comes last. */
export function versionLines({ other, headline, added, gone, words, note }: VersionChanges): VersionLine[] {
  const shown = words.slice(0, MOST_WORDS).map(({ from, to }) => `“${from}” → “${to}”`);
  const more = words.length - shown.length;
  const swaps = [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(' · ');
  const isOrdered = other !== 'unknown';
  return [
    ...(headline === undefined ? [] : [{ label: 'headline' as const, text: `“${headline.from}” → “${headline.to}”` }]),
    ...added.map((text) => ({ label: 'added' as const, text })),
    ...gone.map((text) => ({ label: 'gone' as const, text })),
    ...(shown.length === 0 ? [] : [{ label: 'words' as const, text: swaps }]),
    ...(isOrdered
      ? [{ label: 'note' as const, text: note ?? 'No note on the later version says that it was changed.' }]
      : []),
  ];
}

/** What differs between two versions, counted: "the headline", "4 numbers", "1 sentence added". */
export function changedBetween({ other, headline, added, gone, words }: VersionChanges, changes: Changes): string[] {
  const [more, less] = other === 'unknown' ? ['only here', 'only there'] : ['added', 'taken out'];
  return [
    ...(headline === undefined ? [] : ['the headline']),
    ...CHANGE_FIELDS.flatMap((field) =>
      changes[field].length === 0 ? [] : [countOf(changes[field].length, ...NOUNS[field])],
    ),
    ...(words.length === 0 ? [] : [countOf(words.length, 'other word or phrase', 'other words or phrases')]),
    ...(added.length === 0 ? [] : [`${countOf(added.length, 'sentence')} ${more}`]),
    ...(gone.length === 0 ? [] : [`${countOf(gone.length, 'sentence')} ${less}`]),
  ];
}

const NOUNS: Readonly<Record<ChangeField, readonly [one: string, many: string]>> = {
  quotes: ['quote', 'quotes'],
  numbers: ['number', 'numbers'],
  dates: ['date', 'dates'],
  names: ['name', 'names'],
  meaning: ['turn of meaning', 'turns of meaning'],
  byline: ['byline', 'bylines'],
  credit: ['credit line', 'credit lines'],
};
const CHANGED = { earlier: 'changed since', later: 'changed in it', unknown: 'they differ in' } as const;
const ARTICLES = { earlier: 'an earlier', later: 'a later', unknown: 'another' } as const;
/** Swaps that a line names. A choice. */
const MOST_WORDS = 12;
