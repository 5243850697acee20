/**
 * Linear-chain conditional random field (Lafferty, McCallum, Pereira 2001) over hashed features.
 * A state feature is a row of `labels` weights; a transition context is a `labels × labels` table, several of which
 * are summed at each word, so that "after a closing mark" or "after that" moves what may follow. Forward-backward for
 * marginals, Viterbi for the best path. Cost: words × labels × (features + labels).
 */
export interface Crf {
  readonly labels: number;
  /** Rows of the feature table are 2^bits. */
  readonly bits: number;
  /** 2^bits × labels, in units of `step`. */
  readonly weights: Int8Array | Float32Array;
  readonly step: number;
  /** contexts × labels (before) × labels (here). */
  readonly transitions: Float32Array;
}

/** A sequence to label: feature rows and transition contexts of each word, a fixed number of contexts per word. */
export interface Chain {
  readonly length: number;
  readonly features: Int32Array;
  /** Word i has features `offsets[i]` to `offsets[i + 1]`. */
  readonly offsets: Uint32Array;
  readonly contexts: Uint16Array;
  readonly contextsPerWord: number;
  /** Words that are known to have a label which no other word has. */
  readonly pinned?: { readonly from: number; readonly to: number; readonly label: number };
}

/** Score of a label that is ruled out. */
const NEVER = -1000;

/** Summed weights: word i, label l at `i * labels + l`. */
export function stateScores(crf: Crf, chain: Chain): Float64Array {
  const { labels, step } = crf;
  const scores = new Float64Array(chain.length * labels);
  const sum = labels === 3 ? sumThree : labels === 6 ? sumSix : sumAny;
  sum(crf, chain, scores);
  if (step !== 1) for (let s = 0; s < scores.length; s++) scores[s] = (scores[s] ?? 0) * step;
  if (chain.pinned !== undefined)
    for (let i = 0; i < chain.length; i++) pin(scores.subarray(i * labels, (i + 1) * labels), chain.pinned, i);
  return scores;
}

function sumAny(crf: Crf, chain: Chain, scores: Float64Array): void {
  const { labels, weights } = crf;
  for (let i = 0; i < chain.length; i++) {
    const at = i * labels;
    const to = chain.offsets[i + 1] ?? 0;
    for (let f = chain.offsets[i] ?? 0; f < to; f++) {
      const row = (chain.features[f] ?? 0) * labels;
      for (let l = 0; l < labels; l++) scores[at + l] = (scores[at + l] ?? 0) + (weights[row + l] ?? 0);
    }
  }
}

/** `sumAny` for the cue model's labels with the sums in locals: this loop is most of the work. */
function sumThree(crf: Crf, chain: Chain, scores: Float64Array): void {
  const { weights } = crf;
  const { features, offsets } = chain;
  for (let i = 0; i < chain.length; i++) {
    let [a, b, c] = [0, 0, 0];
    const to = offsets[i + 1] ?? 0;
    for (let f = offsets[i] ?? 0; f < to; f++) {
      const row = (features[f] ?? 0) * 3;
      a += weights[row] ?? 0;
      b += weights[row + 1] ?? 0;
      c += weights[row + 2] ?? 0;
    }
    scores[i * 3] = a;
    scores[i * 3 + 1] = b;
    scores[i * 3 + 2] = c;
  }
}

/** The same for the span model's. */
function sumSix(crf: Crf, chain: Chain, scores: Float64Array): void {
  const { weights } = crf;
  const { features, offsets } = chain;
  for (let i = 0; i < chain.length; i++) {
    let [a, b, c, d, e, f] = [0, 0, 0, 0, 0, 0];
    const to = offsets[i + 1] ?? 0;
    for (let n = offsets[i] ?? 0; n < to; n++) {
      const row = (features[n] ?? 0) * 6;
      a += weights[row] ?? 0;
      b += weights[row + 1] ?? 0;
      c += weights[row + 2] ?? 0;
      d += weights[row + 3] ?? 0;
      e += weights[row + 4] ?? 0;
      f += weights[row + 5] ?? 0;
    }
    scores.set([a, b, c, d, e, f], i * 6);
  }
}

function pin(scores: Float64Array, pinned: { from: number; to: number; label: number }, i: number): void {
  const within = i >= pinned.from && i < pinned.to;
  for (let l = 0; l < scores.length; l++) if ((l === pinned.label) !== within) scores[l] = NEVER;
}

/** Transition scores into word i from word i - 1: `(i * labels + before) * labels + here`. */
export function transitionScores(crf: Crf, chain: Chain): Float64Array {
  const square = crf.labels * crf.labels;
  const scores = new Float64Array(chain.length * square);
  for (let i = 0; i < chain.length; i++) {
    for (let c = 0; c < chain.contextsPerWord; c++) {
      const table = (chain.contexts[i * chain.contextsPerWord + c] ?? 0) * square;
      for (let t = 0; t < square; t++)
        scores[i * square + t] = (scores[i * square + t] ?? 0) + (crf.transitions[table + t] ?? 0);
    }
  }
  return scores;
}

/** The best labels. */
export function viterbi(labels: number, states: Float64Array, moves: Float64Array): Uint8Array {
  const length = states.length / labels;
  const best = new Float64Array(states.length);
  const back = new Uint8Array(states.length);
  for (let l = 0; l < labels; l++) best[l] = (states[l] ?? 0) + (moves[l] ?? 0);
  for (let i = 1; i < length; i++) {
    for (let here = 0; here < labels; here++) {
      let top = -Infinity;
      for (let before = 0; before < labels; before++) {
        const score = (best[(i - 1) * labels + before] ?? 0) + (moves[(i * labels + before) * labels + here] ?? 0);
        if (score > top) {
          top = score;
          back[i * labels + here] = before;
        }
      }
      best[i * labels + here] = top + (states[i * labels + here] ?? 0);
    }
  }
  return traceBack(labels, best, back);
}

function traceBack(labels: number, best: Float64Array, back: Uint8Array): Uint8Array {
  const length = best.length / labels;
  const path = new Uint8Array(length);
  let here = 0;
  for (let l = 1; l < labels; l++) {
    if ((best[(length - 1) * labels + l] ?? 0) > (best[(length - 1) * labels + here] ?? 0)) here = l;
  }
  for (let i = length - 1; i >= 0; i--) {
    path[i] = here;
    here = back[i * labels + here] ?? 0;
  }
  return path;
}

/** The score of one path of labels. */
export function pathScore(labels: number, path: Uint8Array, s: { states: Float64Array; moves: Float64Array }): number {
  let score = 0;
  for (let i = 0; i < path.length; i++) {
    const here = path[i] ?? 0;
    const before = i === 0 ? 0 : (path[i - 1] ?? 0);
    score += (s.states[i * labels + here] ?? 0) + (s.moves[(i * labels + before) * labels + here] ?? 0);
  }
  return score;
}

/** Forward and backward sums (each word scaled to sum 1), and the log of the partition sum. */
export interface Sums {
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly scale: Float64Array;
  readonly logPartition: number;
  /** exp of states and moves, as used. */
  readonly states: Float64Array;
  readonly moves: Float64Array;
}

export function sums(labels: number, stateLogs: Float64Array, moveLogs: Float64Array): Sums {
  const length = stateLogs.length / labels;
  const states = stateLogs.map((x) => Math.exp(Math.min(30, Math.max(-60, x))));
  const moves = moveLogs.map((x) => Math.exp(Math.min(30, Math.max(-60, x))));
  const forward = new Float64Array(states.length);
  const backward = new Float64Array(states.length);
  const scale = new Float64Array(length);
  let logPartition = 0;
  for (let i = 0; i < length; i++) {
    let total = 0;
    for (let here = 0; here < labels; here++) {
      let sum = 0;
      if (i === 0) sum = moves[here] ?? 0;
      else
        for (let b = 0; b < labels; b++)
          sum += (forward[(i - 1) * labels + b] ?? 0) * (moves[(i * labels + b) * labels + here] ?? 0);
      sum *= states[i * labels + here] ?? 0;
      forward[i * labels + here] = sum;
      total += sum;
    }
    scale[i] = total;
    logPartition += Math.log(total);
    for (let here = 0; here < labels; here++) forward[i * labels + here] = (forward[i * labels + here] ?? 0) / total;
  }
  backwardSums(labels, { states, moves, scale, backward });
  return { forward, backward, scale, logPartition, states, moves };
}

function backwardSums(
  labels: number,
  s: { states: Float64Array; moves: Float64Array; scale: Float64Array; backward: Float64Array },
): void {
  const length = s.scale.length;
  for (let l = 0; l < labels; l++) s.backward[(length - 1) * labels + l] = 1;
  for (let i = length - 2; i >= 0; i--) {
    for (let here = 0; here < labels; here++) {
      let sum = 0;
      for (let n = 0; n < labels; n++) {
        sum +=
          (s.moves[((i + 1) * labels + here) * labels + n] ?? 0) *
          (s.states[(i + 1) * labels + n] ?? 0) *
          (s.backward[(i + 1) * labels + n] ?? 0);
      }
      s.backward[i * labels + here] = sum / (s.scale[i + 1] ?? 1);
    }
  }
}

/** Probability of each label at each word. */
export function marginals(labels: number, states: Float64Array, moves: Float64Array): Float64Array {
  const { forward, backward } = sums(labels, states, moves);
  return forward.map((value, at) => value * (backward[at] ?? 0));
}
