import { dataRows } from './data.js';
import { pick, spin, type Thesaurus } from './find-spinner.js';

/** Rewriting by rule: how much of each. */
export interface Rewriting {
  readonly thesaurus: Thesaurus;
  /** "russian" → "Russia", for "the Russian president" → "the president of Russia". */
  readonly demonyms: ReadonlyMap<string, string>;
  readonly random: () => number;
}

/** Demonyms and their countries, lower case to name. */
export function demonyms(): ReadonlyMap<string, string> {
  const rows = dataRows<{ name: { common: string }; demonyms?: { eng?: { m?: string } } }>('countries.jsonl');
  return new Map(
    rows.flatMap((row) => (row.demonyms?.eng?.m ? [[row.demonyms.eng.m.toLowerCase(), row.name.common] as const] : [])),
  );
}

const CONNECTIVES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bhowever\b/gi, ['but', 'nevertheless']],
  [/\balthough\b/gi, ['even though', 'while']],
  [/\bbecause\b/gi, ['since', 'given that']],
  [/\baccording to\b/gi, ['as stated by', 'as reported by']],
  [/\balso\b/gi, ['too', 'in addition']],
  [/\bin order to\b/gi, ['to']],
  [/\bmore than\b/gi, ['over', 'above']],
  [/\bper ?cent\b/gi, ['%']],
  [/\bdid not\b/gi, ["didn't"]],
  [/\bwill be\b/gi, ['is to be', 'is going to be']],
  [/\bat least\b/gi, ['a minimum of']],
  [/\bas well as\b/gi, ['and']],
  [/\bsaid that\b/gi, ['told', 'declared that', 'indicated']],
];

/** A sentence of more characters isn't dropped: a text without punctuation is one sentence. */
const LONG = 600;

/** A text in new sentences, as an editor or a translation there and back makes them: facts in order, names and numbers kept. */
export function rewrite(text: string, rewriting: Rewriting): string {
  const { random } = rewriting;
  const sentences = text.replace(/\s+/g, ' ').split(/(?<=[a-z0-9”"][.!?][”"]?) (?=[A-Z“"])/);
  const kept = sentences.filter((sentence) => random() > 0.08 || sentence.length > LONG);
  for (let i = 1; i < kept.length; i++) {
    if (random() < 0.06) [kept[i - 1], kept[i]] = [kept[i] ?? '', kept[i - 1] ?? ''];
  }
  return kept.map((sentence) => reword(sentence, rewriting)).join(' ');
}

function reword(sentence: string, rewriting: Rewriting): string {
  const { random, demonyms: places } = rewriting;
  let made = sentence;
  if (random() < 0.35) made = rotateClauses(made, random);
  if (random() < 0.5) made = toPassive(made);
  made = made.replace(/\b([A-Z][a-z]+) ([a-z]+(?:er|or|ent|ant|ist|ry|on))\b/g, (all, name: string, noun: string) => {
    const place = places.get(name.toLowerCase());
    return place !== undefined && random() < 0.5 ? `${noun} of ${place}` : all;
  });
  made = made.replace(/\b([A-Z][a-z]+)['’]s ([a-z]+)\b/g, (all, owner: string, thing: string) =>
    random() < 0.4 ? `the ${thing} of ${owner}` : all,
  );
  made = made.replace(
    /([“"][^”"]{5,}[”"]),? (?:said|says) ([A-Z][a-z]+(?: [A-Z][a-z]+)*)/g,
    (all, quote: string, name: string) => (random() < 0.5 ? `${name} said: ${quote}` : all),
  );
  for (const [from, to] of CONNECTIVES) made = made.replace(from, (all) => (random() < 0.6 ? pick(to, random) : all));
  made = made.replace(/\b(?:the|a|an) (?=[a-z])/g, (all) => (random() < 0.12 ? '' : all));
  return spin(made, { thesaurus: rewriting.thesaurus, rate: 0.28, noise: 0.15, random });
}

/** "In May, the court ruled, after a hearing" → "the court ruled, after a hearing in May". */
function rotateClauses(sentence: string, random: () => number): string {
  const end = /[.!?][”"]?$/.exec(sentence)?.[0] ?? '';
  const clauses = sentence.slice(0, sentence.length - end.length).split(', ');
  if (clauses.length < 2 || clauses.length > 5) return sentence;
  const turn = 1 + Math.floor(random() * (clauses.length - 1));
  return [...clauses.slice(turn), ...clauses.slice(0, turn)].join(', ') + end;
}

/** "The agency approved the sale" → "The sale was approved by the agency", where a plain past tense stands between two short phrases. */
function toPassive(sentence: string): string {
  return sentence.replace(
    /\b((?:The|A|[A-Z][a-z]+)(?: [A-Za-z]+){0,3}?) ([a-z]{3,}ed) ((?:the|a|an|his|her|its|their)(?: [a-z]+){1,3})(?=[ ,.])/,
    '$3 was $2 by $1',
  );
}
