import type { Triple } from './triple.js';
import { describedBy } from './described-by.js';
import { isClosing, isParenthesis, withClause } from './closing-clause.js';
import { closingCues } from './closing-cues.js';
import { occasionCues } from './occasion-cues.js';
import { CueLabel, cueChain } from './cue-features.js';
import { forwardSums, marginals, pathScore, stateScores, sumWeights, transitionScores, viterbi } from './crf.js';
import { withPlainSource } from './plain-source.js';
import { judgeChain, type Candidate } from './judge-features.js';
import type { Reading } from './reading.js';
import { withQuoteFrames } from './quote-frames.js';
import { withRefusals } from './refusals.js';
import { relativeChain, sharedSpans, SpanLabel, spanWindow } from './span-features.js';
import type { StatementModel } from './statement-model.js';
import { isSure, sureCues, withSureSpans } from './sure-cues.js';
import { trimContents } from './trim-content.js';
import type { Stretch } from './words.js';

/** Added to the score of a cue's first word: the best F1 without a judge was at 1 (.756, .773, .780 at 0, .5, 1 on a held-out fifth), with one it pays to miss less. */
const CUE_BIAS = 2;
/**
 * Candidates that the judge gives less are no statements: F1 of cues .795, .803, .807, .808, .804 at .3, .35, .4, .45, .5 on the
 * training articles, cross-fitted. Not .45: it loses two more of the invented stories' statements.
 */
const LEAST = 0.4;

/** What is a statement, and what the judge doubts: candidates that another's frame may hold all the same. */
export interface Judged {
  readonly triples: readonly Triple[];
  readonly doubtful: readonly Triple[];
  /** To look for the spans of more cues. */
  readonly search: SpanSearch;
}

/**
 * Cues, and for each its source and content, by two stacked sequence models: the first marks cues in the whole text,
 * the second labels the window of one cue, knowing where the others are likely to be. A logistic regression
 * then judges each triple by all that is known of it.
 * After O'Keefe et al. 2012 (sequence labelling of quotations) and Pareti 2015 (cue first, then spans).
 * Cost: linear in words, plus cues × window.
 */
export function findTriples(reading: Reading, model: StatementModel): Judged {
  const { cues, prior } = findCues(reading, model);
  const search = spanSearch(reading, model, prior);
  const judged = judge(reading, withSpans(reading, cues, search), model)
    .filter((triple) => triple.content.length > 0)
    .map((triple) => withPlainSource(reading, triple))
    .map((triple) => {
      const described = describedBy(reading, triple);
      if (described !== undefined) return atLeast(described, LEAST);
      return isCertain(reading, triple) ? atLeast(triple, LEAST) : triple;
    });
  const likely = judged.filter((triple) => triple.probability >= LEAST);
  return {
    triples: trimContents(reading, withQuoteFrames(reading, withRefusals(reading, likely))),
    doubtful: judged.filter((triple) => triple.probability < LEAST),
    search,
  };
}

/** Whether the wording leaves no doubt, whatever the judge gives it. */
function isCertain(reading: Reading, triple: Triple): boolean {
  return isParenthesis(reading, triple) || isClosing(reading, triple) || isSure(reading, triple);
}

function atLeast(triple: Triple, least: number): Triple {
  return { ...triple, probability: Math.max(triple.probability, least) };
}

/** Cues with their spans. */
export function withSpans(reading: Reading, cues: readonly Cue[], search: SpanSearch): Candidate[] {
  return cues.map(({ cue, probability }) =>
    withClause(reading, withSureSpans(reading, { cue, probability, ...findSpans(reading, cue, search) })),
  );
}

/** The candidates with the judge's probability in place of the cue model's. */
function judge(reading: Reading, candidates: readonly Candidate[], model: Pick<StatementModel, 'judge'>): Triple[] {
  const crf = model.judge;
  return candidates.map((candidate, at) => {
    const [no = 0, yes = 0] = stateScores(crf, judgeChain(reading, candidates, { at, bits: crf.bits }));
    return {
      cue: candidate.cue,
      source: candidate.source,
      content: candidate.content,
      probability: 1 / (1 + Math.exp(no - yes)),
    };
  });
}

export interface Cue {
  readonly cue: Stretch;
  readonly probability: number;
}

/** What the cue model thinks of each word in steps of a tenth, and the cues it sees. */
export function findCues(reading: Reading, model: Pick<StatementModel, 'cues'>): { cues: Cue[]; prior: Uint8Array } {
  const crf = model.cues;
  const chain = cueChain(reading, crf.bits);
  const states = stateScores(crf, chain);
  const moves = transitionScores(crf, chain);
  const chances = marginals(crf.labels, states, moves);
  const prior = new Uint8Array(chain.length);
  for (let i = 0; i < chain.length; i++) {
    const chance = (chances[i * crf.labels + CueLabel.begin] ?? 0) + (chances[i * crf.labels + CueLabel.inside] ?? 0);
    prior[i] = Math.min(9, Math.floor(chance * 10));
    states[i * crf.labels + CueLabel.begin] = (states[i * crf.labels + CueLabel.begin] ?? 0) + CUE_BIAS;
  }
  const path = viterbi(crf.labels, states, moves);
  const closing = [...closingCues(reading), ...occasionCues(reading), ...sureCues(reading)].filter(
    ({ from }) => path[from] === CueLabel.outside,
  );
  const cues = stretches(path, CueLabel.begin, CueLabel.inside)
    .map((run) => within(reading, run))
    .concat(closing)
    .sort((a, b) => a.from - b.from)
    .map((cue) => ({
      cue,
      probability: chances[cue.from * crf.labels + CueLabel.begin] ?? 0,
    }));
  return { cues, prior };
}

/** A cue ends with its paragraph. */
function within(reading: Reading, run: Stretch): Stretch {
  const paragraph = reading.words.paragraphs[reading.words.paragraph[run.from] ?? 0] ?? run;
  return { from: run.from, to: Math.min(run.to, paragraph.to) };
}

/** What the spans of a cue are looked for with. */
export interface SpanSearch {
  readonly model: Pick<StatementModel, 'spans'>;
  readonly prior: Uint8Array;
  /** Scores of what does not depend on the cue, word by word: added up once, for all windows that hold the word. */
  readonly states: Float64Array;
  readonly moves: Float64Array;
}

export function spanSearch(reading: Reading, model: Pick<StatementModel, 'spans'>, prior: Uint8Array): SpanSearch {
  const crf = model.spans;
  const chain = { length: reading.words.length, ...sharedSpans(reading, crf.bits) };
  const states = new Float64Array(chain.length * crf.labels);
  sumWeights(crf, chain, states);
  return { model, prior, states, moves: transitionScores(crf, chain) };
}

/** The source and the content that belong to a cue. */
export function findSpans(
  reading: Reading,
  cue: Stretch,
  search: SpanSearch,
): { source: Stretch[]; content: Stretch[]; confidence: number } {
  const crf = search.model.spans;
  const { labels } = crf;
  const { from, to } = spanWindow(reading.words, cue);
  const chain = {
    ...relativeChain(reading, cue, { bits: crf.bits, prior: search.prior }),
    shared: {
      states: search.states.subarray(from * labels, to * labels),
      moves: search.moves.subarray(from * labels ** 2, to * labels ** 2),
    },
  };
  const states = stateScores(crf, chain);
  const moves = transitionScores(crf, chain);
  const path = viterbi(crf.labels, states, moves);
  const confidence =
    pathScore(crf.labels, path, { states, moves }) - forwardSums(crf.labels, states, moves).logPartition;
  const shift = (s: Stretch) => ({ from: s.from + from, to: s.to + from });
  const content = stretches(path, SpanLabel.begin, SpanLabel.inside).map(shift);
  const sources = stretches(path, SpanLabel.source, SpanLabel.sourceInside).map(shift);
  return { source: sources.length > 1 ? [nearest(sources, cue)] : sources, content, confidence };
}

/** Runs of labels: each starts with `begin`, or with `inside` after anything else. */
function stretches(path: Uint8Array, begin: number, inside: number): Stretch[] {
  const found: { from: number; to: number }[] = [];
  for (let i = 0; i < path.length; i++) {
    const label = path[i];
    if (label !== begin && label !== inside) continue;
    const last = found.at(-1);
    if (last !== undefined && last.to === i && (label === inside || begin === inside)) last.to = i + 1;
    else found.push({ from: i, to: i + 1 });
  }
  return found;
}

function nearest(sources: readonly Stretch[], cue: Stretch): Stretch {
  const gap = (s: Stretch) => (s.to <= cue.from ? cue.from - s.to : s.from - cue.to);
  return sources.reduce((best, s) => (gap(s) < gap(best) ? s : best));
}
