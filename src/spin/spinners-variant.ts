import type { SpinModel } from './spin-model.js';
import { idOf } from './spin-model.js';
import { Source } from './substitutes.js';

/** How likely two readings are a machine's work, and which way. Probabilities, 0 to 1. */
export interface SpinnersVariant {
  /** That `to` is a machine's substitute for `from`. */
  readonly forward: number;
  /** That `from` is a machine's substitute for `to`. */
  readonly backward: number;
}

/**
 * Judges a pair of readings by itself, without context: known habits of machines tell the direction, thesauri the kinship;
 * where both sides are equally well known the rarer word is the substitute.
 * Forms are lower case; phrases of up to four words with single blanks.
 */
export function spinnersVariant(from: string, to: string, model: SpinModel): SpinnersVariant {
  const there = sourcesOf(from, to, model);
  const back = sourcesOf(to, from, model);
  if (there === 0 && back === 0) return { forward: 0, backward: 0 };
  const likely = Math.max(likelihood(there), likelihood(back));
  const rarer = Math.log((countOf(from, model) + 1) / (countOf(to, model) + 1));
  const habit = (there & Source.habit ? 1 : 0) - (back & Source.habit ? 1 : 0);
  const lean = 1 / (1 + Math.exp(-(0.35 * rarer + 2.5 * habit)));
  return { forward: likely * lean, backward: likely * (1 - lean) };
}

/** Bits of `Source` by which `to` is known as a substitute for `from`; 0 where it is not. */
export function sourcesOf(from: string, to: string, model: SpinModel): number {
  const id = idOf(model, to);
  const original = idOf(model, from);
  if (id < 0 || original < 0) return 0;
  for (let i = model.offsets[id] ?? 0; i < (model.offsets[id + 1] ?? 0); i++) {
    const packed = model.originals[i] ?? 0;
    if (packed >>> 8 === original) return packed & 255;
  }
  return 0;
}

function likelihood(sources: number): number {
  if (sources & Source.habit) return 0.95;
  if (sources & (Source.firstSense | Source.tortured)) return 0.85;
  if (sources & (Source.sense | Source.paraphrase | Source.judged)) return 0.75;
  return sources === 0 ? 0 : 0.6;
}

function countOf(form: string, model: SpinModel): number {
  const id = idOf(model, form);
  return id < 0 ? 0 : (model.counts[id] ?? 0);
}
