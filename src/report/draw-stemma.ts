import type { Stemma } from '../stemma/stemma.js';
import { harmless, paint, type Style } from './paint.js';
import { momentOf, percentOf, shorten, tieOf } from './plain-words.js';
import type { PlacedDescent, PlacedWitness } from './placed-stemma.js';
import { layOutStemma } from './stemma-layout.js';

/**
 * The stemma for a terminal: copies under what they were copied from, with how, how sure, and on what grounds.
 * Lines are at most `style.width - 2` columns wide, so that a report may indent them.
 */
export function drawStemma(stemma: Stemma, style: Style, traced?: string): string {
  const { witnesses, descents } = layOutStemma(stemma);
  const into = new Map<string, PlacedDescent[]>();
  for (const descent of descents)
    into.set(descent.copy.witness.siglum, [...(into.get(descent.copy.witness.siglum) ?? []), descent]);
  return witnesses
    .map((placed, i) =>
      line(
        {
          placed,
          into: into.get(placed.witness.siglum) ?? [],
          branch: branchOf(witnesses, i),
          traced: placed.witness.siglum === traced,
        },
        style,
      ),
    )
    .join('\n');
}

interface Drawn {
  readonly placed: PlacedWitness;
  readonly into: readonly PlacedDescent[];
  readonly branch: string;
  /** The page that was asked about. */
  readonly traced: boolean;
}

function line({ placed, into, branch, traced }: Drawn, style: Style): string {
  const { witness } = placed;
  const siglum = witness.lost ? `(${witness.siglum})` : witness.siglum;
  const main = into.find((descent) => !descent.further);
  const others = into
    .filter((descent) => descent.further)
    .map((descent) => `also from ${descent.exemplar.witness.siglum}, ${tieOf(descent)}`);
  const facts = [
    main === undefined ? undefined : `${tieOf(main)}, ${percentOf(main.probability)}`,
    ...others,
    main && groundsOf(main),
  ].filter((fact) => fact !== undefined);
  const room = Math.max(20, style.width - 2 - branch.length - siglum.length - 1);
  const name = shorten(`${traced ? 'this page: ' : ''}${nameFor(placed)}`, Math.max(12, Math.floor(room * 0.55)));
  const rest = facts.length === 0 ? '' : ` ${shorten(`← ${facts.join('; ')}`, Math.max(8, room - name.length - 1))}`;
  return `${paint(style, 'quiet', branch)}${paint(style, 'strong', siglum)} ${name}${paint(style, 'quiet', rest)}`;
}

function nameFor({ witness, shown }: PlacedWitness): string {
  if (witness.lost) return 'lost: nobody kept it';
  const name = harmless(witness.outlet ?? witness.title ?? witness.url ?? witness.id ?? 'a page');
  if (shown === undefined) return name;
  return `${name}, ${shown === witness.published ? '' : 'changed '}${momentOf(shown)}`;
}

/** What speaks for a descent, in two words each, the weightiest first. */
function groundsOf(descent: PlacedDescent): string | undefined {
  const words = [...descent.grounds]
    .filter((ground) => ground.favours !== 'witness')
    .sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0))
    .map((ground) => IN_PASSING[ground.kind])
    .filter((word) => word !== undefined);
  return words.length === 0 ? undefined : [...new Set(words)].slice(0, 3).join(', ');
}

const IN_PASSING: Readonly<Record<string, string>> = {
  unknown: 'which is older is unknown',
  'shared-error': 'shared changes',
  earlier: 'later date',
  credited: 'names it',
  leftover: 'leftovers',
  fuller: 'shorter',
  wording: 'rarer words',
  version: 'same address, changed later',
};

/** The box characters that lead to a row. */
function branchOf(witnesses: readonly PlacedWitness[], row: number): string {
  const { depth } = witnesses[row] as PlacedWitness;
  if (depth === 0) return '';
  const goesOn = (level: number): boolean => {
    const next = witnesses.slice(row + 1).find((other) => other.depth <= level);
    return next?.depth === level;
  };
  const trunk = Array.from({ length: depth - 1 }, (_, level) => (goesOn(level + 1) ? '│  ' : '   ')).join('');
  return `${trunk}${goesOn(depth) ? '├─ ' : '└─ '}`;
}
