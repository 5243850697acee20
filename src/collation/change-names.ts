import { Flag } from '../witness/witness.js';
import type { Change } from './collation.js';
import { type Column, type Columns, flagsAt, formAt } from './column.js';
import { changeAt, joinNeighbours, wordChanges, type ChangeView } from './word-changes.js';
import type { Variation } from './variation.js';
import { spanAt } from '../witness/span-at.js';
import type { Words } from './step.js';

/** Persons, places, offices and bodies that one side names otherwise. A name cut short or given in full is no change, nor is a demonym. */
export function changedNames(view: ChangeView): readonly Change[] {
  const { columns } = view;
  return view.passages.flatMap((passage) => {
    const changed = wordChanges(passage, columns).filter((variation) => isExchange(variation, columns));
    return joinWhole(joinNeighbours(changed).map((words) => wholeNames(words, columns))).map((words) =>
      changeAt(columns, words, (from, to) => `A name differs: “${from}” in the base, “${to}” in the witness.`),
    );
  });
}

/** The names as a reader knows them: of "Tom Adeyra" and "Tim Adeyra" only the first word differs. */
export function wholeNames({ base, witness }: Variation, { base: left, witness: right }: Columns): Variation {
  return { base: wholeName(left, base), witness: wholeName(right, witness), moved: false };
}

function wholeName(column: Column, [from, to]: Words): Words {
  const { names } = column.witness;
  const first = names[spanAt(names, column.token[from] ?? 0)];
  const last = names[spanAt(names, column.token[to - 1] ?? 0)];
  let [begin, end] = [from, to];
  while (begin > 0 && first !== undefined && (column.token[begin - 1] ?? 0) >= first.from) begin--;
  while (end < column.length && last !== undefined && (column.token[end] ?? 0) < last.to) end++;
  return [begin, end];
}

/** Several words of one name that differ are one change of it. */
function joinWhole(names: readonly Variation[]): readonly Variation[] {
  return names.filter(({ base, witness }, i) => {
    const before = names[i - 1];
    return before === undefined || before.base[1] < base[1] || before.witness[1] < witness[1];
  });
}

/** Whether a variation names another person, place, office or body. */
export function isExchange({ base, witness }: Pick<Variation, 'base' | 'witness'>, columns: Columns): boolean {
  if (!holdsName(columns.base, base) && !holdsName(columns.witness, witness)) return false;
  if (isReworded({ base, witness }, columns)) return false;
  const here = capitalsIn(columns.base, base);
  const there = capitalsIn(columns.witness, witness);
  if (here.length === 0 || there.length === 0) return false;
  const { lexicon } = columns;
  const isKnown = (name: string, others: readonly string[]): boolean =>
    others.some(
      (other) => areOneName(name, other) || (lexicon.place(name) ?? name) === (lexicon.place(other) ?? other),
    );
  return !here.every((name) => isKnown(name, there)) && !there.every((name) => isKnown(name, here));
}

/** One letter more or less, an initial, a plural: the same name written otherwise. */
function areOneName(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const bare = short.replaceAll('.', '');
  return (
    bare === long.replaceAll('.', '') ||
    (bare.length >= 3 && long.startsWith(bare) && long.length - bare.length <= 2) ||
    (bare.length === 1 && long.startsWith(bare))
  );
}

function holdsName(column: Column, [from, to]: Words): boolean {
  for (let i = from; i < to; i++) if ((flagsAt(column, i) & Flag.name) !== 0) return true;
  return false;
}

/** A sentence's first word that a thesaurus lists is more likely a swapped word than a name. */
function isReworded({ base, witness }: Pick<Variation, 'base' | 'witness'>, columns: Columns): boolean {
  if (!isFirst(columns.base, base[0]) || !isFirst(columns.witness, witness[0])) return false;
  return (
    columns.lexicon.isListed(formAt(columns.base, base[0])) ||
    columns.lexicon.isListed(formAt(columns.witness, witness[0]))
  );
}

function isFirst(column: Column, word: number): boolean {
  return (
    word === 0 ||
    column.witness.sentence[column.token[word] ?? 0] !== column.witness.sentence[column.token[word - 1] ?? 0]
  );
}

/** Capitalised words in a run, dates and "The" at a sentence's beginning aside. */
function capitalsIn(column: Column, [from, to]: Words): string[] {
  const found: string[] = [];
  for (let i = from; i < to; i++) {
    if (isFirst(column, i) && (flagsAt(column, i) & Flag.functionWord) !== 0) continue;
    if ((flagsAt(column, i) & Flag.capital) !== 0 && spanAt(column.witness.dates, column.token[i] ?? 0) < 0)
      found.push(formAt(column, i));
  }
  return found;
}
