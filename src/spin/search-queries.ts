import { Flag, type Witness } from '../witness/witness.js';
import type { SuspectSpan } from './inspection.js';
import { restorable } from './restore-text.js';
import type { SpinModel } from './spin-model.js';
import { wordHash } from './word-hash.js';

/**
 * Strings to search the web with: what a machine leaves alone. Runs of words without a suspect, as exact phrases;
 * quotations restored; names with sums; names with the page's rarest words. Each kind is ranked by how much its words
 * tell (−log2 of their frequency), and the kinds take turns, the most telling first. Of use on any page, spun or not.
 */
export function searchQueries(witness: Witness, spans: readonly SuspectSpan[], model: SpinModel): readonly string[] {
  const page = lookAt(witness, spans, model);
  const exact = exactPhrases(page);
  const quoted = restoredQuotations(page);
  const sums = namesWithNumbers(page);
  const rare = namesWithRareWords(page);
  const turns = [exact[0], sums[0], quoted[0], rare[0], exact[1], sums[1], quoted[1], exact[2], sums[2]];
  return [...new Set(turns.filter((query) => query !== undefined))];
}

/** Words of an exact phrase: fewer are not telling, more break at one unseen swap. */
const LEAST_RUN = 5;
const MOST_RUN = 9;
/** A word that is a suspect to this degree breaks a run: lower than what is shown, since an exact phrase fails on a single swap. */
const BREAKING = 0.3;
const MOST_NAMES = 3;

interface LookedAt {
  readonly witness: Witness;
  readonly spans: readonly SuspectSpan[];
  /** Bits that each token tells; 0 for punctuation. */
  readonly bits: Float64Array;
  readonly suspected: Uint8Array;
  readonly names: readonly string[];
}

function lookAt(witness: Witness, spans: readonly SuspectSpan[], model: SpinModel): LookedAt {
  const bits = new Float64Array(witness.length);
  const suspected = new Uint8Array(witness.length);
  const marks = spans.filter((span) => span.probability >= BREAKING).sort((a, b) => a.start - b.start);
  let m = 0;
  for (let i = 0; i < witness.length; i++) {
    const start = witness.start[i] ?? 0;
    while (m < marks.length && (marks[m]?.end ?? 0) <= start) m++;
    if ((marks[m]?.start ?? Infinity) <= start) suspected[i] = 1;
    if ((witness.flags[i] ?? 0) & Flag.punctuation) continue;
    const id = model.idOfHash.get(wordHash(witness.forms[witness.form[i] ?? 0] ?? ''));
    bits[i] = Math.min(20, Math.log2(model.total / Math.max(1, id === undefined ? 1 : (model.counts[id] ?? 1))));
  }
  return { witness, spans, bits, suspected, names: namesByWeight(witness) };
}

/** Names of the page, those of several words and those named often first; a name that is part of a chosen one is left out. */
function namesByWeight(witness: Witness): readonly string[] {
  const weights = new Map<string, number>();
  for (const span of witness.names) {
    const name = textOf(witness, span.from, span.to);
    if (name.length < 3 || name.length > 60) continue;
    weights.set(name, (weights.get(name) ?? 0) + Math.min(3, span.to - span.from));
  }
  const chosen: string[] = [];
  for (const [name] of [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    if (!chosen.some((other) => other.includes(name) || name.includes(other))) chosen.push(name);
    if (chosen.length === 8) break;
  }
  return chosen;
}

interface ToldRun {
  readonly from: number;
  readonly to: number;
}

const MOST_EXACT = 3;

function exactPhrases(page: LookedAt): readonly string[] {
  const chosen: ToldRun[] = [];
  while (chosen.length < MOST_EXACT) {
    const run = mostTelling(page, chosen);
    if (!run) break;
    chosen.push(run);
  }
  return chosen.map((run) => `"${textOf(page.witness, run.from, run.to)}"`);
}

/** The run without a suspect that tells most for its length, apart from those that were chosen; of two alike, the earlier. */
function mostTelling({ witness, bits, suspected }: LookedAt, chosen: readonly ToldRun[]): ToldRun | undefined {
  let best: ToldRun | undefined;
  let most = -Infinity;
  for (const sentence of witness.sentences) {
    for (let from = sentence.from; from < sentence.to; from++) {
      let told = 0;
      for (let to = from; to < sentence.to && to - from < MOST_RUN; to++) {
        if (suspected[to] === 1 || (bits[to] === 0 && !isJoint(witness, to))) break;
        told += bits[to] ?? 0;
        const length = to - from + 1;
        if (length < LEAST_RUN || told / Math.sqrt(length) <= most) continue;
        if (chosen.some((other) => from < other.to && other.from <= to)) continue;
        [best, most] = [{ from, to: to + 1 }, told / Math.sqrt(length)];
      }
    }
  }
  return best;
}

function restoredQuotations({ witness, spans, bits }: LookedAt): readonly string[] {
  const found: { text: string; told: number }[] = [];
  for (const quotation of witness.quotations) {
    if (quotation.to - quotation.from < LEAST_RUN) continue;
    const to = Math.min(quotation.to, quotation.from + 12);
    let told = 0;
    for (let i = quotation.from; i < to; i++) told += bits[i] ?? 0;
    found.push({ text: restoredSlice(witness, spans, quotation.from, to), told });
  }
  return found.sort((a, b) => b.told - a.told).map(({ text }) => `"${text}"`);
}

function restoredSlice(witness: Witness, spans: readonly SuspectSpan[], from: number, to: number): string {
  const start = witness.start[from] ?? 0;
  const end = witness.end[to - 1] ?? 0;
  let text = '';
  let read = start;
  for (const span of restorable(spans)) {
    if (span.start < read || span.end > end) continue;
    text += witness.text.slice(read, span.start) + (span.suggestions[0]?.text ?? span.text);
    read = span.end;
  }
  return (text + witness.text.slice(read, end)).replace(/\s+/g, ' ').trim();
}

/** A sum or count with the word that it counts, and the names that matter most. */
function namesWithNumbers({ witness, names, suspected, bits }: LookedAt): readonly string[] {
  const found: { text: string; told: number }[] = [];
  for (const number of witness.numbers) {
    const digits = textOf(witness, number.from, number.to);
    if (suspected[number.from] === 1 || !/\d/.test(digits) || /^(?:19|20)\d\d$/.test(digits) || digits.length < 2)
      continue;
    const next = number.to;
    const isThing =
      next < witness.length &&
      (bits[next] ?? 0) > 0 &&
      suspected[next] === 0 &&
      ((witness.flags[next] ?? 0) & Flag.functionWord) === 0;
    const counted = isThing ? ` ${textOf(witness, next, next + 1)}` : '';
    found.push({
      text: `"${digits}${counted}"`,
      told: digits.replace(/\D/g, '').length + (number.unit === undefined ? 0 : 2) + (counted === '' ? 0 : 1),
    });
  }
  const subject = names.slice(0, 2).join(' ');
  return [...new Set(found.sort((a, b) => b.told - a.told).map(({ text }) => `${subject} ${text}`.trim()))];
}

function namesWithRareWords({ witness, names, suspected, bits }: LookedAt): readonly string[] {
  const rare: { word: string; told: number }[] = [];
  for (let i = 0; i < witness.length; i++) {
    const flags = witness.flags[i] ?? 0;
    if (suspected[i] === 1 || (flags & Flag.word) === 0 || flags & (Flag.name | Flag.capital | Flag.functionWord))
      continue;
    rare.push({ word: witness.forms[witness.form[i] ?? 0] ?? '', told: bits[i] ?? 0 });
  }
  const words = [...new Set(rare.sort((a, b) => b.told - a.told).map(({ word }) => word))].slice(0, 3);
  const query = [...names.slice(0, MOST_NAMES), ...words].join(' ');
  return query === '' ? [] : [query];
}

/** Marks that a run may hold: a search engine ignores them. */
function isJoint(witness: Witness, i: number): boolean {
  return /^[-'’,.]$/.test(witness.forms[witness.form[i] ?? 0] ?? '');
}

function textOf(witness: Witness, from: number, to: number): string {
  return witness.text.slice(witness.start[from] ?? 0, witness.end[to - 1] ?? 0).replace(/\s+/g, ' ');
}
