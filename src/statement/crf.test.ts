import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marginals, pathScore, stateScores, sums, transitionScores, viterbi, type Chain, type Crf } from './crf.js';

const LABELS = 3;

/** A model and a chain with random weights, one feature and one context a word. */
const cases = fc.record({
  weights: fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 8 * LABELS, maxLength: 8 * LABELS }),
  transitions: fc.array(fc.integer({ min: -30, max: 30 }), {
    minLength: 2 * LABELS * LABELS,
    maxLength: 2 * LABELS * LABELS,
  }),
  words: fc.array(fc.record({ feature: fc.nat(7), context: fc.nat(1) }), { minLength: 1, maxLength: 5 }),
});

function build(c: { weights: number[]; transitions: number[]; words: { feature: number; context: number }[] }): {
  crf: Crf;
  chain: Chain;
} {
  const crf: Crf = {
    labels: LABELS,
    bits: 3,
    weights: Float32Array.from(c.weights, (w) => w / 10),
    step: 1,
    transitions: Float32Array.from(c.transitions, (t) => t / 10),
  };
  const chain: Chain = {
    length: c.words.length,
    features: Int32Array.from(c.words, (w) => w.feature),
    offsets: Uint32Array.from({ length: c.words.length + 1 }, (_, i) => i),
    contexts: Uint16Array.from(c.words, (w) => w.context),
    contextsPerWord: 1,
  };
  return { crf, chain };
}

function allPaths(length: number): Uint8Array[] {
  return Array.from({ length: LABELS ** length }, (_, n) =>
    Uint8Array.from({ length }, (_, i) => Math.floor(n / LABELS ** i) % LABELS),
  );
}

describe('the sequence model', () => {
  test('viterbi finds the path that scores best of all', () => {
    fc.assert(
      fc.property(cases, (c) => {
        const { crf, chain } = build(c);
        const scores = { states: stateScores(crf, chain), moves: transitionScores(crf, chain) };
        const best = Math.max(...allPaths(chain.length).map((path) => pathScore(LABELS, path, scores)));
        expect(pathScore(LABELS, viterbi(LABELS, scores.states, scores.moves), scores)).toBeCloseTo(best, 6);
      }),
    );
  });
  test('the partition sum is the sum over all paths', () => {
    fc.assert(
      fc.property(cases, (c) => {
        const { crf, chain } = build(c);
        const scores = { states: stateScores(crf, chain), moves: transitionScores(crf, chain) };
        const total = allPaths(chain.length).reduce((sum, path) => sum + Math.exp(pathScore(LABELS, path, scores)), 0);
        expect(sums(LABELS, scores.states, scores.moves).logPartition).toBeCloseTo(Math.log(total), 6);
      }),
    );
  });
  test('the probabilities of a word’s labels sum to one', () => {
    fc.assert(
      fc.property(cases, (c) => {
        const { crf, chain } = build(c);
        const chances = marginals(LABELS, stateScores(crf, chain), transitionScores(crf, chain));
        for (let i = 0; i < chain.length; i++)
          expect(chances.slice(i * LABELS, (i + 1) * LABELS).reduce((a, b) => a + b)).toBeCloseTo(1, 9);
      }),
    );
  });
  test('a pinned label stands where it is pinned and nowhere else', () => {
    fc.assert(
      fc.property(cases, (c) => {
        const { crf, chain } = build(c);
        const pinned = { ...chain, pinned: { from: 0, to: 1, label: 1 } };
        const path = viterbi(LABELS, stateScores(crf, pinned), transitionScores(crf, pinned));
        expect([...path].map((label) => label === 1)).toEqual([...path].map((_, i) => i === 0));
      }),
    );
  });
});
