import { mix, PAD, type Put } from './attributes.js';
import type { Chain } from './crf.js';
import type { Reading } from './reading.js';
import { headOf } from './span-bearings.js';
import type { Stretch } from './words.js';

/** A cue with the spans found for it, before it is judged. */
export interface Candidate {
  readonly cue: Stretch;
  readonly source: readonly Stretch[];
  readonly content: readonly Stretch[];
  /** What the cue model gives the cue, 0 to 1. */
  readonly probability: number;
  /** Log probability of the spans given the cue. */
  readonly confidence: number;
}

/** One word long: with it the sequence trainer fits a plain logistic regression (label 1: a statement). */
export function judgeChain(reading: Reading, candidates: readonly Candidate[], o: { at: number; bits: number }): Chain {
  const features: number[] = [];
  const mask = 2 ** o.bits - 1;
  judgeFeatures(reading, candidates, o.at, (template, a, b = 0, c = 0) => {
    features.push(mix(template, a, b, c) & mask);
  });
  return {
    length: 1,
    features: Int32Array.from(features),
    offsets: Uint32Array.of(0, features.length),
    contexts: new Uint16Array(1),
    contextsPerWord: 1,
  };
}

/** Steps of a probability: finer at both ends. */
const STEPS = [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.87, 0.92, 0.96, 0.985];

function step(probability: number): number {
  let s = 0;
  while (s < STEPS.length && probability > (STEPS[s] ?? 1)) s++;
  return s;
}

/** What is known of a candidate, as numbers. */
interface View {
  readonly head: number;
  readonly p: number;
  readonly sure: number;
  readonly source: number;
  readonly content: number;
  readonly after: number;
  readonly gap: number;
  readonly rivals: number;
}

function viewOf(reading: Reading, candidates: readonly Candidate[], at: number): View | undefined {
  const candidate = candidates[at];
  if (candidate === undefined) return undefined;
  const { cue } = candidate;
  const [first] = candidate.content;
  const after = first !== undefined && first.from >= cue.to ? 1 : 0;
  return {
    head: headOf(reading.attributes, cue) + PAD,
    p: step(candidate.probability),
    sure: Math.max(-9, Math.round(candidate.confidence * 2)),
    source: sourceKind(reading, candidate.source[0]),
    content: contentKind(reading, candidate.content),
    after,
    gap: first === undefined ? 9 : Math.min(6, after === 1 ? first.from - cue.to : Math.max(0, cue.from - first.to)),
    rivals: rivalry(candidates, at),
  };
}

function judgeFeatures(reading: Reading, candidates: readonly Candidate[], at: number, put: Put): void {
  const candidate = candidates[at];
  const view = viewOf(reading, candidates, at);
  if (candidate === undefined || view === undefined) return;
  const x = reading.attributes;
  const { head, p, sure, source, content, after, rivals } = view;
  const lemma = x.lemma[head] ?? 0;
  const middle = x.middle[head] ?? 0;
  put(600, 0);
  put(601, p);
  put(602, p, sure);
  put(603, p, source);
  put(604, p, content);
  put(605, p, rivals);
  put(606, lemma);
  put(607, lemma, p);
  put(608, lemma, content);
  put(609, lemma, source);
  put(610, middle, p);
  put(611, middle, content, source);
  put(612, content, source, after);
  put(613, sure, content);
  put(614, sure);
  put(623, rivals, content);
  put(624, p, content, source);
  put(627, sure, source, p);
  placeFeatures(reading, candidate, view, put);
}

/** Where the cue stands and what stands around it. */
function placeFeatures(reading: Reading, { cue, source, content }: Candidate, view: View, put: Put): void {
  const x = reading.attributes;
  const { words } = reading;
  const { head, p } = view;
  const [first] = content;
  put(615, Math.min(4, cue.to - cue.from), p);
  put(616, x.tag[head] ?? 0, x.tag[head - 1] ?? 0, p);
  put(617, x.form[cue.to + PAD] ?? 0, x.lemma[head] ?? 0);
  put(618, view.gap, view.after, view.content);
  put(619, first === undefined ? 0 : (x.form[first.from + PAD] ?? 0), view.after);
  put(620, first === undefined ? 0 : (x.tag[first.from + PAD] ?? 0), view.content);
  put(621, words.headed && words.paragraph[cue.from] === 0 ? 1 : 0, p);
  put(622, x.quoted[head] ?? 0, p);
  put(625, x.coarse[(source[0]?.to ?? 1) - 1 + PAD] ?? 0, x.middle[head] ?? 0);
  put(626, x.form[head] ?? 0, x.tag[head] ?? 0);
}

/** 0 none, 1 pronoun, 2 relative, 3 name, 4 plural or other noun; and whether it stands before the cue. */
function sourceKind(reading: Reading, source: Stretch | undefined): number {
  if (source === undefined) return 0;
  const form = reading.words.forms[source.from] ?? '';
  if (source.to - source.from === 1 && /^(?:he|she|they|it|i|we|you|his|her|their)$/u.test(form)) return 1;
  if (/^(?:who|which|that)$/u.test(form)) return 2;
  for (let i = source.from; i < source.to; i++)
    if ((reading.attributes.shape[i + PAD] ?? 0) === 2 && i > source.from) return 3;
  return (reading.attributes.shape[source.from + PAD] ?? 0) >= 2 ? 4 : 5;
}

/** Length in five steps, times how much of it is quoted (none, some, all). */
function contentKind(reading: Reading, content: readonly Stretch[]): number {
  const length = content.reduce((sum, s) => sum + s.to - s.from, 0);
  let quoted = 0;
  for (const s of content) for (let i = s.from; i < s.to; i++) if ((reading.quotes.inside[i] ?? 0) > 0) quoted++;
  const size = length === 0 ? 0 : length < 3 ? 1 : length < 6 ? 2 : length < 12 ? 3 : length < 25 ? 4 : 5;
  return size * 9 + (quoted === 0 ? 0 : quoted < length ? 1 : 2) * 3 + Math.min(2, Math.max(0, content.length - 1));
}

/** How a candidate stands to those around it: shares its content with a likelier one, lies inside another's content. */
function rivalry(candidates: readonly Candidate[], at: number): number {
  const own = candidates[at];
  if (own === undefined) return 0;
  let shared = 0;
  let nested = 0;
  for (let o = Math.max(0, at - 6); o < Math.min(candidates.length, at + 7); o++) {
    const other = candidates[o];
    if (other === undefined || o === at) continue;
    const overlaps = own.content.some((s) => other.content.some((t) => s.from < t.to && t.from < s.to));
    if (overlaps) shared = Math.max(shared, other.probability > own.probability ? 2 : 1);
    if (other.content.some((t) => t.from <= own.cue.from && own.cue.to <= t.to))
      nested = Math.max(nested, other.probability > 0.5 ? 2 : 1);
  }
  return shared * 3 + nested;
}
