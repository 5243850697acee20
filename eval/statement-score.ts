/** Figures for statements found against statements annotated. Ranges are characters. */
export interface Triple {
  readonly source: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly content: readonly Pair[];
}

type Pair = readonly [start: number, end: number];

/** Right, found and expected, summed over articles. */
export interface Tally {
  right: number;
  found: number;
  expected: number;
}

export const SCORES = [
  'content exact',
  'content half',
  'content tokens',
  'cue overlap',
  'source exact',
  'triple exact',
  'triple overlap',
] as const;
export type Scores = Record<(typeof SCORES)[number], Tally>;

export function emptyScores(): Scores {
  return Object.fromEntries(SCORES.map((name) => [name, { right: 0, found: 0, expected: 0 }])) as Scores;
}

export function f1(tally: Tally): number {
  return tally.found + tally.expected === 0 ? 0 : (2 * tally.right) / (tally.found + tally.expected);
}

/** How far two statements match in what a score counts; 0 where they don't. */
const MATCHES: Readonly<
  Record<Exclude<keyof Scores, 'content tokens' | 'source exact'>, (a: Triple, b: Triple) => number>
> = {
  'content exact': (a, b) => (same(a.content, b.content) ? 1 : 0),
  'content half': (a, b) => atLeast(0.5, overlap(a.content, b.content)),
  'cue overlap': (a, b) => overlap(a.cue, b.cue),
  'triple exact': (a, b) => (same(a.content, b.content) && same(a.cue, b.cue) && same(a.source, b.source) ? 1 : 0),
  'triple overlap': (a, b) =>
    touch(a.source, b.source) && overlap(a.cue, b.cue) > 0 ? overlap(a.content, b.content) : 0,
};

/** Adds one article. Attributions without a content do not count. Each found statement serves one expected statement at most. */
export function addScores(
  scores: Scores,
  text: string,
  sides: { found: readonly Triple[]; expected: readonly Triple[] },
): void {
  const found = sides.found.filter((t) => t.content.length > 0);
  const expected = sides.expected.filter((t) => t.content.length > 0);
  const add = (tally: Tally, lists: readonly [readonly Triple[], readonly Triple[]], match: Match): void => {
    tally.right += pairUp(...lists, match);
    tally.found += lists[0].length;
    tally.expected += lists[1].length;
  };
  for (const [name, match] of Object.entries(MATCHES)) add(scores[name as keyof Scores], [found, expected], match);
  const withSource = (list: readonly Triple[]) => list.filter((t) => t.source.length > 0);
  add(scores['source exact'], [withSource(found), withSource(expected)], (a, b) =>
    same(a.source, b.source) ? 1 + overlap(a.content, b.content) : 0,
  );
  addTokens(scores['content tokens'], text, { found, expected });
}

type Match = (a: Triple, b: Triple) => number;

function addTokens(tally: Tally, text: string, sides: { found: readonly Triple[]; expected: readonly Triple[] }): void {
  const [found, expected] = [covered(text, sides.found), covered(text, sides.expected)];
  for (const { index } of text.matchAll(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)) {
    tally.found += found[index] ?? 0;
    tally.expected += expected[index] ?? 0;
    tally.right += (found[index] ?? 0) & (expected[index] ?? 0);
  }
}

function covered(text: string, triples: readonly Triple[]): Uint8Array {
  const cover = new Uint8Array(text.length);
  for (const triple of triples) for (const [start, end] of triple.content) cover.fill(1, start, end);
  return cover;
}

/** Size of a greedy one-to-one matching, best pairs first. */
function pairUp(
  found: readonly Triple[],
  expected: readonly Triple[],
  score: (a: Triple, b: Triple) => number,
): number {
  const pairs: { a: number; b: number; s: number }[] = [];
  found.forEach((x, a) => {
    expected.forEach((y, b) => {
      const s = score(x, y);
      if (s > 0) pairs.push({ a, b, s });
    });
  });
  pairs.sort((p, q) => q.s - p.s || p.a - q.a || p.b - q.b);
  const usedA = new Set<number>();
  const usedB = new Set<number>();
  for (const { a, b } of pairs) {
    if (usedA.has(a) || usedB.has(b)) continue;
    usedA.add(a);
    usedB.add(b);
  }
  return usedA.size;
}

function same(a: readonly Pair[], b: readonly Pair[]): boolean {
  return a.length === b.length && a.every((pair, i) => pair[0] === b[i]?.[0] && pair[1] === b[i][1]);
}

/** Both absent, or sharing a character. */
function touch(a: readonly Pair[], b: readonly Pair[]): boolean {
  return a.length === 0 && b.length === 0 ? true : overlap(a, b) > 0;
}

function atLeast(least: number, value: number): number {
  return value >= least ? value : 0;
}

/** Intersection over union in characters. */
function overlap(a: readonly Pair[], b: readonly Pair[]): number {
  let shared = 0;
  for (const x of a) for (const y of b) shared += Math.max(0, Math.min(x[1], y[1]) - Math.max(x[0], y[0]));
  const size = (list: readonly Pair[]) => list.reduce((sum, [start, end]) => sum + end - start, 0);
  return shared / (size(a) + size(b) - shared || 1);
}
