import type { Suspect } from './find-suspects.js';
import type { Network, SpinModel } from './spin-model.js';

/** What a small network makes of features: a probability. Cost: its hidden units × features. */
export function judge(features: readonly number[], network: Network): number {
  const { mean, spread, output } = network;
  const units = output.length - 1;
  const { bias, columns } = columnsOf(network);
  const inner = bias.slice();
  for (let j = 0, at = 0; j < mean.length; j++) {
    const value = ((features[j] ?? 0) - (mean[j] ?? 0)) / (spread[j] ?? 1);
    for (let h = 0; h < units; h++, at++) inner[h] = (inner[h] ?? 0) + (columns[at] ?? 0) * value;
  }
  let sum = output[units] ?? 0;
  for (let h = 0; h < units; h++) sum += (output[h] ?? 0) * Math.tanh(inner[h] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** A network's hidden weights, feature by feature: sums that do not wait for each other take a third of the time. */
interface HiddenColumns {
  readonly bias: Float64Array;
  readonly columns: Float64Array;
}

function columnsOf(network: Network): HiddenColumns {
  const known = COLUMNS.get(network);
  if (known) return known;
  const width = network.mean.length;
  const bias = Float64Array.from(network.hidden, (row) => row[width] ?? 0);
  const columns = new Float64Array(width * bias.length);
  network.hidden.forEach((row, h) => {
    for (let j = 0; j < width; j++) columns[j * bias.length + h] = row[j] ?? 0;
  });
  const made = { bias, columns };
  COLUMNS.set(network, made);
  return made;
}

const COLUMNS = new WeakMap<Network, HiddenColumns>();

/**
 * Features of each suspect in the light of the others: its own, what it got alone, the page's mean and share of suspects
 * without it, and what its neighbours got: beside a swapped word, a person's word looks strange too.
 */
export function featuresAmongOthers(
  suspects: readonly Suspect[],
  alone: readonly number[],
  length: number,
): readonly (readonly number[])[] {
  const chance = new Float64Array(length + 2 * MARGIN);
  suspects.forEach((suspect, i) => {
    for (const span of suspect.spans)
      for (let at = span.from + MARGIN; at < span.to + MARGIN; at++)
        chance[at] = Math.max(chance[at] ?? 0, alone[i] ?? 0);
  });
  const n = Math.max(alone.length - 1, 1);
  const total = alone.reduce((sum, value) => sum + value, 0);
  const high = alone.filter((value) => value > HIGH).length;
  return suspects.map((suspect, i) => {
    const own = alone[i] ?? 0;
    return [
      ...suspect.features,
      Math.log((own + 1e-4) / (1 - own + 1e-4)),
      Math.sqrt((total - own) / n),
      Math.sqrt((high - (own > HIGH ? 1 : 0)) / n),
      ...neighbours(suspect, chance),
    ];
  });
}

/** Words beyond both ends, so that every word has two neighbours. */
const MARGIN = 2;

/** What the words beside a suspect got, the most of its places; what those two away got; and the least beside it. */
function neighbours({ spans }: Suspect, chance: Float64Array): readonly number[] {
  let [left, right, left2, right2, leastLeft, leastRight] = [0, 0, 0, 0, 1, 1];
  for (const { from, to } of spans) {
    const [before2, before, after, after2] = [from, from + 1, to + MARGIN, to + MARGIN + 1].map(
      (at) => chance[at] ?? 0,
    );
    left = Math.max(left, before ?? 0);
    right = Math.max(right, after ?? 0);
    left2 = Math.max(left2, before2 ?? 0);
    right2 = Math.max(right2, after2 ?? 0);
    leastLeft = Math.min(leastLeft, before ?? 0);
    leastRight = Math.min(leastRight, after ?? 0);
  }
  return [left, right, left2, right2, leastLeft, leastRight];
}

/** What to put in place of the words that are likely swapped, so that their neighbours are not judged by them: the best original, or 0 where it is not one word. */
export function likelyOriginals(
  suspects: readonly Suspect[],
  alone: readonly number[],
  model: SpinModel,
): ReadonlyMap<number, number> {
  const replaced = new Map<number, number>();
  suspects.forEach((suspect, i) => {
    if ((alone[i] ?? 0) < LIKELY) return;
    const best = suspect.originals[0];
    const word = best === undefined ? '' : (model.words[best.id] ?? '');
    const hash = best === undefined || word.includes(' ') ? 0 : (model.hashOf[best.id] ?? 0);
    for (const span of suspect.spans) {
      replaced.set(span.from, hash);
      replaced.set(span.to - 1, hash);
    }
  });
  return replaced;
}

/** From here on a word no longer counts as its neighbours' context. Set by eye. */
const LIKELY = 0.55;

/** Alone, a word above this counts as suspect for the others. Set by eye. */
const HIGH = 0.7;
