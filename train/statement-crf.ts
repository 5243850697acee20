import { stateScores, sums, transitionScores, type Chain, type Crf } from '../src/statement/crf.js';
import { seeded } from '../eval/data.js';

/** A chain with its right labels. */
export interface LabelledChain {
  readonly chain: Chain;
  readonly labels: Uint8Array;
}

interface TrainingOptions {
  readonly labels: number;
  readonly bits: number;
  readonly contexts: number;
  readonly epochs: number;
  /** AdaGrad's step. */
  readonly rate: number;
  /** L2 on rows as they are touched, per occurrence. */
  readonly decay: number;
  /** Features seen less often than this keep weight 0. */
  readonly rarest: number;
  readonly log?: (line: string) => void;
}

/** Loss in nats below which a chain is skipped at its next two visits. */
const KNOWN = 0.03;
/** Gradients smaller than this change nothing that can be measured. */
const SMALL = 0.005;

/**
 * Fits a CRF by stochastic gradient with AdaGrad (Duchi, Hazan, Singer 2011) on the log likelihood, chain by chain in an
 * order drawn from a fixed seed; the weights are the mean over the last half of the epochs. Deterministic.
 */
export function trainCrf(lessons: readonly LabelledChain[], options: TrainingOptions): Crf {
  const { labels, bits, contexts } = options;
  const dense = densify(lessons, options);
  const state = {
    weights: new Float32Array(dense.rows.length * labels),
    squares: new Float32Array(dense.rows.length * labels),
    transitions: new Float32Array(contexts * labels * labels),
    transitionSquares: new Float32Array(contexts * labels * labels),
  };
  const mean = {
    weights: new Float32Array(state.weights.length),
    transitions: new Float32Array(state.transitions.length),
    of: 0,
  };
  const crf: Crf = { labels, bits, weights: state.weights, step: 1, transitions: state.transitions };
  const random = seeded(7);
  const order = dense.lessons.map((_, i) => i);
  /** Visits that a chain is let off, because the last one taught nothing. */
  const rest = new Uint8Array(order.length);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    for (const c of order) {
      const lesson = dense.lessons[c];
      if (lesson === undefined || lesson.chain.length === 0) continue;
      if ((rest[c] ?? 0) > 0) {
        rest[c] = (rest[c] ?? 0) - 1;
        continue;
      }
      const lost = learn(crf, state, { item: lesson, options });
      if (lost < KNOWN) rest[c] = 2;
      loss += lost;
    }
    if (epoch * 2 >= options.epochs - 1) {
      mean.of++;
      add(mean.weights, state.weights);
      add(mean.transitions, state.transitions);
    }
    options.log?.(`epoch ${epoch + 1}: loss ${loss.toFixed(0)}`);
  }
  const weights = new Float32Array(2 ** bits * labels);
  dense.rows.forEach((row, d) => {
    for (let l = 0; l < labels; l++) weights[row * labels + l] = (mean.weights[d * labels + l] ?? 0) / mean.of;
  });
  return { ...crf, weights, transitions: mean.transitions.map((sum) => sum / mean.of) };
}

function add(to: Float32Array, from: Float32Array): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + (from[i] ?? 0);
}

/** The chains with rare features left out and the others numbered by frequency: three times faster, since the frequent ones stay in the cache. */
function densify(
  lessons: readonly LabelledChain[],
  options: TrainingOptions,
): { lessons: LabelledChain[]; rows: Int32Array } {
  const counts = new Uint32Array(2 ** options.bits);
  for (const { chain } of lessons) for (const feature of chain.features) counts[feature] = (counts[feature] ?? 0) + 1;
  const rows = Int32Array.from(counts.keys()).filter((row) => (counts[row] ?? 0) >= options.rarest);
  rows.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  const number = new Int32Array(counts.length).fill(-1);
  rows.forEach((row, d) => {
    number[row] = d;
  });
  return { rows, lessons: lessons.map(({ chain, labels }) => ({ chain: renumbered(chain, number), labels })) };
}

function renumbered(chain: Chain, number: Int32Array): Chain {
  const features = new Int32Array(chain.features.length);
  const offsets = new Uint32Array(chain.length + 1);
  let n = 0;
  for (let i = 0; i < chain.length; i++) {
    const to = chain.offsets[i + 1] ?? 0;
    for (let f = chain.offsets[i] ?? 0; f < to; f++) {
      const d = number[chain.features[f] ?? 0] ?? -1;
      if (d >= 0) features[n++] = d;
    }
    offsets[i + 1] = n;
  }
  return { ...chain, features: features.slice(0, n), offsets };
}

interface State {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly transitions: Float32Array;
  readonly transitionSquares: Float32Array;
}

interface Lesson {
  readonly item: LabelledChain;
  readonly options: TrainingOptions;
}

function learn(crf: Crf, state: State, lesson: Lesson): number {
  const { labels } = crf;
  const { chain } = lesson.item;
  const gold = lesson.item.labels;
  const s = stateScores(crf, chain);
  const m = transitionScores(crf, chain);
  const u = sums(labels, s, m);
  let score = 0;
  for (let i = 0; i < chain.length; i++) {
    const g = gold[i] ?? 0;
    score += (s[i * labels + g] ?? 0) + (m[(i * labels + (i === 0 ? 0 : (gold[i - 1] ?? 0))) * labels + g] ?? 0);
  }
  const gradient = new Float64Array(labels);
  const { weights, squares } = state;
  const { rate, decay } = lesson.options;
  for (let i = 0; i < chain.length; i++) {
    let moved = 0;
    for (let l = 0; l < labels; l++) {
      const p = (u.forward[i * labels + l] ?? 0) * (u.backward[i * labels + l] ?? 0);
      gradient[l] = (l === gold[i] ? 1 : 0) - p;
      moved = Math.max(moved, Math.abs(gradient[l] ?? 0));
    }
    if (moved < SMALL) continue;
    const to = chain.offsets[i + 1] ?? 0;
    for (let f = chain.offsets[i] ?? 0; f < to; f++) {
      const row = chain.features[f] ?? 0;
      for (let l = 0; l < labels; l++) {
        const at = row * labels + l;
        const w = weights[at] ?? 0;
        const g = (gradient[l] ?? 0) - decay * w;
        const q = (squares[at] ?? 0) + g * g;
        squares[at] = q;
        weights[at] = w + (rate * g) / (Math.sqrt(q) + 1);
      }
    }
  }
  learnTransitions(crf, state, { ...lesson, u });
  return u.logPartition - score;
}

function learnTransitions(crf: Crf, state: State, lesson: Lesson & { u: ReturnType<typeof sums> }): void {
  const { labels } = crf;
  const { u } = lesson;
  const { chain, labels: gold } = lesson.item;
  const square = labels * labels;
  for (let i = 1; i < chain.length; i++) {
    for (let b = 0; b < labels; b++) {
      for (let h = 0; h < labels; h++) {
        const p =
          ((u.forward[(i - 1) * labels + b] ?? 0) *
            (u.moves[(i * labels + b) * labels + h] ?? 0) *
            (u.states[i * labels + h] ?? 0) *
            (u.backward[i * labels + h] ?? 0)) /
          (u.scale[i] ?? 1);
        const g = (gold[i - 1] === b && gold[i] === h ? 1 : 0) - p;
        if (Math.abs(g) < SMALL) continue;
        for (let c = 0; c < chain.contextsPerWord; c++) {
          const at = (chain.contexts[i * chain.contextsPerWord + c] ?? 0) * square + b * labels + h;
          const q = (state.transitionSquares[at] ?? 0) + g * g;
          state.transitionSquares[at] = q;
          state.transitions[at] = (state.transitions[at] ?? 0) + (lesson.options.rate * g) / (Math.sqrt(q) + 1);
        }
      }
    }
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
}
