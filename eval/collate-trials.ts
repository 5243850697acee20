import { collate } from '../src/collation/collate.js';
import { CHANGE_FIELDS, type Collation } from '../src/collation/collation.js';
import type { Knowledge } from '../src/knowledge/knowledge.js';
import { plainWitness } from '../src/testing/plain-witness.js';
import type { PlantedKind, Swap } from '../src/testing/edits.js';
import { spin, type Thesaurus } from '../src/testing/spinner.js';

/** What was found and how much of it is right; what is true and how much of it was found. */
export interface Tally {
  found: number;
  right: number;
  truth: number;
  hits: number;
}

export function recall({ hits, truth }: Tally): number {
  return truth === 0 ? 1 : hits / truth;
}

export function precision({ found, right }: Tally): number {
  return found === 0 ? 1 : right / found;
}

type Known = Pick<Knowledge, 'lexicon' | 'relationModel'>;

export function collateTexts(base: string, witness: string, { lexicon, relationModel }: Known): Collation {
  return collate(plainWitness(base, lexicon), plainWitness(witness, lexicon), { lexicon, model: relationModel });
}

/** Swapped words found as variants with both ranges exact; changes in spelling aside. */
export function swapTrial(texts: readonly string[], thesaurus: Thesaurus, rate: number, known: Known): Tally {
  const tally = { found: 0, right: 0, truth: 0, hits: 0 };
  texts.forEach((text, seed) => {
    const spun = spin(text, { thesaurus, rate, seed });
    const variants = collateTexts(text, spun.text, known)
      .passages.flatMap((passage) => passage.variants)
      .filter(({ kind }) => kind !== 'spelling');
    const found = new Set(variants.map(keyOf));
    const spelled = (swap: Swap): boolean => swap.from.toLowerCase() === swap.to.toLowerCase();
    const truth = spun.swaps.filter((swap) => !spelled(swap)).map(keyOf);
    tally.found += found.size;
    tally.truth += truth.length;
    const hits = truth.filter((key) => found.has(key)).length;
    tally.hits += hits;
    tally.right += hits;
  });
  return tally;
}

function keyOf({ base, witness }: Pick<Swap, 'base' | 'witness'>): string {
  return `${base.join()}:${witness.join()}`;
}

const FIELDS = { number: 'numbers', date: 'dates', name: 'names', quote: 'quotes', negation: 'meaning' } as const;

/** Planted changes of each kind among spun words: found in the right list where ranges overlap on both sides. Quotations are left unspun, as else each is altered. */
export function plantedTrial(
  texts: readonly string[],
  thesaurus: Thesaurus,
  rate: number,
  known: Known,
): Record<PlantedKind, Tally> {
  const tallies = Object.fromEntries(
    Object.keys(FIELDS).map((kind) => [kind, { found: 0, right: 0, truth: 0, hits: 0 }]),
  ) as Record<PlantedKind, Tally>;
  texts.forEach((text, seed) => {
    const spun = spin(text, {
      thesaurus,
      rate,
      seed,
      keepQuotations: true,
      plant: { number: 2, date: 2, name: 2, quote: 2, negation: 2 },
    });
    const { changes } = collateTexts(text, spun.text, known);
    for (const kind of Object.keys(FIELDS) as PlantedKind[]) {
      const field = FIELDS[kind];
      const found = CHANGE_FIELDS.flatMap((each) =>
        changes[each].filter(({ also }) => each === field || also?.includes(field) === true),
      );
      const truth = spun.planted.filter((planted) => planted.kind === kind);
      const tally = tallies[kind];
      tally.truth += truth.length;
      tally.found += found.length;
      const isOne = (planted: Swap, change: Pick<Swap, 'base' | 'witness'>): boolean =>
        touch(planted.base, change.base) && touch(planted.witness, change.witness);
      tally.hits += truth.filter((planted) => found.some((change) => isOne(planted, change))).length;
      tally.right += found.filter((change) => spun.planted.some((planted) => isOne(planted, change))).length;
    }
  });
  return tallies;
}

function touch(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] <= b[1] && b[0] <= a[1];
}
