import { collate } from '../src/collation/collate.js';
import type { Knowledge } from '../src/knowledge/knowledge.js';
import type { Page } from '../src/page/page.js';
import { seeded } from '../src/testing/seeded.js';
import { spin, type Thesaurus } from '../src/testing/spinner.js';
import { plainWitness } from '../src/testing/plain-witness.js';
import type { Witness } from '../src/witness/witness.js';

export interface DirectionTally {
  right: number;
  wrong: number;
  unknown: number;
}

/**
 * Original and copy in either order, with ground for a direction: a third has dates only (one in twenty lies), a third
 * is spun and undated, a third is spun or cut and dated or credited.
 */
export function directionTrial(
  texts: readonly string[],
  thesaurus: Thesaurus,
  { lexicon, relationModel }: Knowledge,
): DirectionTally {
  const tally = { right: 0, wrong: 0, unknown: 0 };
  texts.forEach((text, seed) => {
    const random = seeded(seed + 100);
    const kind = seed % 3;
    const copied =
      kind === 0
        ? text
        : spin(text, { thesaurus, rate: kind === 1 || random() < 0.6 ? 0.15 + 0.3 * random() : 0.02, seed }).text;
    const hours = random() < 0.05 ? -20 * random() : 0.5 + 60 * random();
    const isDated = kind === 0 || (kind === 2 && random() < 0.6);
    const isCredited = kind === 2 && (!isDated || random() < 0.3);
    const original = pageOf(
      text,
      { outlet: 'Norrvale Wire', ...(isDated ? { published: '2026-03-04T09:00:00Z' } : {}) },
      lexicon,
    );
    const later = new Date(Date.parse('2026-03-04T09:00:00Z') + hours * 3_600_000).toISOString();
    const copy = pageOf(
      copied,
      {
        outlet: 'Daily Spark',
        ...(isDated ? { published: later } : {}),
        ...(isCredited ? { credit: 'Norrvale Wire contributed to this report.' } : {}),
      },
      lexicon,
    );
    const turned = random() < 0.5;
    const { direction } = collate(turned ? copy : original, turned ? original : copy, {
      lexicon,
      model: relationModel,
    });
    const truth = turned ? 'witness' : 'base';
    tally[direction === 'unknown' ? 'unknown' : direction === truth ? 'right' : 'wrong']++;
  });
  return tally;
}

interface About {
  readonly outlet: string;
  readonly published?: string;
  readonly credit?: string;
}

function pageOf(text: string, { credit, ...about }: About, lexicon: Knowledge['lexicon']): Witness {
  const witness = plainWitness(text, lexicon);
  const page: Page = {
    ...witness.page,
    ...about,
    parts: credit === undefined ? witness.page.parts : [...witness.page.parts, { kind: 'contributor', text: credit }],
  };
  return { ...witness, page };
}
