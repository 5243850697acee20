/**
 * The same thing said, wherever it is carried: statements of many pages grouped by what was said, by whom, and when.
 * Where one page copies the other and the words of the one statement lie in the place of the other's, they are the same,
 * whatever a machine did to the wording. Elsewhere speaker and content must agree: contents by shared word families,
 * weighed by rarity in the family (cosine). Links are closed transitively. Cost: statements that share a rare word.
 */
import type { Range } from '../collation/collation.js';
import type { FamilyCollations } from '../collation/family-collation.js';
import type { Lexicon } from '../witness/lexicon.js';
import type { Witness } from '../witness/witness.js';
import { otherSide } from './other-side.js';
import type { Statement } from './statement.js';
import { tellsSomething } from './tells-something.js';
import { firstWhere } from '../witness/first-where.js';

/** A statement by its page's place in the family and its own place on the page. */
export interface StatementPlace {
  readonly page: number;
  readonly statement: number;
}

export interface GroupingTools {
  readonly lexicon: Lexicon;
  /** Collations of the family, where there are any. */
  readonly collations?: FamilyCollations;
}

/** Share of the shorter content that must lie in the other's place. .5: the same half that counts as a match of spans. */
const LEAST_OVERLAP = 0.5;
/**
 * Cosine of contents from which two statements say the same, with the same speaker and with one speaker unknown.
 * With the same speaker .3, .4, .5, .6 hold .99, .97, .91, .79 of the equal pairs of pairs-news-sentences, and .048, .021,
 * .010, .006 of two statements of one speaker in an article of PolNeAR (tune halves); of the latter pairs between .4 and
 * .5 about half say the same, headline and text. .7 holds .61 of the equal pairs and none of two events.
 */
const LEAST_LIKENESS = { named: 0.4, unnamed: 0.7 };
/** Words that more statements hold than this lead to no comparison by themselves. */
const MOST_POSTINGS = 60;
/** Content words that a statement needs to be compared by content. */
const FEWEST_WORDS = 3;

/** Groups of statements that say the same, each in family order, in order of their first. Every statement is in one group; attitudes and contents that only point are in none. */
export function groupStatements(
  family: readonly Witness[],
  statements: readonly (readonly Statement[])[],
  tools: GroupingTools,
): (readonly StatementPlace[])[] {
  const places = statements.flatMap((list, page) =>
    list.flatMap((one, statement): StatementPlace[] =>
      tellsSomething(family[page]?.text ?? '', one) ? [{ page, statement }] : [],
    ),
  );
  const first = new Map<string, number>();
  places.forEach((place, i) => first.set(`${place.page}:${place.statement}`, i));
  const links = new Int32Array(places.length).map((_, i) => i);
  const link = (a: number, b: number): void => void (links[rootOf(links, a)] = rootOf(links, b));
  const linkPlaces = (a = -1, b = -1): void => (a < 0 || b < 0 ? undefined : link(a, b));
  const contents = places.map((place) => contentOf(family, statements, place, tools.lexicon));
  for (const { base, witness, collation } of tools.collations ?? []) {
    // Two reports of their own, or of two stories, share stretches by chance: there content alone decides.
    if (collation.relations.independent + collation.relations.unrelated >= 0.5) continue;
    statements[base]?.forEach((left, i) => {
      const there = otherSide(left.content, collation.passages);
      if (there.length === 0) return;
      statements[witness]?.forEach((right, j) => {
        if (overlap(there, right.content) >= LEAST_OVERLAP && sameTime(left, right))
          linkPlaces(first.get(`${base}:${i}`), first.get(`${witness}:${j}`));
      });
    });
  }
  for (const [a, b] of candidates(contents)) if (saySame(contents[a], contents[b])) link(a, b);
  const groups = new Map<number, StatementPlace[]>();
  places.forEach((place, i) => {
    const root = rootOf(links, i);
    groups.set(root, [...(groups.get(root) ?? []), place]);
  });
  return [...groups.values()];
}

interface Content {
  readonly statement: Statement;
  /** Lemmas of content words with their weights; unit length. */
  readonly weights: ReadonlyMap<string, number>;
}

function contentOf(
  family: readonly Witness[],
  statements: readonly (readonly Statement[])[],
  place: StatementPlace,
  lexicon: Lexicon,
): Content {
  const statement = statements[place.page]?.[place.statement] as Statement;
  const witness = family[place.page] as Witness;
  const weights = new Map<string, number>();
  for (const form of formsIn(witness, statement.content)) {
    if (lexicon.isFunctionWord(form) || !/[\p{L}\p{N}]/u.test(form)) continue;
    const lemma = lexicon.lemma(lexicon.spelling(form));
    weights.set(lemma, -Math.log((lexicon.frequency(form) + 0.5) / 1e6));
  }
  const length = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0));
  return { statement, weights: new Map([...weights].map(([lemma, weight]) => [lemma, weight / length])) };
}

function formsIn(witness: Witness, ranges: readonly Range[]): string[] {
  return ranges.flatMap(([start, end]) => {
    const found: string[] = [];
    for (let i = firstToken(witness, start); i < witness.length && (witness.start[i] ?? 0) < end; i++)
      found.push(witness.forms[witness.form[i] ?? 0] ?? '');
    return found;
  });
}

function firstToken(witness: Witness, offset: number): number {
  return firstWhere(witness.length, (i) => (witness.start[i] ?? 0) >= offset);
}

/** Pairs that share a word which few statements hold. */
function candidates(contents: readonly Content[]): Iterable<readonly [number, number]> {
  const postings = new Map<string, number[]>();
  contents.forEach(({ weights }, i) => {
    if (weights.size < FEWEST_WORDS) return;
    for (const lemma of weights.keys()) postings.set(lemma, [...(postings.get(lemma) ?? []), i]);
  });
  const pairs = new Map<number, readonly [number, number]>();
  for (const list of postings.values()) {
    if (list.length > MOST_POSTINGS) continue;
    list.forEach((a, i) => list.slice(i + 1).forEach((b) => pairs.set(a * contents.length + b, [a, b])));
  }
  return pairs.values();
}

function saySame(a: Content | undefined, b: Content | undefined): boolean {
  if (!a || !b || !sameTime(a.statement, b.statement)) return false;
  if (isDenial(a.statement) !== isDenial(b.statement)) return false;
  const names = sameSpeaker(a.statement.name, b.statement.name);
  if (names === false) return false;
  let likeness = 0;
  for (const [lemma, weight] of a.weights) likeness += weight * (b.weights.get(lemma) ?? 0);
  return likeness >= (names ? LEAST_LIKENESS.named : LEAST_LIKENESS.unnamed);
}

/** True or false where both are named: one name's last word is in the other. Undefined where one is not. */
function sameSpeaker(a: string | undefined, b: string | undefined): boolean | undefined {
  if (a === undefined || b === undefined) return undefined;
  const left = a.toLowerCase().split(/[\s,]+/);
  const right = b.toLowerCase().split(/[\s,]+/);
  return left.includes(right.at(-1) ?? '') || right.includes(left.at(-1) ?? '');
}

function sameTime(a: Statement, b: Statement): boolean {
  return a.time === undefined || b.time === undefined || a.time.startsWith(b.time) || b.time.startsWith(a.time);
}

function isDenial(statement: Statement): boolean {
  return statement.marks.includes('denial');
}

/** Characters in common, as a share of the shorter. */
function overlap(a: readonly Range[], b: readonly Range[]): number {
  let common = 0;
  for (const [from, to] of a)
    for (const [start, end] of b) common += Math.max(0, Math.min(to, end) - Math.max(from, start));
  const shorter = Math.min(lengthOf(a), lengthOf(b));
  return shorter === 0 ? 0 : common / shorter;
}

function lengthOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, [start, end]) => sum + end - start, 0);
}

function rootOf(links: Int32Array, at: number): number {
  let root = at;
  while ((links[root] ?? root) !== root) root = links[root] ?? root;
  for (let next = at; next !== root;) {
    const above = links[next] ?? root;
    links[next] = root;
    next = above;
  }
  return root;
}
