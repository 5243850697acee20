import type { Page } from '../src/page/page.js';
import type { Spun } from '../src/testing/edits.js';
import { spin, type Thesaurus } from '../src/testing/spinner.js';
import { dataTexts, packageTexts, sentenceTexts, type Role, type SourceText } from './spin-texts.js';
import { spread } from './spin-spread.js';
import { Source } from '../src/spin/substitutes.js';
import type { Substitutes } from './spin-lexicon.js';

/** A plain text as a page without parts. */
export function plainPage(text: string): Page {
  return { byline: [], parts: [], text, source: text, claims: [], notes: [] };
}

/** Sources of running prose, as pages have it; the others are manuals and dictionaries. */
const PROSE: ReadonlySet<string> = new Set(['reuters', 'prosecutors', 'senate', 'polnear', 'news-pairs', 'old-books']);

/** Human texts of one role from all sources, cut to 120–600 words, so many a source, always the same ones. */
export function sampleTexts(
  role: Role,
  most: { readonly prose: number; readonly other: number },
): readonly SourceText[] {
  const bySource = new Map<string, SourceText[]>();
  for (const text of [...dataTexts(role), ...joinedSentences(role), ...packageTexts(role)]) {
    const cut = cutText(text);
    if (!cut) continue;
    const list = bySource.get(text.source);
    if (list) list.push(cut);
    else bySource.set(text.source, [cut]);
  }
  return [...bySource].flatMap(([source, list]) =>
    list.sort((a, b) => spread(a.id) - spread(b.id)).slice(0, PROSE.has(source) ? most.prose : most.other),
  );
}

/** Ten sentences of one set as one text: single sentences are no page. */
export function* joinedSentences(role: Role): Generator<SourceText> {
  let held: SourceText[] = [];
  for (const text of sentenceTexts(role)) {
    if (held.length > 0 && (held[0]?.source !== text.source || held.length === 10)) {
      const [first] = held;
      if (first) yield { ...first, text: held.map((one) => one.text).join('\n\n') };
      held = [];
    }
    held.push(text);
  }
}

const LEAST_WORDS = 120;
const MOST_WORDS = 600;

/** A text of at least 120 words, cut at 600. */
export function cutText(text: SourceText): SourceText | undefined {
  const words = text.text.split(/\s+/).length;
  if (words < LEAST_WORDS) return undefined;
  if (words <= MOST_WORDS) return text;
  let end = 0;
  let left = MOST_WORDS;
  for (const match of text.text.matchAll(/\S+/g)) {
    if (left-- === 0) break;
    end = match.index + match[0].length;
  }
  return { ...text, text: text.text.slice(0, end) };
}

/** A machine that rewords: which pairs it knows. */
export interface Machine {
  readonly name: string;
  readonly thesaurus: Thesaurus;
}

/** Machines made from the substitutes, by where a pair is known from; each ignores what the others know. */
export function machines(substitutes: Substitutes): readonly Machine[] {
  const make = (name: string, bits: number, usual = 0): Machine => {
    const known = new Map<string, string[]>();
    const usuals = new Map<string, string[]>();
    for (const [to, originals] of substitutes) {
      for (const [from, sources] of originals) {
        if (sources & bits) push(known, from, to);
        if (sources & usual) push(usuals, from, to);
      }
    }
    return { name, thesaurus: (phrase) => usuals.get(phrase) ?? known.get(phrase) ?? [] };
  };
  return [
    make('synsets', Source.firstSense | Source.sense),
    make('kinds', Source.near),
    make('dictionary', Source.dictionary | Source.paraphrase | Source.judged),
    make('habits', Source.firstSense, Source.habit),
    make('all', 255),
    make('farm', 0, Source.habit),
    loose(substitutes),
  ];
}

/** A careless machine: gives substitutes of substitutes, as thesauri do that list everything remotely alike. */
function loose(substitutes: Substitutes): Machine {
  const known = new Map<string, string[]>();
  for (const [to, originals] of substitutes)
    for (const [from, sources] of originals) if (sources & ~Source.tortured) push(known, from, to);
  const far = (phrase: string): readonly string[] => {
    const near = known.get(phrase) ?? [];
    return [...new Set([...near, ...near.flatMap((word) => known.get(word) ?? [])])].filter((word) => word !== phrase);
  };
  return { name: 'loose', thesaurus: far };
}

function push(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Rewords a text; the seed depends on its id, so that it is always reworded alike. */
export function reword(text: SourceText, machine: Machine, rate: number): Spun {
  return spin(text.text, {
    thesaurus: machine.thesaurus,
    rate,
    seed: spread(`${text.id} ${machine.name} ${rate}`),
    keepQuotations: spread(text.id) % 4 === 0,
  });
}
