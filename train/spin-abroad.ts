import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { FUNCTION_WORDS } from '../src/witness/function-words.js';
import type { Machine } from './spin-samples.js';
import { OTHER } from './spin-texts.js';

/** Translations that more words share are endings or remarks, and those of one word pair nothing. */
const FEWEST = 2;
const MOST = 25;
/** Substitutes kept of a word, those that most translations speak for first: about as many as large thesauri give. */
const KEPT = 60;

/**
 * A machine whose pairs the lexicon mostly lacks: it takes a word for another where both have the same translation in a
 * dictionary of some other language (pivoting: Bannard and Callison-Burch 2005). All senses are alike to it, as to careless spinners.
 */
export function machineFromAbroad(): Machine {
  const shared = new Map<string, Map<string, number>>();
  for (const file of dictionaries()) {
    for (const heads of headsByTranslation(gunzipSync(readFileSync(file)).toString('utf8')).values()) {
      if (heads.size < FEWEST || heads.size > MOST) continue;
      for (const from of heads) {
        const to = shared.get(from) ?? new Map<string, number>();
        shared.set(from, to);
        for (const other of heads) if (other !== from) to.set(other, (to.get(other) ?? 0) + 1);
      }
    }
  }
  const substitutes = new Map(
    [...shared].map(([from, to]) => [
      from,
      [...to]
        .sort((a, b) => b[1] - a[1])
        .slice(0, KEPT)
        .map(([word]) => word),
    ]),
  );
  return { name: 'abroad', thesaurus: (phrase) => (FUNCTION_WORDS.has(phrase) ? [] : (substitutes.get(phrase) ?? [])) };
}

/** Debian's FreeDict dictionaries from English, as `spin-sources.sh` unpacks them. */
function dictionaries(): readonly string[] {
  if (!existsSync(OTHER)) throw new Error(`No dictionaries in ${OTHER}: run train/spin-sources.sh first.`);
  return readdirSync(OTHER)
    .sort()
    .flatMap((name) => {
      const folder = `${OTHER}/${name}/usr/share/dictd`;
      return name.startsWith('dict-freedict-eng-')
        ? readdirSync(folder)
            .filter((file) => file.endsWith('.dict.dz'))
            .map((file) => `${folder}/${file}`)
        : [];
    });
}

/** English headwords of one or two words by translation. */
function headsByTranslation(dictionary: string): ReadonlyMap<string, ReadonlySet<string>> {
  const heads = new Map<string, Set<string>>();
  let head = '';
  for (const line of dictionary.split('\n')) {
    const entry = /^([A-Za-z][A-Za-z '-]*?) \/[^/]*\//.exec(line);
    if (entry) {
      head = (entry[1] ?? '').toLowerCase();
      continue;
    }
    if (line.trim() === '' || !/^[a-z]+(?: [a-z]+)?$/.test(head) || /^\s*(?:Synonym|see|Note|"|\()/.test(line))
      continue;
    for (const translation of translationsOf(line)) {
      const known = heads.get(translation);
      if (known) known.add(head);
      else heads.set(translation, new Set([head]));
    }
  }
  return heads;
}

function translationsOf(line: string): readonly string[] {
  return line
    .replace(/<[^>]*>|\[[^\]]*\]|\([^)]*\)|"[^"]*"/g, '')
    .replace(/^\s*(?:\d+\.|[IVX]+\.)\s*/, '')
    .split(/[,;|]/)
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part.length > 2 && part.length < 30);
}
