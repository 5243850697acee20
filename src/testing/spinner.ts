import { analyse, inflect } from './inflection.js';
import { applyEdits, type Edit, type PlantedKind, type SpinWord, type Spun } from './edits.js';
import { plantChanges } from './plant.js';
import { pick, seeded } from './seeded.js';

/** Lower-case word or phrase (up to three words) to what may stand for it. */
export type Thesaurus = (phrase: string) => readonly string[];

export interface SpinOptions {
  readonly thesaurus: Thesaurus;
  /** Share of words to replace, 0 to 1; fewer where the thesaurus runs out. */
  readonly rate: number;
  readonly seed: number;
  /** Leave words inside quotation marks alone. Default false. */
  readonly keepQuotations?: boolean;
  /** Also reword capitalised words inside a sentence. Default false. */
  readonly touchNames?: boolean;
  /** How many changes of each kind to plant besides. */
  readonly plant?: Readonly<Partial<Record<PlantedKind, number>>>;
}

/** Rewords a text as content farms do, from a given thesaurus, and tells every swap: same seed, same text. */
export function spin(text: string, options: SpinOptions): Spun {
  const random = seeded(options.seed);
  const words = spinWords(text);
  const planted = plantChanges(words, { wanted: options.plant ?? {}, random });
  const swaps = swapEdits(words, planted, options, random);
  return applyEdits(text, [...planted, ...swaps]);
}

/** The words of a text, with what a spinner looks at. */
function spinWords(text: string): readonly SpinWord[] {
  const words: SpinWord[] = [];
  let quoted = false;
  let opening = true;
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:[-'’.,][\p{L}\p{N}]+)*|["“”.!?\n]/gu)) {
    const token = match[0];
    if (token === '"') quoted = !quoted;
    else if (token === '“') quoted = true;
    else if (token === '”' || token === '\n') quoted = false;
    if (/^["“”.!?\n]$/.test(token)) {
      if (/[.!?\n]/.test(token) && !(token === '.' && isShort(words.at(-1)))) opening = true;
      continue;
    }
    words.push({ start: match.index, end: match.index + token.length, text: token, quoted, opening });
    opening = false;
  }
  return words;
}

/** "U.S.", "Sen.", "J.": a stop after it ends no sentence. */
function isShort(word: SpinWord | undefined): boolean {
  return word !== undefined && /^(?:\p{Lu}(?:\.\p{Lu})*|\p{Lu}\p{Ll}{1,3})$/u.test(word.text);
}

function swapEdits(
  words: readonly SpinWord[],
  planted: readonly Edit[],
  options: SpinOptions,
  random: () => number,
): Edit[] {
  const possible: Edit[] = [];
  let next = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (!word || word.start < next) continue;
    const edit = swapAt(words, i, options, random);
    if (!edit || planted.some((other) => other.start < edit.end && edit.start < other.end)) continue;
    possible.push(edit);
    next = edit.end;
  }
  const wanted = Math.round(options.rate * words.length);
  return sample(possible, wanted, random);
}

/** The longest phrase at this word that the thesaurus knows, replaced. */
function swapAt(words: readonly SpinWord[], at: number, options: SpinOptions, random: () => number): Edit | undefined {
  for (let length = 3; length >= 1; length--) {
    const run = words.slice(at, at + length);
    const first = run[0];
    const last = run.at(-1);
    if (run.length < length || !first || !last) continue;
    if (
      run.some(
        (word) => (options.keepQuotations && word.quoted) || /\p{N}/u.test(word.text) || word.quoted !== first.quoted,
      )
    )
      continue;
    if (run.some((word) => /^\p{Lu}/u.test(word.text) && !word.opening && !options.touchNames)) continue;
    const phrase = run.map((word) => word.text.toLowerCase()).join(' ');
    if (length > 1 && last.end - first.start !== phrase.length) continue;
    const substitute = substituteFor(phrase, options.thesaurus, random);
    if (substitute === undefined) continue;
    return { start: first.start, end: last.end, to: cased(substitute, first.text) };
  }
  return undefined;
}

function substituteFor(phrase: string, thesaurus: Thesaurus, random: () => number): string | undefined {
  for (const { base, ending } of phrase.includes(' ') ? [{ base: phrase, ending: '' as const }] : analyse(phrase)) {
    const found = thesaurus(base).filter((entry) => entry !== base);
    const substitute = pick(found, random);
    if (substitute === undefined) continue;
    const inflected = inflect(substitute, ending);
    if (inflected !== phrase) return inflected;
  }
  return undefined;
}

function cased(substitute: string, like: string): string {
  if (like.length > 1 && like === like.toUpperCase()) return substitute.toUpperCase();
  return /^\p{Lu}/u.test(like) ? substitute.charAt(0).toUpperCase() + substitute.slice(1) : substitute;
}

/** That many of the items, each set as likely, in their order. */
function sample<Item>(items: readonly Item[], wanted: number, random: () => number): Item[] {
  let left = wanted;
  return items.filter((_, i) => {
    const take = random() * (items.length - i) < left;
    if (take) left--;
    return take;
  });
}
