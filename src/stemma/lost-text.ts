/**
 * The text of an ancestor that nobody kept, as its relatives let it be seen: at each place the reading that most of
 * them share (for three of them the median, which is where their ways part: every inner point of a tree is one), and
 * the sentences that at least two of them have. Cost: members × words.
 */
import type { Lexicon } from '../witness/lexicon.js';
import { takenSentences } from './copy-gain.js';
import type { FamilyEvidence } from './family-evidence.js';
import type { WitnessWords } from './family-words.js';
import { ELSEWHERE, markOmitted, OMITTED, type WordAlignment } from './word-alignment.js';

/** A reconstructed text, word for word traced to a witness that has a word in that place. */
export interface LostText {
  readonly words: WitnessWords;
  /** Witness that the word is traced to, and the word's place there. */
  readonly source: Int32Array;
  readonly place: Int32Array;
}

/** Relatives that must all lack a sentence before it counts as the base's own: two often cut the same by chance. */
const FEWEST_TO_DROP = 3;

/** Reconstructs the common ancestor of `base` and its relatives. Undefined where a relative can't be laid beside the base. */
export function reconstruct(evidence: FamilyEvidence, base: number, relatives: readonly number[]): LostText {
  const kept: Written = { form: [], source: [], place: [], sentence: [], sentences: 0 };
  const members = [base, ...relatives];
  const words = evidence.words.witnesses[base] as WitnessWords;
  const shared = sharedSentences(evidence, base, relatives);
  let last = -1;
  for (let i = 0; i < words.count; i++) {
    if (relatives.length >= FEWEST_TO_DROP && !shared[words.sentence[i] ?? 0]) continue;
    const form = commonReading(evidence, { base, place: i }, relatives);
    if (form === OMITTED) continue;
    if (words.sentence[i] !== last) kept.sentences++;
    last = words.sentence[i] ?? 0;
    write(kept, { form, source: base, place: i });
  }
  relatives.forEach((relative, r) => {
    const known = [base, ...relatives.slice(0, r)];
    const others = relatives.slice(r + 1);
    addSentences(evidence, kept, { relative, known, others, members });
  });
  return finish(kept);
}

/** How the lost text lies beside a witness: through the witnesses that its words are traced to. */
export function alignLost(evidence: FamilyEvidence, lost: LostText, witness: number): WordAlignment {
  const words = evidence.words.witnesses[witness] as WitnessWords;
  const toWitness = new Int32Array(lost.words.count).fill(ELSEWHERE);
  const toBase = new Int32Array(words.count).fill(ELSEWHERE);
  for (let i = 0; i < lost.words.count; i++) {
    const image = imageOf(evidence, { base: lost.source[i] ?? 0, place: lost.place[i] ?? 0 }, witness);
    toWitness[i] = image;
    if (image >= 0) toBase[image] = i;
  }
  markOmitted(toWitness, lost.words);
  markOmitted(toBase, words);
  return { toWitness, toBase };
}

interface Written {
  readonly form: number[];
  readonly source: number[];
  readonly place: number[];
  readonly sentence: number[];
  sentences: number;
}

interface Place {
  readonly base: number;
  readonly place: number;
}

function write(kept: Written, word: { form: number; source: number; place: number }): void {
  kept.form.push(word.form);
  kept.source.push(word.source);
  kept.place.push(word.place);
  kept.sentence.push(kept.sentences - 1);
}

function finish(kept: Written): LostText {
  const words = {
    count: kept.form.length,
    start: Uint32Array.from(kept.form, (_, i) => i),
    form: Int32Array.from(kept.form),
    sentence: Int32Array.from(kept.sentence),
    sentences: kept.sentences,
  };
  return { words, source: Int32Array.from(kept.source), place: Int32Array.from(kept.place) };
}

/** For each sentence of the base whether some relative has it: what none has, the base's writer added. */
function sharedSentences(evidence: FamilyEvidence, base: number, relatives: readonly number[]): boolean[] {
  const words = evidence.words.witnesses[base] as WitnessWords;
  const taken = relatives.map((relative) => {
    const alignment = evidence.descent[base]?.[relative]?.alignment;
    return alignment && takenSentences(words, alignment.toWitness);
  });
  return Array.from({ length: words.sentences }, (_, s) => taken.some((has) => has?.[s] ?? false));
}

/** The reading that most have; of equals the more usual word, since copies drift to the rarer one. `OMITTED` where most lack the word. */
function commonReading(evidence: FamilyEvidence, at: Place, relatives: readonly number[]): number {
  const own = evidence.words.witnesses[at.base]?.form[at.place] ?? 0;
  const votes = new Map<number, number>([[own, 1]]);
  for (const relative of relatives) {
    const image = imageOf(evidence, at, relative);
    if (image === ELSEWHERE) continue;
    const reading = image === OMITTED ? OMITTED : (evidence.words.witnesses[relative]?.form[image] ?? 0);
    votes.set(reading, (votes.get(reading) ?? 0) + 1);
  }
  if (votes.size === 1) return own;
  const usual = (reading: number): number => usualness(evidence.words.forms[reading], evidence.lexicon);
  return [...votes].sort(([a, more], [b, less]) => less - more || usual(b) - usual(a) || a - b)[0]?.[0] ?? own;
}

function usualness(form: string | undefined, lexicon: Lexicon): number {
  return form === undefined ? -1 : lexicon.frequency(form);
}

/** Sentences of a relative that none of the known has and one of the others has too. */
function addSentences(
  evidence: FamilyEvidence,
  kept: Written,
  seen: { relative: number; known: readonly number[]; others: readonly number[]; members: readonly number[] },
): void {
  const words = evidence.words.witnesses[seen.relative] as WitnessWords;
  const has = (other: number): boolean[] | undefined => {
    const alignment = evidence.descent[seen.relative]?.[other]?.alignment;
    return alignment && takenSentences(words, alignment.toWitness);
  };
  const known = seen.known.map(has);
  const others = seen.others.map((other) => equalSentences(evidence, seen.relative, other));
  let last = -1;
  for (let i = 0; i < words.count; i++) {
    const s = words.sentence[i] ?? 0;
    if (known.some((taken) => taken?.[s]) || !others.some((equal) => equal[s])) continue;
    const form = commonReading(evidence, { base: seen.relative, place: i }, seen.others);
    if (form === OMITTED) continue;
    if (s !== last) kept.sentences++;
    last = s;
    write(kept, { form, source: seen.relative, place: i });
  }
}

/** For each sentence of a witness whether most of its words stand in the other, letter for letter: a reworded one may merely tell the same. */
function equalSentences(evidence: FamilyEvidence, witness: number, other: number): boolean[] {
  const words = evidence.words.witnesses[witness] as WitnessWords;
  const there = evidence.words.witnesses[other] as WitnessWords;
  const image = evidence.descent[witness]?.[other]?.alignment.toWitness;
  const count = new Int32Array(words.sentences);
  const equal = new Int32Array(words.sentences);
  for (let i = 0; i < words.count; i++) {
    const s = words.sentence[i] ?? 0;
    count[s] = (count[s] ?? 0) + 1;
    if (image && there.form[image[i] ?? ELSEWHERE] === words.form[i]) equal[s] = (equal[s] ?? 0) + 1;
  }
  return Array.from(equal, (same, s) => same * 2 > (count[s] ?? 0));
}

function imageOf(evidence: FamilyEvidence, at: Place, witness: number): number {
  if (at.base === witness) return at.place;
  return evidence.descent[at.base]?.[witness]?.alignment.toWitness[at.place] ?? ELSEWHERE;
}
