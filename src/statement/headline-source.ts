import { PAD } from './attributes.js';
import { mentionsIn, type Cast } from './cast.js';
import type { Triple } from './triple.js';
import { OFFICE } from './name-office.js';
import { TITLE } from './name-words.js';
import type { Reading } from './reading.js';
import { TAGS } from './tag-features.js';
import type { Stretch } from './words.js';

/**
 * Headlines that name a speaker without a verb: "Dam was never inspected – report", "Minister: we will not resign".
 * By rule: PolNeAR's headlines are American, and have few of these.
 */
export function withHeadlines(reading: Reading, cast: Cast, triples: readonly Triple[]): Triple[] {
  const { words } = reading;
  const [line] = words.paragraphs;
  const spoken = triples.filter((triple) => !isLabelled(reading, triple));
  if (!words.headed || line === undefined || spoken.some(({ cue }) => cue.from < line.to)) return spoken;
  const triple = headlineTriple(reading, cast, line);
  return triple === undefined ? spoken : [triple, ...spoken];
}

const NOUN = TAGS.indexOf('NOUN') + 1;
/** Words of a headline's speaker at most, and of what is said at least. */
const LONGEST_SPEAKER = 5;
const SHORTEST_CONTENT = 3;
/** That such a headline reports somebody: as sure as the judge must be of others, and no more. */
const CHANCE = 0.5;

function headlineTriple(reading: Reading, cast: Cast, line: Stretch): Triple | undefined {
  const { forms } = reading.words;
  for (let i = line.from + 1; i < line.to - 1; i++) {
    if ((reading.quotes.inside[i] ?? 0) > 0) continue;
    const cue = { from: i, to: i + 1 };
    const before = { from: line.from, to: i };
    const after = { from: i + 1, to: line.to };
    const dash = /^(?:[–—-]|--)$/u.test(forms[i] ?? '') && isLoose(reading, i);
    if (dash && isSpeaker(reading, cast, after) && before.to - before.from >= SHORTEST_CONTENT)
      return { cue, source: [after], content: [before], probability: CHANCE };
    if (forms[i] === ':' && isSpeaker(reading, cast, before) && after.to - after.from >= SHORTEST_CONTENT)
      return { cue, source: [before], content: [after], probability: CHANCE };
  }
  return undefined;
}

/** A dash between two words, not inside of one. */
function isLoose({ words: { text, start } }: Reading, i: number): boolean {
  return /\s/u.test(text[(start[i] ?? 0) - 1] ?? '');
}

const DOCUMENT =
  /^(?:report|reports|study|studies|poll|survey|source|sources|police|officials|witnesses|prosecutors|experts|scientists|researchers|economists|analysts|ministry|court|army|military|media|agency|pentagon|kremlin|watchdog|union|un|nato|eu|audit|inquiry|documents)$/u;

/** What stands before a headline and says what kind of page it is. */
const LABEL =
  /^(?:analysis|exclusive|explainer|explained|opinion|live|video|watch|factbox|update|breaking|interview|review|profile|comment|editorial|timeline|fact|lead|urgent|focus|feature|insight|column|podcast)$/u;

/** "Analysis: Why the pipeline matters". */
function isLabelled({ words: { forms } }: Reading, { cue, source: [who] }: Triple): boolean {
  return who !== undefined && forms[cue.from] === ':' && who.to === cue.from && LABEL.test(forms[who.from] ?? '');
}

/** A person, a body, an outlet or an office, and nothing else: "report", "police", "Roe", "foreign minister". */
function isSpeaker(reading: Reading, cast: Cast, s: Stretch): boolean {
  if (s.to - s.from > LONGEST_SPEAKER || s.to <= s.from) return false;
  const last = reading.words.forms[s.to - 1] ?? '';
  if (LABEL.test(reading.words.forms[s.from] ?? '')) return false;
  if (DOCUMENT.test(last) || TITLE.has(last) || (OFFICE.test(last) && reading.attributes.tag[s.to - 1 + PAD] === NOUN))
    return true;
  return mentionsIn(cast, s).some((m) => m.to === s.to && cast.figures[m.figure]?.kind !== 'place');
}
