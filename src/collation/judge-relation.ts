import { RELATIONS, type Relation } from './collation.js';
import type { RelationFeatures } from './collation-view.js';

/** A few small networks whose opinions are averaged: standardised features through dense layers, tanh between, softmax at the end. Trained by `train/relation.ts`. */
export interface RelationModel {
  readonly features: readonly string[];
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  readonly networks: readonly (readonly Layer[])[];
}

/** A row of weights and a bias an output. */
export interface Layer {
  readonly weights: readonly (readonly number[])[];
  readonly bias: readonly number[];
}

/** Probabilities of the six relations, summing to 1. */
export function judgeRelation(features: RelationFeatures, model: RelationModel): Readonly<Record<Relation, number>> {
  const input = model.features.map((name, f) =>
    clamp(((features[name] ?? 0) - (model.mean[f] ?? 0)) / (model.scale[f] ?? 1)),
  );
  const opinions = model.networks.map((network) => opinionOf(network, input));
  const mean = RELATIONS.map(
    (_, r) => opinions.reduce((sum, opinion) => sum + (opinion[r] ?? 0), 0) / Math.max(1, opinions.length),
  );
  return Object.fromEntries(RELATIONS.map((relation, r) => [relation, mean[r] ?? 0])) as Record<Relation, number>;
}

function opinionOf(network: readonly Layer[], input: readonly number[]): readonly number[] {
  let values = input;
  network.forEach(({ weights, bias }, l) => {
    const sums = weights.map((row, o) => row.reduce((sum, weight, i) => sum + weight * (values[i] ?? 0), bias[o] ?? 0));
    values = l < network.length - 1 ? sums.map(Math.tanh) : softmax(sums);
  });
  return values;
}

/** The likeliest; the first named of equals. */
export function likeliest(relations: Readonly<Record<Relation, number>>): Relation {
  return RELATIONS.reduce((best, relation) => (relations[relation] > relations[best] ? relation : best), 'verbatim');
}

/** Features far outside of what training saw say no more than its edge. */
function clamp(value: number): number {
  return Math.max(-FARTHEST, Math.min(FARTHEST, value));
}

function softmax(sums: readonly number[]): number[] {
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / all);
}

/** Standard deviations. */
const FARTHEST = 4;
