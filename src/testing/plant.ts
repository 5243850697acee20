import { pick } from './seeded.js';
import type { Edit, PlantedKind, SpinWord } from './edits.js';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const NUMERALS = [
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'fifteen',
  'twenty',
  'thirty',
  'forty',
];
const NAMES = [
  'Halvorsen',
  'Okonkwo',
  'Brandvold',
  'Marchetti',
  'Pellegrin',
  'Zielinski',
  'Tanaka',
  'Abernathy',
  'Quintero',
  'Voss',
  'Lindqvist',
  'Karimov',
];
const QUOTED = [
  'certainly',
  'terrible',
  'everybody',
  'tomorrow',
  'gladly',
  'village',
  'promise',
  'slowly',
  'mountain',
  'trouble',
];
const AUXILIARIES = new Set([
  'is',
  'was',
  'are',
  'were',
  'will',
  'would',
  'has',
  'had',
  'could',
  'should',
  'must',
  'may',
  'might',
  'can',
]);

export interface Planting {
  readonly wanted: Readonly<Partial<Record<PlantedKind, number>>>;
  readonly random: () => number;
}

/** Changes of substance for a spinner to hide: each an edit with its kind, none overlapping another. */
export function plantChanges(words: readonly SpinWord[], { wanted, random }: Planting): readonly Edit[] {
  const edits: Edit[] = [];
  for (const kind of ['negation', 'date', 'quote', 'name', 'number'] as const) {
    const left = words.map((_, i) => i);
    for (let count = wanted[kind] ?? 0; count > 0 && left.length > 0;) {
      const at = left.splice(Math.floor(random() * left.length), 1)[0] ?? 0;
      const edit = PLANT[kind](words, at, random);
      if (!edit || edits.some((other) => other.start < edit.end + 30 && edit.start < other.end + 30)) continue;
      edits.push({ ...edit, kind });
      count--;
    }
  }
  return edits;
}

type Plant = (words: readonly SpinWord[], at: number, random: () => number) => Edit | undefined;

const PLANT: Readonly<Record<PlantedKind, Plant>> = {
  number(words, at, random) {
    const word = words[at];
    if (
      !word ||
      word.quoted ||
      isMonth(words[at - 1]) ||
      isMonth(words[at + 1]) ||
      !/^[\d,.]*$|^[a-z]+$/.test(word.text)
    )
      return undefined;
    if (NUMERALS.includes(word.text)) return replaced(word, other(NUMERALS, word.text, random));
    if (!/^\d{1,3}(?:,\d{3})*(?:\.\d+)?$/.test(word.text)) return undefined;
    const first = Number(word.text[0]);
    return replaced(word, String(((first + 1 + Math.floor(random() * 7)) % 9) + 1) + word.text.slice(1), word.text);
  },
  date(words, at, random) {
    const word = words[at];
    if (!word || word.quoted) return undefined;
    if (DAYS.includes(word.text)) return replaced(word, other(DAYS, word.text, random));
    if (MONTHS.includes(word.text) && /^\d{1,2}$/.test(words[at + 1]?.text ?? ''))
      return replaced(word, other(MONTHS, word.text, random));
    if (MONTHS.includes(words[at - 1]?.text ?? '') && /^\d{1,2}$/.test(word.text))
      return replaced(word, String((Number(word.text) % 27) + 1));
    return undefined;
  },
  name(words, at, random) {
    const word = words[at];
    const before = words[at - 1];
    if (!word || !before || word.quoted || word.opening || DAYS.includes(word.text) || MONTHS.includes(word.text))
      return undefined;
    const inName = /^\p{Lu}\p{Ll}{2,}$/u;
    if (!inName.test(word.text) || !inName.test(before.text) || before.opening) return undefined;
    return replaced(word, other(NAMES, word.text, random));
  },
  quote(words, at, random) {
    const word = words[at];
    if (!word?.quoted || !words[at - 1]?.quoted || !words[at + 1]?.quoted || !/^\p{Ll}{4,}$/u.test(word.text))
      return undefined;
    return replaced(word, other(QUOTED, word.text, random));
  },
  negation(words, at) {
    const word = words[at];
    const next = words[at + 1];
    if (!word || !next || word.quoted || word.opening) return undefined;
    if (word.text === 'not') return { start: word.start, end: next.start, to: '' };
    if (!AUXILIARIES.has(word.text) || next.text === 'not' || next.start !== word.end + 1) return undefined;
    return { start: next.start, end: next.start, to: 'not ' };
  },
};

/** Full or short: a number beside it is a day or a year. */
function isMonth(word: SpinWord | undefined): boolean {
  return (
    word !== undefined &&
    [...MONTHS, 'May', 'Sept'].some((month) => month === word.text || month.slice(0, 3) === word.text)
  );
}

function replaced(word: SpinWord, to: string, not = word.text): Edit | undefined {
  return to === not ? undefined : { start: word.start, end: word.end, to };
}

function other(items: readonly string[], than: string, random: () => number): string {
  return (
    pick(
      items.filter((item) => item !== than),
      random,
    ) ?? than
  );
}
