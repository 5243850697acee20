/**
 * The same thing said, wherever it is carried: statements of many pages grouped by what was said, by whom, and when.
 * Where one page copies the other and the words of the one statement lie in the place of the other's, they are the same,
 * whatever was done to the wording. Elsewhere speaker and content must agree: contents by shared word families,
 * weighed by rarity in the family (cosine). Links are closed transitively. Two contents that contradict each other are
 * one statement, told in two ways, where all else is alike and no page has both. Cost: statements that share a rare word.
 */
import type { FamilyCollations } from '../collation/family-collation.js';
import type { Lexicon } from '../witness/lexicon.js';
import type { Witness } from '../witness/witness.js';
import { contentLikeness, contentWeights, pairsToCompare } from './content-likeness.js';
import { contentDifferences } from './content-differences.js';
import { type LinkedSets, linkedSets } from './linked-sets.js';
import { otherSide } from './other-side.js';
import type { Said } from './reading-difference.js';
import { isSamePlace, isTakenOver } from './same-place.js';
import { isSameSpeaker } from './same-speaker.js';
import type { Statement } from './statement.js';
import { tellsSomething } from './tells-something.js';

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

/**
 * Cosine of contents from which two statements say the same, with the same speaker and with one speaker unknown.
 * With the same speaker .3, .4, .5, .6 hold .99, .97, .91, .79 of the equal pairs of pairs-news-sentences, and .048, .021,
 * .010, .006 of two statements of one speaker in an article of PolNeAR (tune halves); of the latter pairs between .4 and
 * .5 about half say the same, headline and text. .7 holds .61 of the equal pairs and none of two events.
 */
const LEAST_LIKENESS = { named: 0.4, unnamed: 0.7 };
/**
 * Cosine from which two contents that contradict each other are one statement told in two ways. Of the pairs of
 * pairs-news-sentences (tune half) that do, 62 of 87 from .5 on are marked as saying the same, 45 of 55 from .6, 27 of 29 from .7.
 */
const LEAST_OPPOSED = 0.7;

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
  const sets = linkedSets(places.length);
  linkByPlace(places, statements, tools, sets);
  const said = places.map(({ page, statement }) => ({
    witness: family[page] as Witness,
    statement: statements[page]?.[statement] as Statement,
  }));
  linkByContent(places, said, tools, sets);
  return sets.all().map((set) => set.map((i) => places[i] as StatementPlace));
}

/** Links statements whose contents lie in each other's place in a text that was taken over. */
function linkByPlace(
  places: readonly StatementPlace[],
  statements: readonly (readonly Statement[])[],
  { collations = [] }: GroupingTools,
  sets: LinkedSets,
): void {
  const byName = new Map(places.map(({ page, statement }, i) => [`${page}:${statement}`, i]));
  for (const { base, witness, collation } of collations) {
    if (!isTakenOver(collation)) continue;
    statements[base]?.forEach((left, i) => {
      const a = byName.get(`${base}:${i}`);
      if (a === undefined) return;
      const there = otherSide(left.content, collation.passages);
      if (there.length === 0) return;
      statements[witness]?.forEach((right, j) => {
        const b = byName.get(`${witness}:${j}`);
        if (b !== undefined && isSamePlace(there, left, right)) sets.link(a, b);
      });
    });
  }
}

/** Links what agrees, then, likest first, what contradicts each other and stands on no page twice. */
function linkByContent(
  places: readonly StatementPlace[],
  said: readonly Said[],
  { lexicon }: GroupingTools,
  sets: LinkedSets,
): void {
  const contents = said.map((one) => contentWeights(one, lexicon));
  const opposed: { readonly a: number; readonly b: number; readonly likeness: number }[] = [];
  for (const [a, b] of pairsToCompare(contents)) {
    if (sets.rootOf(a) === sets.rootOf(b)) continue;
    const [left, right] = [said[a] as Said, said[b] as Said];
    const isNamed = isSameSpeaker(left.statement.name, right.statement.name);
    if (isNamed === false || !isSameTime(left.statement, right.statement)) continue;
    const likeness = contentLikeness(contents[a] ?? new Map(), contents[b] ?? new Map());
    if (likeness < (isNamed === true ? LEAST_LIKENESS.named : LEAST_LIKENESS.unnamed)) continue;
    if (contentDifferences(left, right, lexicon).length === 0) sets.link(a, b);
    else if (isNamed === true && likeness >= LEAST_OPPOSED) opposed.push({ a, b, likeness });
  }
  const pages = new Map<number, Set<number>>();
  places.forEach(({ page }, i) => pages.set(sets.rootOf(i), (pages.get(sets.rootOf(i)) ?? new Set()).add(page)));
  const pagesOf = (at: number): ReadonlySet<number> => pages.get(sets.rootOf(at)) ?? new Set();
  for (const { a, b } of opposed.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b)) {
    const [left, right] = [pagesOf(a), pagesOf(b)];
    if (intersect(left, right)) continue;
    sets.link(a, b);
    pages.set(sets.rootOf(a), new Set([...left, ...right]));
  }
}

function intersect(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return [...a].some((one) => b.has(one));
}

function isSameTime(a: Statement, b: Statement): boolean {
  return a.time === undefined || b.time === undefined || a.time.startsWith(b.time) || b.time.startsWith(a.time);
}
