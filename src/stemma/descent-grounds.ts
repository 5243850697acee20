import type { Ground } from '../collation/collation.js';
import { sum } from './compare-rows.js';
import { countsOf, type FamilyKin, groundsOf, rowAt } from './family-kin.js';
import type { Choice } from './order-search.js';
import { ABSENT, OMITTED } from './reading-table.js';

/** Readings quoted in a ground. */
const EXAMPLES = 3;
/** Below this probability of its direction a descent says so. */
const SURE_DIRECTION = 0.75;

/** One descent among the others. */
interface Pair {
  readonly exemplar: number;
  readonly copy: number;
  readonly direction: number;
}

/** What a descent rests on, for people: the text itself, shared changes, then dates, credits, wording. */
export function descentGrounds(kin: FamilyKin, choices: readonly Choice[], pair: Pair): Ground[] {
  const { exemplar, copy } = pair;
  const lost = exemplar >= kin.kept;
  const { taken, words, changed, shared } = textShare(kin, exemplar, copy);
  const texts: Ground[] = [
    {
      kind: 'text',
      text: `${taken} of its ${words} words are in sentences that the exemplar ${lost ? 'must have had' : 'has'}; ${changed} of ${shared} were replaced.`,
    },
  ];
  const own = sharedChanges(kin, choices, pair);
  if (own.count > 0) texts.push({ kind: 'shared-error', text: sharedText(own, lost), weight: own.count });
  const signed = groundsOf(kin, exemplar, copy).map((ground): Ground => ({
    kind: ground.kind,
    text: ground.text,
    ...(ground.nats === 0
      ? {}
      : { favours: ground.nats > 0 ? 'base' : 'witness', weight: round(Math.abs(ground.nats)) }),
  }));
  const unsure: Ground[] =
    pair.direction < SURE_DIRECTION
      ? [{ kind: 'unknown', text: 'Which of the two is the older cannot be told from what is known.' }]
      : [];
  return [...unsure, ...texts, ...signed, ...fullerGrounds(kin, exemplar, copy)];
}

/** How much of a copy's text its exemplar has. */
export interface TextShare {
  readonly words: number;
  /** Words in sentences that the exemplar has. */
  readonly taken: number;
  /** Places that both have, and those of them that were changed. */
  readonly shared: number;
  readonly changed: number;
}

export function textShare(kin: FamilyKin, exemplar: number, copy: number): TextShare {
  const counts = countsOf(kin, exemplar, copy);
  const changed = sum(counts.changed);
  return { words: counts.all, taken: counts.all - counts.lacked, shared: changed + sum(counts.same), changed };
}

function fullerGrounds(kin: FamilyKin, exemplar: number, copy: number): Ground[] {
  const { added, words } = countsOf(kin, exemplar, copy);
  const back = countsOf(kin, copy, exemplar);
  const without = (lacks: Float64Array, all: Float64Array): number =>
    all.reduce((count, size, u) => count + (2 * (lacks[u] ?? 0) > size ? 1 : 0), 0);
  const [more, less] = [without(added, words), without(back.added, back.words)];
  if (more > 0 && less > 0) return [{ kind: 'fuller', text: 'Each has sentences that the other lacks.' }];
  if (more > 0) return [{ kind: 'fuller', favours: 'witness', text: 'It has sentences that the exemplar lacks.' }];
  if (less === 0) return [];
  return [{ kind: 'fuller', favours: 'base', text: 'The exemplar is fuller: the copy lacks sentences of it.' }];
}

interface SharedChanges {
  readonly count: number;
  readonly examples: readonly string[];
}

/** Readings in which the exemplar departs from its own exemplar and the copy goes with it. */
function sharedChanges(kin: FamilyKin, choices: readonly Choice[], { exemplar, copy }: Pair): SharedChanges {
  const above = choices[exemplar]?.exemplars[0];
  if (above === undefined) return { count: 0, examples: [] };
  const [old, own, young] = [above, exemplar, copy].map((witness) => rowAt(kin, witness).at);
  const word = (reading: number): string => (reading === OMITTED ? '' : (kin.table.texts[reading] ?? ''));
  let count = 0;
  const examples: string[] = [];
  for (let place = 0; place < kin.table.places; place++) {
    const [before, changed] = [old?.[place] ?? ABSENT, own?.[place] ?? ABSENT];
    if (before === ABSENT || changed <= OMITTED || before === changed || young?.[place] !== changed) continue;
    count++;
    if (examples.length < EXAMPLES) examples.push(`“${word(changed)}” for “${word(before)}”`);
  }
  return { count, examples };
}

function sharedText({ count, examples }: SharedChanges, lost: boolean): string {
  const readings = `${count} changed reading${count === 1 ? '' : 's'} (${examples.join(', ')}${count > examples.length ? ', …' : ''})`;
  return lost
    ? `It shares ${readings} with others that must come from the lost page.`
    : `It has ${readings} of the exemplar’s own.`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
