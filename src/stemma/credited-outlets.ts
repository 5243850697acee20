import { agenciesIn, isPictureAgency } from '../page/agency.js';
import { OUTLET } from '../page/name-shape.js';
import type { Witness } from '../witness/witness.js';

/** A sentence of at most so many tokens that names an outlet is a credit, not a report. */
export const LONGEST_CREDIT = 14;

/** Two to five capitalised words in a row. */
const NAME = /\p{Lu}[\p{L}\p{N}'’-]*(?:\s+\p{Lu}[\p{L}\p{N}'’-]*){1,4}/gu;
/** Words that are capitalised for standing first. */
const LEAD = /^(?:The|On|In|At|A|An|For|From|With|Source|By)\s+/u;

/**
 * Outlets that a page credits in a line of its own: agencies, and capitalised names that end in a word of outlets. Lower case,
 * without "the". No page of the family need be from there: then the credit points to one that nobody kept. Of 62 lost
 * pages of 80 tuning families 52 are credited by a kept one. Cost: linear in the text.
 */
export function creditedOutlets(witness: Witness): string[] {
  const found = new Set<string>();
  for (const { from, to } of witness.sentences) {
    if (to <= from || to - from > LONGEST_CREDIT) continue;
    const text = witness.text.slice(witness.start[from], witness.end[to - 1]);
    for (const [run] of text.matchAll(NAME)) {
      const name = run.replace(LEAD, '');
      if (/\s/u.test(name) && OUTLET.test(name.slice(name.search(/\S+$/u))))
        found.add(name.toLowerCase().replace(/\s+/gu, ' '));
    }
    for (const name of agenciesIn(text)) if (!isPictureAgency(name)) found.add(name.toLowerCase());
  }
  return [...found];
}
