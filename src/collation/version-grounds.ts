import type { Page } from '../page/page.js';
import { snapshotOf } from '../page/story-address.js';
import type { Ground } from './collation.js';
import { timeApart } from './time-apart.js';

/**
 * Which of two versions of one story is the older. What speaks of age between outlets says nothing here: both bear one name
 * and one address, both are dated when the story first came out, and people at the outlet changed the words.
 */
export function versionGrounds(base: Page, witness: Page): Ground[] {
  return [touchGround(base, witness) ?? snapshotGround(base, witness) ?? noteGround(base, witness)].flatMap(
    (ground) => ground ?? [],
  );
}

/** What a version says of its having been changed, where the other doesn't: "This story has been updated with…". */
export function noteOfChange(later: Page, earlier: Page): string | undefined {
  const known = new Set(notesOn(earlier));
  return notesOn(later).find((note) => !known.has(note));
}

function touchGround(base: Page, witness: Page): Ground | undefined {
  const [here = '', there = ''] = [base, witness].map(({ published, modified }) => modified ?? published);
  const apart = timeApart(here, there);
  if (apart === undefined) return undefined;
  return versionGround(
    apart > 0,
    `last changed ${apart > 0 ? here : there}, the other ${apart > 0 ? there : here}`,
    TOUCHED,
  );
}

function snapshotGround(base: Page, witness: Page): Ground | undefined {
  const [here, there] = [snapshotOf(base), snapshotOf(witness)];
  if (here === undefined || there === undefined || here === there) return undefined;
  return versionGround(there > here, 'an archive saw it first', TOUCHED);
}

function noteGround(base: Page, witness: Page): Ground | undefined {
  const [here, there] = [noteOfChange(base, witness), noteOfChange(witness, base)];
  if ((here === undefined) === (there === undefined)) return undefined;
  return versionGround(there !== undefined, `the other says “${there ?? here ?? ''}”`, NOTED);
}

function versionGround(isBase: boolean, why: string, weight: number): Ground {
  const favours = isBase ? 'base' : 'witness';
  return { kind: 'version', text: `Versions of one story, the ${favours} the earlier: ${why}.`, favours, weight };
}

function notesOn({ parts }: Page): readonly string[] {
  return parts.filter(({ kind }) => kind === 'correction').map(({ text }) => text);
}

/** An outlet's clock, or an archive's, is no outlet's word against another's. As sure as a canonical link in the stemma; not measured apart. */
const TOUCHED = 5;
/** A note of change may be taken off again. Not measured. */
const NOTED = 3;
