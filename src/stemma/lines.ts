import { isDirected, type Stemma } from './stemma.js';

/** Witnesses that these go back to, by copyings of known direction; none of these themselves. */
export function ancestorsOf(stemma: Stemma, own: ReadonlySet<string>): ReadonlySet<string> {
  return reached(stemma, own, ({ exemplar, copy }) => [copy, exemplar]);
}

/** Witnesses that go back to these, by copyings of known direction; none of these themselves. */
export function descendantsOf(stemma: Stemma, own: ReadonlySet<string>): ReadonlySet<string> {
  return reached(stemma, own, ({ exemplar, copy }) => [exemplar, copy]);
}

type Tie = Stemma['descents'][number];

function reached(
  { descents }: Stemma,
  own: ReadonlySet<string>,
  step: (tie: Tie) => readonly [from: string, to: string],
): ReadonlySet<string> {
  const steps = descents.filter(isDirected).map(step);
  const found = new Set(own);
  for (const at of found) for (const [from, to] of steps) if (from === at) found.add(to);
  return new Set([...found].filter((siglum) => !own.has(siglum)));
}
