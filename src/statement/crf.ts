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
  /** Scores of features and contexts that many chains share, where they are not among this chain's own. */
  readonly shared?: { readonly states: Float64Array; readonly moves: Float64Array };
}

/** Score of a label that is ruled out. */
const NEVER = -1000;

/** Scores of labels: word i, label l at `i * labels + l`. */
export function stateScores(crf: Crf, chain: Chain): Float64Array {
  const { labels, step } = crf;
  const scores = new Float64Array(chain.length * labels);
  sumWeights(crf, chain, scores);
  const { shared } = chain;
  if (shared !== undefined)
    for (let s = 0; s < scores.length; s++) scores[s] = (scores[s] ?? 0) + (shared.states[s] ?? 0);
  if (step !== 1) for (let s = 0; s < scores.length; s++) scores[s] = (scores[s] ?? 0) * step;
  if (chain.pinned !== undefined) pin(scores, labels, chain.pinned);
  return scores;
}

/** A chain's features. */
export type Features = Pick<Chain, 'length' | 'features' | 'offsets'>;

/** What features weigh, in units of `step`. */
export function sumWeights(crf: Crf, chain: Features, scores: Float64Array): void {
  const sum = crf.labels === 3 ? sumThree : crf.labels === 6 ? sumSix : sumAny;
  sum(crf, chain, scores);
}

function sumAny(crf: Crf, chain: Features, scores: Float64Array): void {
  const { labels, weights } = crf;
  const sum = new Float64Array(labels);
  for (let i = 0; i < chain.length; i++) {
    sum.fill(0);
    const to = chain.offsets[i + 1] ?? 0;
    for (let f = chain.offsets[i] ?? 0; f < to; f++) {
      const row = (chain.features[f] ?? 0) * labels;
      for (let l = 0; l < labels; l++) sum[l] = (sum[l] ?? 0) + (weights[row + l] ?? 0);
    }
    scores.set(sum, i * labels);
  }
}

/** `sumAny` for the cue model's labels with the sums in locals: this loop is most of the work. */
function sumThree(crf: Crf, chain: Features, scores: Float64Array): void {
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
function sumSix(crf: Crf, chain: Features, scores: Float64Array): void {
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
    const at = i * 6;
    scores[at] = a;
    scores[at + 1] = b;
    scores[at + 2] = c;
    scores[at + 3] = d;
    scores[at + 4] = e;
    scores[at + 5] = f;
  }
}

function pin(scores: Float64Array, labels: number, pinned: { from: number; to: number; label: number }): void {
  const length = scores.length / labels;
  for (let i = 0; i < length; i++) {
    const within = i >= pinned.from && i < pinned.to;
    for (let l = 0; l < labels; l++) if ((l === pinned.label) !== within) scores[i * labels + l] = NEVER;
  }
}

/** Transition scores into word i from word i - 1: `(i * labels + before) * labels + here`. */
export function transitionScores(
  crf: Pick<Crf, 'labels' | 'transitions'>,
  chain: Pick<Chain, 'length' | 'contexts' | 'contextsPerWord' | 'shared'>,
): Float64Array {
  const square = crf.labels * crf.labels;
  const { transitions } = crf;
  const { contexts, contextsPerWord } = chain;
  const scores = chain.shared?.moves.slice() ?? new Float64Array(chain.length * square);
  for (let i = 0; i < chain.length; i++) {
    const at = i * square;
    for (let c = i * contextsPerWord; c < (i + 1) * contextsPerWord; c++) {
      const table = (contexts[c] ?? 0) * square;
      for (let t = 0; t < square; t++) scores[at + t] = (scores[at + t] ?? 0) + (transitions[table + t] ?? 0);
    }
  }
  return scores;
}

/** Where the table of moves into a word begins: `moves` holds one a word, or a single one for all. */
function strideOf(labels: number, moves: Float64Array): number {
  return moves.length > labels * labels ? labels * labels : 0;
}

/**
 * The best labels. `moves`: a table a word, or one for all words; then labels that no move could bring up to the best one
 * of a word are not gone on from, which leaves the path as it is (of 17 parts of speech 1.3 are left on average).
 */
export function viterbi(labels: number, states: Float64Array, moves: Float64Array): Uint8Array {
  const length = states.length / labels;
  const stride = strideOf(labels, moves);
  const spread = stride > 0 ? Infinity : Math.max(...moves) - Math.min(...moves);
  const best = new Float64Array(states.length);
  const back = new Uint8Array(states.length);
  const alive = new Uint8Array(labels);
  for (let l = 0; l < labels; l++) best[l] = (states[l] ?? 0) + (moves[l] ?? 0);
  for (let i = 1; i < length; i++) {
    const last = (i - 1) * labels;
    const count = stillAlive(best.subarray(last, last + labels), spread, alive);
    for (let here = 0; here < labels; here++) {
      let top = -Infinity;
      let from = 0;
      for (let a = 0; a < count; a++) {
        const before = alive[a] ?? 0;
        const score = (best[last + before] ?? 0) + (moves[i * stride + before * labels + here] ?? 0);
        if (score > top) {
          top = score;
          from = before;
        }
      }
      back[i * labels + here] = from;
      best[i * labels + here] = top + (states[i * labels + here] ?? 0);
    }
  }
  return traceBack(labels, best, back);
}

/** Lists the labels whose score is within `spread` of the best one; says how many. */
function stillAlive(scores: Float64Array, spread: number, list: Uint8Array): number {
  let top = -Infinity;
  for (let l = 0; l < scores.length; l++) top = Math.max(top, scores[l] ?? 0);
  let count = 0;
  for (let l = 0; l < scores.length; l++) if ((scores[l] ?? 0) >= top - spread) list[count++] = l;
  return count;
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

/** Forward sums (each word scaled to sum 1), and the log of the partition sum. */
export interface ForwardSums {
  readonly forward: Float64Array;
  readonly scale: Float64Array;
  readonly logPartition: number;
  /** exp of states and moves, as used. */
  readonly states: Float64Array;
  readonly moves: Float64Array;
}

export interface Sums extends ForwardSums {
  readonly backward: Float64Array;
}

/** exp of each score, kept from overflow. */
function exponentials(scores: Float64Array): Float64Array {
  const values = new Float64Array(scores.length);
  for (let s = 0; s < scores.length; s++) values[s] = Math.exp(Math.min(30, Math.max(-60, scores[s] ?? 0)));
  return values;
}

export function forwardSums(labels: number, stateLogs: Float64Array, moveLogs: Float64Array): ForwardSums {
  const length = stateLogs.length / labels;
  const states = exponentials(stateLogs);
  const moves = exponentials(moveLogs);
  const forward = new Float64Array(states.length);
  const scale = new Float64Array(length);
  let logPartition = 0;
  for (let i = 0; i < length; i++) {
    const at = i * labels;
    let total = 0;
    for (let here = 0; here < labels; here++) {
      let sum = 0;
      if (i === 0) sum = moves[here] ?? 0;
      else
        for (let b = 0; b < labels; b++)
          sum += (forward[at - labels + b] ?? 0) * (moves[(at + b) * labels + here] ?? 0);
      sum *= states[at + here] ?? 0;
      forward[at + here] = sum;
      total += sum;
    }
    scale[i] = total;
    logPartition += Math.log(total);
    for (let here = 0; here < labels; here++) forward[at + here] = (forward[at + here] ?? 0) / total;
  }
  return { forward, scale, logPartition, states, moves };
}

export function sums(labels: number, stateLogs: Float64Array, moveLogs: Float64Array): Sums {
  const ahead = forwardSums(labels, stateLogs, moveLogs);
  const backward = new Float64Array(ahead.states.length);
  backwardSums(labels, { ...ahead, backward });
  return { ...ahead, backward };
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
  const chances = new Float64Array(forward.length);
  for (let at = 0; at < chances.length; at++) chances[at] = (forward[at] ?? 0) * (backward[at] ?? 0);
  return chances;
}
