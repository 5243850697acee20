import { firstWhere } from '../witness/first-where.js';
import type { Column, Columns } from './column.js';
import type { AlignedPassage } from './aligned-passage.js';
import { holds, quotationOf, staysInside, wordsOf } from './quotation-words.js';
import type { Step, Words } from './step.js';
import { isEqualStep, type Variation } from './variation.js';
import { wordChanges } from './word-changes.js';

/** Words that differ, and the quotations they stand in (-1: none on that side). */
export interface Altered {
  readonly inBase: number;
  readonly inWitness: number;
  readonly base: Words;
  readonly witness: Words;
}

/** Each altered quotation once: by the words that differ where enough is left of it, else whole. */
export function alteredQuotations(passage: AlignedPassage, columns: Columns): readonly Altered[] {
  const told = joinEdges(altered(wordChanges(passage, columns), columns))
    .map((words) => (keepsWords(words, passage, columns) ? words : asWhole(words, columns)))
    .filter((words) => words !== undefined);
  return withUntold(told, passage, columns);
}

function altered(variations: readonly Variation[], columns: Columns): readonly Altered[] {
  const found = new Map<string, Altered>();
  for (const { base, witness } of variations) {
    const inBase = quotationOf(columns.base, base);
    const inWitness = quotationOf(columns.witness, witness);
    const key = `${inBase} ${inWitness}`;
    if (
      inBase + inWitness < -1 ||
      !staysInside(columns.base, base, inBase) ||
      !staysInside(columns.witness, witness, inWitness)
    )
      continue;
    const known = found.get(key);
    found.set(key, {
      inBase,
      inWitness,
      base: known ? hull(known.base, base) : base,
      witness: known ? hull(known.witness, witness) : witness,
    });
  }
  return [...found.values()];
}

/** Words that one side has at a quotation's edge alone stand opposite nothing: they go with what else differs in it. */
function joinEdges(all: readonly Altered[]): readonly Altered[] {
  const isEdge = ({ inBase, inWitness, base, witness }: Altered): boolean =>
    (inBase < 0 && base[0] === base[1]) || (inWitness < 0 && witness[0] === witness[1]);
  const firm = all.filter(({ inBase, inWitness }) => inBase >= 0 && inWitness >= 0);
  const joined = firm.map((one) =>
    all
      .filter(isEdge)
      .filter(({ inBase, inWitness }) => inBase === one.inBase || inWitness === one.inWitness)
      .reduce(
        (whole, edge) => ({
          ...whole,
          base: edge.inBase < 0 ? whole.base : hull(whole.base, edge.base),
          witness: edge.inWitness < 0 ? whole.witness : hull(whole.witness, edge.witness),
        }),
        one,
      ),
  );
  const isJoined = (edge: Altered): boolean =>
    isEdge(edge) && firm.some((one) => one.inBase === edge.inBase || one.inWitness === edge.inWitness);
  return [...joined, ...all.filter((one) => !firm.includes(one) && !isJoined(one))];
}

/** Whether enough of the quotation is left on the other side to point at single words. */
function keepsWords({ inBase, inWitness }: Altered, { steps }: AlignedPassage, columns: Columns): boolean {
  const base = wordsOf(columns.base, inBase);
  const witness = wordsOf(columns.witness, inWitness);
  const within = (step: Step): boolean => holds(base, step.base[0]) && holds(witness, step.witness[0]);
  const equal = steps.filter((step) => isEqualStep(step, columns) && within(step)).length;
  return equal >= KEPT * Math.min(base[1] - base[0], witness[1] - witness[0]);
}

/** Both quotations whole; nothing where one side's words are in none, as one then can't stand for the other. */
function asWhole(words: Altered, columns: Columns): Altered | undefined {
  const { inBase, inWitness } = words;
  if (inBase < 0 || inWitness < 0) return undefined;
  return { ...words, base: wordsOf(columns.base, inBase), witness: wordsOf(columns.witness, inWitness) };
}

/**
 * Adds quotations that no word change points at, as they were told anew and put elsewhere in their sentence: the one that is
 * left over in a sentence stands for one that is left over in the sentence which shares most words with it. Cost: linear but
 * for sentences that share words with many.
 */
function withUntold(told: readonly Altered[], passage: AlignedPassage, columns: Columns): readonly Altered[] {
  const left = {
    base: leftOver('base', new Set(told.map(({ inBase }) => inBase)), passage, columns),
    witness: leftOver('witness', new Set(told.map(({ inWitness }) => inWitness)), passage, columns),
  };
  if (left.base.length === 0 || left.witness.length === 0) return told;
  const links = linksOf(passage, columns);
  const standing = new Map<number, number[]>();
  for (const quotation of left.witness)
    for (const sentence of endsOf(columns.witness, quotation))
      standing.set(sentence, [...(standing.get(sentence) ?? []), quotation]);
  const taken = new Set<number>();
  const found = left.base.flatMap((inBase): Altered[] => {
    const linked = endsOf(columns.base, inBase)
      .flatMap((sentence) => [...(links.get(sentence) ?? [])])
      .sort((a, b) => b[1] - a[1]);
    const inWitness = linked
      .filter(([, shared]) => shared >= LEAST_LINK)
      .flatMap(([sentence]) => standing.get(sentence) ?? [])
      .find((quotation) => !taken.has(quotation));
    if (inWitness === undefined) return [];
    taken.add(inWitness);
    return [{ inBase, inWitness, base: wordsOf(columns.base, inBase), witness: wordsOf(columns.witness, inWitness) }];
  });
  return [...told, ...found];
}

/** Closed quotations of some length in a passage that nothing was told of, and of whose words the other side has few, in their place or moved. */
function leftOver(
  side: 'base' | 'witness',
  told: ReadonlySet<number>,
  passage: AlignedPassage,
  columns: Columns,
): readonly number[] {
  const column = columns[side];
  const kept = new Map<number, number>();
  const keep = (word: number, words: number): void => {
    const quotation = quotationOf(column, [word, word + 1]);
    kept.set(quotation, (kept.get(quotation) ?? 0) + words);
  };
  for (const step of equalIn(passage, columns)) keep(step[side][0], 1);
  for (const { moved, [side]: words } of passage.variations) if (moved) keep(words[0], words[1] - words[0]);
  const { quotations } = column.witness;
  const first = passage.steps[0]?.[side][0] ?? 0;
  const last = passage.steps.at(-1)?.[side][1] ?? 0;
  const found: number[] = [];
  const begin = firstWhere(quotations.length, (i) => (quotations[i]?.from ?? 0) >= (column.token[first] ?? 0));
  for (let quotation = begin; quotation < quotations.length; quotation++) {
    const [from, to] = wordsOf(column, quotation);
    if (to > last) break;
    const isLong = quotations[quotation]?.closed === true && to - from >= LEAST_WORDS;
    if (isLong && !told.has(quotation) && (kept.get(quotation) ?? 0) < KEPT * (to - from)) found.push(quotation);
  }
  return found;
}

function equalIn({ steps }: AlignedPassage, columns: Columns): readonly Step[] {
  return steps.filter((step) => isEqualStep(step, columns));
}

/** Words that sentences share: by the base's, by the witness's. */
function linksOf(passage: AlignedPassage, columns: Columns): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const links = new Map<number, Map<number, number>>();
  for (const step of equalIn(passage, columns)) {
    const here = sentenceOf(columns.base, step.base[0]);
    const there = sentenceOf(columns.witness, step.witness[0]);
    const known = links.get(here) ?? new Map<number, number>();
    known.set(there, (known.get(there) ?? 0) + 1);
    links.set(here, known);
  }
  return links;
}

/** The sentences in which a quotation begins and ends: its speaker stands in one of them. */
function endsOf(column: Column, quotation: number): readonly number[] {
  const [from, to] = wordsOf(column, quotation);
  return [...new Set([sentenceOf(column, from), sentenceOf(column, to - 1)])];
}

function sentenceOf({ witness, token }: Column, word: number): number {
  return witness.sentence[token[word] ?? 0] ?? -1;
}

function hull(a: Words, b: Words): Words {
  return [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
}

/** Below this share of equal words a reader is shown the two quotations whole. */
const KEPT = 0.34;
/** Shorter quotations are scare quotes and titles. */
const LEAST_WORDS = 4;
/** Words that two sentences share at least for the quotation of one to stand for the other's: a name and a verb of speech. A choice. */
const LEAST_LINK = 3;
