import type { Lexicon } from '../witness/lexicon.js';
import { fillerOf } from './fillers.js';
import { Kind, runCount } from './run-table.js';
import { establishedPhrases } from './established-phrases.js';
import { phrasePrior } from './phrase-prior.js';
import { idOf, type SpinModel } from './spin-model.js';
import { wordHash } from './word-hash.js';
import { follows, rowOfHash } from './word-vectors.js';

/**
 * What a run of words was before a machine reworded several of them at once: "swimming pool picture" ← "pool photo".
 * Each word and known phrase may have stood for any of its originals or for itself; a beam keeps the likeliest sequences,
 * by how well the words follow each other and how readily the substitutes are given.
 * Source: beam search over a lattice, as decoders of noisy channels do (Brown et al. 1993). Cost: words × beam × originals.
 */
export interface RestoredPhrase {
  readonly text: string;
  /** Logarithm, comparable within one run only. */
  readonly score: number;
}

/** A run of words and its neighbours: hashes, 0 beyond a breach. */
export interface Run {
  readonly forms: readonly string[];
  readonly before: number;
  readonly after: number;
}

const BEAM = 24;

/** One word as the scores need it. */
interface End {
  readonly hash: number;
  readonly row: number;
  readonly count: number;
}

interface Path {
  readonly score: number;
  readonly words: readonly string[];
  readonly last: End;
  readonly beforeLast: number;
}

interface Arc {
  readonly to: number;
  readonly word: string;
  readonly first: End;
  readonly last: End;
  readonly prior: number;
}

/** The likeliest wordings of a run, best first, at most `most`; the run itself may be among them. */
export function restorePhrase(
  run: Run,
  { lexicon, model }: { readonly lexicon: Lexicon; readonly model: SpinModel },
  most: number,
): readonly RestoredPhrase[] {
  const beams: Path[][] = Array.from({ length: run.forms.length + 1 }, () => []);
  beams[0] = [{ score: 0, words: [], last: endOf(model, run.before), beforeLast: 0 }];
  const after = endOf(model, run.after);
  for (let at = 0; at < run.forms.length; at++) {
    const paths = (beams[at] ?? []).sort((a, b) => b.score - a.score).slice(0, BEAM);
    for (const arc of arcsAt(run.forms, at, { lexicon, model }))
      for (const path of paths) beams[arc.to]?.push(follow(path, arc, model));
  }
  const best = new Map<string, number>();
  for (const path of beams[run.forms.length] ?? []) {
    const text = path.words.join(' ');
    const score = path.score + pairScore(model, path.last, after);
    if (score > (best.get(text) ?? -Infinity)) best.set(text, score);
  }
  for (const { text, score } of run.forms.length > 1 ? establishedPhrases(run.forms, { lexicon, model }) : []) {
    best.set(text, Math.max(best.get(text) ?? -Infinity, score + phraseScore(text, model)));
  }
  return [...best]
    .map(([text, score]) => ({ text, score }))
    .sort((a, b) => b.score - a.score)
    .slice(0, most);
}

function arcsAt(
  forms: readonly string[],
  at: number,
  { lexicon, model }: { readonly lexicon: Lexicon; readonly model: SpinModel },
): readonly Arc[] {
  const arcs: Arc[] = [];
  const { keep } = model.weights.phrase;
  for (let to = at + 1; to <= Math.min(forms.length, at + 4); to++) {
    const form = forms.slice(at, to).join(' ');
    const id = idOf(model, form);
    if (to === at + 1) {
      const end = endOf(model, wordHash(form));
      arcs.push({ to, word: form, first: end, last: end, prior: keep });
    }
    if (id < 0) continue;
    for (let i = model.offsets[id] ?? 0; i < (model.offsets[id + 1] ?? 0); i++) {
      const packed = model.originals[i] ?? 0;
      const { first, last, firstRow, lastRow, count } = fillerOf(packed >>> 8, lexicon, model);
      const word = model.words[packed >>> 8] ?? '';
      arcs.push({
        to,
        word,
        first: { hash: first, row: firstRow, count },
        last: { hash: last, row: lastRow, count },
        prior: phrasePrior(model, packed),
      });
    }
  }
  return arcs;
}

function follow(path: Path, arc: Arc, model: SpinModel): Path {
  const { frequency, triple } = model.weights.phrase;
  let score =
    path.score +
    arc.prior +
    frequency * Math.log(Math.max(arc.first.count, 0.5)) +
    pairScore(model, path.last, arc.first);
  if (path.beforeLast !== 0)
    score += triple * Math.log(1 + runCount(model.runs, Kind.triple, path.beforeLast, path.last.hash, arc.first.hash));
  return { score, words: [...path.words, arc.word], last: arc.last, beforeLast: path.last.hash };
}

/** How much likelier the two stand side by side than by chance, as counted and as smoothed. */
function pairScore(model: SpinModel, first: End, second: End): number {
  if (first.hash === 0 || second.hash === 0) return 0;
  const { pair, smoothed } = model.weights.phrase;
  const expected = (first.count * second.count) / model.total;
  return (
    pair * Math.log((runCount(model.runs, Kind.pair, first.hash, second.hash) + SMOOTH) / (expected + SMOOTH)) +
    smoothed * follows(model, first.row, second.row)
  );
}

const SMOOTH = 0.1;

function endOf(model: SpinModel, hash: number): End {
  const id = hash === 0 ? undefined : model.idOfHash.get(hash);
  return { hash, row: rowOfHash(model, hash), count: Math.max(0.5, id === undefined ? 0 : (model.counts[id] ?? 0)) };
}

/** What the words of a phrase get for following each other. */
function phraseScore(text: string, model: SpinModel): number {
  const { frequency, triple, established } = model.weights.phrase;
  const ends = text.split(' ').map((word) => endOf(model, wordHash(word)));
  return ends.reduce((sum, end, i) => {
    const before = ends[i - 1];
    const earlier = ends[i - 2];
    const run =
      before && earlier
        ? triple * Math.log(1 + runCount(model.runs, Kind.triple, earlier.hash, before.hash, end.hash))
        : 0;
    return sum + frequency * Math.log(end.count) + run + (before ? pairScore(model, before, end) : 0);
  }, established);
}
