import type { FamilyCollation } from '../collation/family-collation.js';
import type { Page } from '../page/page.js';
import type { Lexicon } from '../witness/lexicon.js';
import type { Witness } from '../witness/witness.js';
import { trueCollations } from './copyist-collation.js';
import { type Draft, draftOf, printDraft } from './copyist-draft.js';
import { merge, pickOne } from './copyist-edits.js';
import { plainWitness } from './plain-witness.js';
import { seeded } from './seeded.js';

/** A small family with its witnesses and their true collations. */
export interface NotedFamily {
  /** Kept witnesses, in order of first mention; their ids are the letters of the notation. */
  readonly witnesses: readonly Witness[];
  readonly collations: readonly FamilyCollation[];
}

export interface FamilyOptions {
  readonly lexicon: Lexicon;
  /** Whether pages are dated, an hour apart in order of mention. Default false. */
  readonly dated?: boolean;
  /** What is known of single pages besides. */
  readonly pages?: Readonly<Record<string, Partial<Page>>>;
}

/**
 * A family in one line: `family('W* > A > B; W* > C; B + C > D')`. A star marks a page that is lost, a plus two
 * exemplars. Each copying changes its own 12 words of the shared story to words that no other copy has.
 */
export function family(notation: string, { lexicon, dated = false, pages = {} }: FamilyOptions): NotedFamily {
  let slots = 0;
  const next = (): number => slots++;
  const drafts = new Map<string, Draft>();
  const lost = new Set<string>();
  const draftFor = (name: string): Draft => {
    const known = drafts.get(name) ?? draftOf(drafts.size === 0 ? STORY : OTHER_STORY, 'A story', next);
    drafts.set(name, known);
    return known;
  };
  for (const chain of notation.split(';')) {
    const steps = chain.split('>').map((step) => step.split('+').map((name) => nameOf(name, lost)));
    steps.forEach((names, i) => {
      if (i === 0) {
        for (const name of names) draftFor(name);
        return;
      }
      const [first, second] = (steps[i - 1] ?? []).map(draftFor);
      const copy = names[0] ?? '';
      if (first) drafts.set(copy, changed(second ? merge(first, second, seeded(7)) : first, copy, drafts.size));
    });
  }
  const kept = [...drafts].filter(([name]) => !lost.has(name));
  const witnesses = kept.map(([name, draft], hour) => {
    const witness = plainWitness(printDraft(draft), lexicon, name);
    const published = dated ? { published: `2026-03-02T${String(6 + hour).padStart(2, '0')}:00:00Z` } : {};
    return { ...witness, page: { ...witness.page, ...published, ...pages[name] } };
  });
  return { witnesses, collations: trueCollations(kept.map(([, draft]) => draft)) };
}

function nameOf(text: string, lost: Set<string>): string {
  const name = text.trim();
  if (name.endsWith('*')) lost.add(name.slice(0, -1));
  return name.replace('*', '');
}

/** The draft with twelve of its words put in the copier's own spelling. */
function changed(draft: Draft, copier: string, seed: number): Draft {
  const chance = seeded(seed * 101 + 5);
  const places = draft.paragraphs.flat(2).filter((slot) => /^[a-z]{4,}$/.test(slot.text));
  const own = new Set(Array.from({ length: 12 }, () => pickOne(places, chance).origin));
  const suffix = copier.toLowerCase();
  return {
    ...draft,
    paragraphs: draft.paragraphs.map((sentences) =>
      sentences.map((slots) =>
        slots.map((slot) => (own.has(slot.origin) ? { ...slot, text: `${slot.text}${suffix}x` } : slot)),
      ),
    ),
  };
}

const STORY = `The harbour council of Merrow voted on Tuesday to close the old ferry pier, ending a service that has crossed the bay since 1908. Nine members were in favour and four against after a debate that lasted until midnight.

Engineers had warned in January that the wooden piles were rotten below the water line. "We cannot ask another captain to tie up there," the harbour master, Ilse Brandt, told the meeting. She said that two planks had given way under a lorry in the autumn.

The ferry carries about six hundred passengers a day, most of them workers of the cannery on the northern shore. Their union called the decision a slap in the face and announced a protest for Saturday morning.

A bus around the bay will take fifty minutes instead of twelve. The council promised to pay the fares until the summer, at a cost of forty thousand crowns a month.

A new pier could be built of steel and concrete within two years, according to a study by the regional government. The money for it has not been found, and the mayor, Jonas Felde, said that he would not promise what he could not pay.

Fishermen who land their catch at the same pier were not mentioned in the motion. Several of them left the hall before the vote.`;

const OTHER_STORY = `A library in the hill town of Ostrava Dolna has found a map of the valley that was drawn four centuries ago. It lay folded in the binding of a hymn book which had been brought in for repair.

The map shows three villages that no longer exist and a bridge of which only the stones are left. Historians believe that a surveyor of the bishop made it before the great flood.

"Nobody has seen this valley for ten generations," said the librarian, Marta Hudec. The sheet will be cleaned and shown to visitors in the autumn.`;
