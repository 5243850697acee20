import type { Relation } from '../src/collation/collation.js';
import { paragraphs } from './collate-texts.js';
import { dataRows, half } from './data.js';
import type { RelationPair } from './relation-pair.js';

interface Answer {
  readonly id: string;
  readonly category: string;
  readonly source: string;
  readonly text: string;
}

const ANSWERS: Readonly<Record<string, readonly Relation[]>> = {
  cut: ['verbatim', 'partial'],
  light: ['spun', 'partial', 'rewritten'],
  heavy: ['rewritten', 'partial'],
  non: ['independent', 'unrelated'],
};

/**
 * Answers against their source: cut and pasted counts as verbatim, lightly revised as spun, heavily revised as rewritten,
 * freely written as independent. An answer takes up only a part of its source, so `partial` is right as well for copied
 * ones; light revision there means sentences turned round as often as words swapped; a free answer of another angle may
 * count as unrelated.
 */
export function answerPairs(part: 'tune' | 'test'): RelationPair[] {
  const rows = dataRows<Answer>('copies-short-answers.jsonl.gz');
  const sources = new Map(rows.filter((row) => row.category === 'orig').map((row) => [row.id, row.text]));
  return rows
    .filter((row) => row.category !== 'orig' && half(row.id) === part)
    .map((row) => {
      const [relation = 'independent', ...also] = ANSWERS[row.category] ?? [];
      return {
        base: sources.get(row.source) ?? '',
        witness: row.text,
        relation,
        also,
        origin: `answer, ${row.category}`,
      };
    });
}

interface Mined {
  readonly containment8: number;
  readonly jaccard8: number;
  readonly component: string;
  readonly a: { readonly text: string };
  readonly b: { readonly text: string };
}

/** Mined pairs where the share of common 8-word runs leaves no doubt: nearly all on both sides, or a part. */
export function minedPairs(part: 'tune' | 'test', count: number): RelationPair[] {
  const rows = dataRows<Mined>('copies-mined.jsonl.gz').filter((row) => half(row.component) === part);
  const pairs = rows.flatMap((row): RelationPair[] => {
    const relation =
      row.jaccard8 > 0.6 ? 'verbatim' : row.containment8 < 0.55 && row.jaccard8 > 0.12 ? 'partial' : undefined;
    return relation === undefined
      ? []
      : [{ base: paragraphs(row.a.text), witness: paragraphs(row.b.text), relation, origin: 'mined' }];
  });
  return [
    ...pairs.filter((pair) => pair.relation === 'verbatim').slice(0, count / 4),
    ...pairs.filter((pair) => pair.relation === 'partial').slice(0, count / 4),
  ];
}
