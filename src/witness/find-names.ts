import { formAt } from './form.js';
import type { Lexicon } from './lexicon.js';
import type { Tokens } from './tokenise.js';
import { Flag, type DateSpan, type SentenceSpan, type Span } from './witness.js';

/**
 * Names: runs of capitalised words, with particles inside ("Ursula von der Leyen", "Ministry of Defence").
 * A sentence's first word counts where it's no function word and either the run goes on, or it stands capitalised
 * elsewhere inside a sentence, or the lexicon doesn't know it. Weekdays, months and "I" don't count; neither does a
 * line set in capitals or in title case throughout (a headline says nothing about names).
 */
export function findNames(
  tokens: Tokens,
  sentences: readonly SentenceSpan[],
  dates: readonly DateSpan[],
  lexicon: Lexicon,
): Span[] {
  const dated = new Uint8Array(tokens.length);
  for (const date of dates) dated.fill(1, date.from, date.to);
  const inner = new Set<number>();
  const loose = sentences.map((sentence) => isShouted(tokens, sentence));
  sentences.forEach((sentence, s) => {
    if (!loose[s])
      for (let i = sentence.from + 1; i < sentence.to; i++) if (isCapital(tokens, i)) inner.add(tokens.form[i] ?? -1);
  });
  const found: Span[] = [];
  sentences.forEach((sentence, s) => {
    const canOpen = (i: number): boolean => {
      if (!isCapital(tokens, i) || dated[i] === 1) return false;
      const form = formAt(tokens, i);
      if (form === 'i' || form.startsWith("i'") || lexicon.isFunctionWord(form)) return false;
      if (loose[s]) return inner.has(tokens.form[i] ?? -1) || lexicon.frequency(form) === 0;
      return (
        !isOpening(tokens, sentence, i) ||
        inner.has(tokens.form[i] ?? -1) ||
        lexicon.frequency(form) === 0 ||
        isCapital(tokens, i + 1)
      );
    };
    for (let i = sentence.from; i < sentence.to;) {
      if (!canOpen(i)) {
        i++;
        continue;
      }
      const to = endOfRun(tokens, dated, i, sentence.to);
      found.push({ from: i, to });
      i = to;
    }
  });
  return found;
}

function endOfRun(tokens: Tokens, dated: Uint8Array, from: number, limit: number): number {
  let to = from + 1;
  for (let i = to; i < limit && i - to <= 2; i++) {
    if (isCapital(tokens, i) && dated[i] === 0) to = i + 1;
    else if (!PARTICLES.has(formAt(tokens, i))) break;
  }
  return to;
}

function isCapital(tokens: Tokens, i: number): boolean {
  return ((tokens.flags[i] ?? 0) & Flag.capital) !== 0;
}

/** First word of the sentence, opening marks aside. */
function isOpening(tokens: Tokens, sentence: SentenceSpan, i: number): boolean {
  for (let k = sentence.from; k < i; k++) if (((tokens.flags[k] ?? 0) & Flag.punctuation) === 0) return false;
  return true;
}

/** Nearly every longer word is capitalised: capitals carry no information here. */
function isShouted(tokens: Tokens, sentence: SentenceSpan): boolean {
  let words = 0;
  let capitals = 0;
  for (let i = sentence.from; i < sentence.to; i++) {
    if (((tokens.flags[i] ?? 0) & Flag.word) === 0 || (tokens.end[i] ?? 0) - (tokens.start[i] ?? 0) < 4) continue;
    words++;
    if (isCapital(tokens, i)) capitals++;
  }
  return words >= SHOUTED_WORDS && capitals >= words * SHOUTED_SHARE;
}

/** Fewer longer words may all be names by chance. */
const SHOUTED_WORDS = 5;
/** Title case capitalises all longer words; a sentence of running text, even one full of names, rarely over half. */
const SHOUTED_SHARE = 0.85;
const PARTICLES = new Set('of the de la le du da di van von der den bin ibn al el &'.split(' '));
