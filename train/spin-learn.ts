import type { Knowing } from './knowing.js';
import { findSuspects, type FirstLook, type Suspect } from '../src/spin/find-suspects.js';
import { pageFeatures } from '../src/spin/judge-page.js';
import { featuresAmongOthers, judge, likelyOriginals } from '../src/spin/judge-words.js';
import type { SpinWeights } from '../src/spin/spin-model.js';
import type { Spun } from '../src/testing/edits.js';
import { toWitness } from '../src/witness/to-witness.js';
import { learnLogistic, learnNetwork } from './spin-network.js';
import { learnRanking } from './spin-ranking.js';
import { plainPage, reword, type Machine } from './spin-samples.js';
import { spread } from './spin-spread.js';
import type { SourceText } from './spin-texts.js';

/** Weights to begin with, which learning replaces; those of phrases were searched on a third of the phrases that nothing was learned from, and stay. */
export const FIRST_WEIGHTS: SpinWeights = {
  fit: [0.5, 0.5, 0.5, 0.5, 0.5, 0.3, 0.3, 0.9, 0.2, 0.2, 1, 1],
  prior: [0.5, 0.2, -0.5, 0.5, 0.3, 1.5, 1, 0.5, -2],
  word: { mean: [], spread: [], hidden: [], output: [] },
  among: { mean: [], spread: [], hidden: [], output: [] },
  phrase: {
    keep: 2.18,
    frequency: 0.22,
    pair: 0.49,
    smoothed: 0.3,
    triple: 0.6,
    prior: [-0.88, 0.29, 0.09, 0.44, -0.64, 1.39, 1.75, 0.5],
    established: 1.76,
    same: 2.82,
    unknown: -4.84,
    near: 4,
    spare: -0.45,
  },
  page: [],
};

/** A page with what is true of its words. */
export interface LabelledPage {
  readonly source: string;
  readonly rate: number;
  readonly suspects: readonly Suspect[];
  readonly look: FirstLook;
  readonly swapped: Uint8Array;
}

/** Looks at a text, spun or not, and labels each word type: was it put in by the machine? */
export function labelPage(text: SourceText, spun: Spun | undefined, rate: number, knowing: Knowing): LabelledPage {
  const witness = toWitness(plainPage(spun?.text ?? text.text), knowing.lexicon);
  const look = findSuspects(witness, knowing);
  const { stream, suspects } = look;
  const inSwap = new Uint8Array(witness.text.length + 1);
  for (const swap of spun?.swaps ?? []) inSwap.fill(1, swap.witness[0], swap.witness[1]);
  const swapped = Uint8Array.from(suspects, (suspect) => {
    let hits = 0;
    for (const span of suspect.spans) {
      let inside = 0;
      for (let i = span.from; i < span.to; i++) if (inSwap[witness.start[stream.token[i] ?? 0] ?? 0] === 1) inside++;
      if (inside === span.to - span.from) hits++;
    }
    return hits * 2 > suspect.spans.length ? 1 : 0;
  });
  return { source: text.source, rate, suspects, look, swapped };
}

/** Shares of words that are reworded. */
const RATES = [0.1, 0.25, 0.4];

/** Human pages and pages of every machine at several rates, from the same texts. */
export function labelledPages(
  texts: readonly SourceText[],
  machines: readonly Machine[],
  knowing: Knowing,
): LabelledPage[] {
  const pages: LabelledPage[] = [];
  texts.forEach((text, i) => {
    pages.push(labelPage(text, undefined, 0, knowing));
    const machine = machines[spread(text.id) % machines.length];
    const rate = RATES[i % 3] ?? 0.25;
    if (machine) pages.push(labelPage(text, reword(text, machine, rate), rate, knowing));
  });
  return pages;
}

/** Learns all weights: ranking of originals, words by themselves, pages, words among others. */
export function learnWeights(
  texts: readonly SourceText[],
  { machines, foreign }: { readonly machines: readonly Machine[]; readonly foreign: Machine },
  knowing: Knowing,
): SpinWeights {
  const careful = machines.filter((machine) => machine.name !== 'loose');
  const some = texts.filter((_, i) => i % 3 === 0);
  const machineOf = (text: SourceText): Machine | undefined => careful[spread(text.id) % careful.length];
  const reworded = some.flatMap((text) => {
    const machine = machineOf(text);
    return machine ? [reword(text, machine, 0.25)] : [];
  });
  const ranked = learnRanking(reworded, knowing);
  const pages = labelledPages(texts, machines, { ...knowing, model: { ...knowing.model, weights: ranked } });
  const labels = pages.flatMap((page) => [...page.swapped]);
  const word = learnNetwork(
    pages.flatMap((page) => page.suspects.map((suspect) => suspect.features)),
    labels,
  );
  const alone = pages.map((page) => page.suspects.map((suspect) => judge(suspect.features, word)));
  const page = learnLogistic(
    pages.map((one, i) => pageFeatures(one.suspects, alone[i] ?? [])),
    pages.map((one) => (one.rate > 0 ? 1 : 0)),
  );
  const abroad = texts
    .filter((_, i) => i % 2 === 1)
    .map((text, i) => {
      const rate = RATES[i % 3] ?? 0.25;
      return labelPage(text, reword(text, foreign, rate), rate, {
        ...knowing,
        model: { ...knowing.model, weights: ranked },
      });
    });
  const lessons = [...pages, ...abroad];
  const among = learnNetwork(
    lessons.flatMap((one) => {
      const chances = one.suspects.map((suspect) => judge(suspect.features, word));
      const again = one.look.again(likelyOriginals(one.suspects, chances, knowing.model));
      return featuresAmongOthers(again, chances, one.look.stream.length);
    }),
    lessons.flatMap((one) => [...one.swapped]),
  );
  return { ...ranked, word, page, among };
}
