import type { Ground } from '../collation/collation.js';
import type { Exemplars } from './descent-score.js';
import type { FamilyEvidence } from './family-evidence.js';
import { ELSEWHERE } from './word-alignment.js';

/** Readings quoted in a ground. */
const EXAMPLES = 3;
/** Below this probability of its direction a descent says so. */
const SURE_DIRECTION = 0.75;

/** What a descent rests on, for people: the text itself, shared changes, then dates, credits, wording. */
export function descentGrounds(
  evidence: FamilyEvidence,
  exemplars: Exemplars,
  pair: { exemplar: number; copy: number; direction: number },
): Ground[] {
  const { exemplar, copy } = pair;
  const descent = evidence.descent[exemplar]?.[copy];
  if (!descent) return [];
  const lost = exemplar >= evidence.kept;
  const words = evidence.words.witnesses[copy]?.count ?? 0;
  const { taken, aligned, replaced } = descent.gain;
  const texts: Ground[] = [
    {
      kind: 'text',
      text: `${taken} of its ${words} words are in sentences that the exemplar ${lost ? 'must have had' : 'has'}; ${replaced} of ${aligned} were replaced.`,
    },
  ];
  const shared = sharedChanges(evidence, exemplars, pair);
  if (shared.count > 0)
    texts.push({ kind: 'shared-error', text: sharedText(shared, lost), weight: round(shared.count) });
  const signed = descent.grounds.map((ground): Ground => ({
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
  return [...unsure, ...texts, ...signed];
}

interface SharedChanges {
  readonly count: number;
  readonly examples: readonly string[];
}

/** Readings in which the exemplar departs from its own exemplar and the copy goes with it. */
function sharedChanges(
  evidence: FamilyEvidence,
  exemplars: Exemplars,
  { exemplar, copy }: { exemplar: number; copy: number },
): SharedChanges {
  const above = exemplars[exemplar]?.[0];
  const { witnesses, forms } = evidence.words;
  const toExemplar = above === undefined ? undefined : evidence.descent[above]?.[exemplar]?.alignment.toWitness;
  const toCopy = evidence.descent[exemplar]?.[copy]?.alignment.toWitness;
  const old = above === undefined ? undefined : witnesses[above];
  if (!toExemplar || !toCopy || !old) return { count: 0, examples: [] };
  let count = 0;
  const examples: string[] = [];
  for (let i = 0; i < old.count; i++) {
    const there = toExemplar[i] ?? ELSEWHERE;
    const image = there < 0 ? ELSEWHERE : (toCopy[there] ?? ELSEWHERE);
    if (image < 0) continue;
    const changed = witnesses[exemplar]?.form[there];
    if (changed === old.form[i] || witnesses[copy]?.form[image] !== changed) continue;
    count++;
    if (examples.length < EXAMPLES)
      examples.push(`“${forms[changed ?? 0] ?? ''}” for “${forms[old.form[i] ?? 0] ?? ''}”`);
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
