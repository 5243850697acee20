import type { Lexicon } from '../witness/lexicon.js';
import { FIT, type PageModel, type Places } from './context-fit.js';
import { fillersOf, makeFiller, meanFit, type Fit } from './fillers.js';
import { summariseNearness, type Nearness, type Tried } from './nearness.js';
import { NO_VECTOR, type SpinModel } from './spin-model.js';
import { Source } from './substitutes.js';
import { nearness, rowOfHash } from './word-vectors.js';

/** What may have stood where a word stands. */
export interface Original {
  readonly id: number;
  readonly sources: number;
  /** Fit in all places together, by the model's weights. */
  readonly score: number;
}

/** A word type or known phrase with all its places. */
export interface TypeInPlaces extends Places {
  readonly form: string;
  /** -1 where the model does not know it. */
  readonly id: number;
  readonly occurrences: number;
  /** Hashes of its first and last word. */
  readonly ends: { readonly first: number; readonly last: number };
  /** Flags of its first token. */
  readonly flags: number;
  readonly words: number;
}

/** What a page is looked at with. */
export interface PageKnowledge extends PageModel {
  readonly lexicon: Lexicon;
}

/** How the originals do in the word's places, against the word itself. */
export interface Rivals {
  readonly originals: readonly Original[];
  readonly best: Fit | undefined;
  readonly bestScore: number;
  readonly bestPrior: number;
  readonly bestCount: number;
  readonly mass: number;
  readonly habitGain: number;
  readonly onBothSides: number;
  readonly bothGain: number;
  readonly attestedGain: number;
  readonly near: Nearness | undefined;
}

/** Tries each original in the places of a word. Cost: originals × places × look-ups. */
export function compareOriginals(type: TypeInPlaces, own: Fit, page: PageKnowledge): Rivals {
  const { model, lexicon } = page;
  const weights = model.weights.fit;
  const ownScore = dot(weights, own.fit);
  const originals: Original[] = [];
  let [best, bestScore, bestPrior, bestCount]: [Fit | undefined, number, number, number] = [undefined, -Infinity, 0, 1];
  let [mass, habitGain, onBothSides, bothGain, attestedGain] = [0, -4, 0, -6, -6];
  let spare = new Float64Array(FIT.length);
  const fillers = fillersOf(model);
  const priors = priorsOf(model);
  const ownRow = rowOfHash(model, type.ends.last);
  const tried: Tried = { score: [], topic: [], around: [], toWord: [] };
  for (const packed of originalsOf(type.id, model)) {
    const filler = (fillers[packed >>> 8] ??= makeFiller(packed >>> 8, lexicon, model));
    const fit = meanFit(page, type, filler, spare);
    const gain = dot(weights, fit.fit) - ownScore;
    const score = gain + (priors[packed & 255] ?? 0);
    if (fit.left > 0 && fit.right > 0) {
      onBothSides++;
      attestedGain = Math.max(attestedGain, gain);
    }
    const onEach = Math.min((fit.fit[0] ?? 0) - (own.fit[0] ?? 0), (fit.fit[1] ?? 0) - (own.fit[1] ?? 0));
    bothGain = Math.max(bothGain, onEach);
    if (packed & Source.habit) habitGain = Math.max(habitGain, gain);
    mass += Math.exp(Math.min(30, score));
    originals.push({ id: packed >>> 8, sources: packed & 255, score });
    if (score > bestScore) {
      [best, bestScore, bestPrior, bestCount] = [fit, score, score - gain, model.counts[packed >>> 8] ?? 1];
      spare = new Float64Array(FIT.length);
    }
    if (filler.lastRow === NO_VECTOR || ownRow === NO_VECTOR) continue;
    tried.score.push(score);
    tried.topic.push(fit.fit[10] ?? 0);
    tried.around.push(fit.fit[11] ?? 0);
    tried.toWord.push(nearness(model, ownRow, filler.lastRow));
  }
  originals.sort((a, b) => b.score - a.score);
  return {
    originals,
    best,
    bestScore,
    bestPrior,
    bestCount,
    mass,
    habitGain,
    onBothSides,
    bothGain,
    attestedGain,
    near: summariseNearness(tried),
  };
}

/** Packed originals of a word; empty for one that the model does not know. */
export function originalsOf(id: number, model: SpinModel): Uint32Array {
  return id < 0 ? model.originals.subarray(0, 0) : model.originals.subarray(model.offsets[id], model.offsets[id + 1]);
}

/** What each set of sources is worth. */
function priorsOf({ weights: { prior } }: SpinModel): Float64Array {
  const known = PRIORS.get(prior);
  if (known) return known;
  const made = Float64Array.from({ length: 256 }, (_, sources) => {
    let sum = prior[8] ?? 0;
    for (let bit = 0; bit < 8; bit++) if ((sources >>> bit) & 1) sum += prior[bit] ?? 0;
    return sum;
  });
  PRIORS.set(prior, made);
  return made;
}

const PRIORS = new WeakMap<readonly number[], Float64Array>();

function dot(weights: readonly number[], values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (weights[i] ?? 0) * (values[i] ?? 0);
  return sum;
}
