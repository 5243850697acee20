import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import { plainWitness } from '../testing/plain-witness.js';
import { fingerprint } from './fingerprint.js';
import { FINGERPRINT_SPACE } from './fingerprints.js';
import { probes } from './probes.js';

const { lexicon } = openKnowledge();
const print = (text: string): number[] => [...fingerprint(plainWitness(text, lexicon), lexicon).hashes];
const ask = (text: string): Set<number> =>
  new Set(probes(plainWitness(text, lexicon), lexicon).map(({ hash }) => hash));

const STORY = `The harbour board of Port Ellery voted on Tuesday to spend 4,200,000 dollars on a new breakwater, after Mayor Ines Calloway
told its seven members that the old one would not survive another winter. She said the work, led by Dunmore Marine of Halifax, is to
begin in March and will take two years. Fishermen who tie up at the Cooper Street wharf were told to move their boats to Saint Anne
for the first of them. "It is our living," said Tomas Bergeron, 58, who has fished here since 1989. He asked the board to pay for the fuel.`;

/** Words and names of random texts. */
const anyText = fc
  .array(
    fc.constantFrom(
      'the',
      'of',
      'to',
      'he',
      'with',
      'court',
      'ruling',
      'Calloway',
      'Bergeron',
      'Halifax',
      '1989',
      '42',
      'said',
      'from',
      'not',
      'Dunmore',
      'Ellery',
      'breakwater',
      '.',
      ',',
    ),
    { minLength: 0, maxLength: 300 },
  )
  .map((words) => words.join(' '));

describe('fingerprint', () => {
  it('takes about one fingerprint for each 5.4 words, distinct, ascending and in 52 bits', () => {
    const hashes = print(STORY);
    expect(hashes.length).toBeGreaterThanOrEqual(16);
    expect(hashes.length).toBeLessThanOrEqual(20);
    expect(hashes).toEqual([...new Set(hashes)].sort((a, b) => a - b));
    for (const hash of hashes) expect(Number.isSafeInteger(hash) && hash >= 0 && hash < FINGERPRINT_SPACE).toBe(true);
  });

  it('has none for a page without words', () => {
    expect(print('')).toEqual([]);
    expect(print('— … !')).toEqual([]);
    expect(ask('')).toEqual(new Set());
  });

  it('asks of a page at least for whatever the page would be indexed by', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const asked = ask(text);
        expect(print(text).filter((hash) => !asked.has(hash))).toEqual([]);
      }),
    );
  });

  it('is blind to words that a thesaurus lists, so that swapping them changes nothing', () => {
    const spun = STORY.replace('spend', 'pay')
      .replace('begin', 'start')
      .replace('boats', 'ships')
      .replace('winter', 'summer');
    expect(spun).not.toBe(STORY);
    expect(print(spun)).toEqual(print(STORY));
  });

  it('takes numbers in words and in digits, genders and prepositions of place for the same', () => {
    const changed = STORY.replace('seven members', '7 members')
      .replace('4,200,000', '4200000')
      .replace('She said', 'He said')
      .replace('at the Cooper', 'on the Cooper');
    expect(print(changed)).toEqual(print(STORY));
  });

  it('still shares fingerprints when a passage of forty words stands in another page', () => {
    const passage = STORY.slice(STORY.indexOf('Fishermen'), STORY.indexOf('He asked'));
    const asked = ask(`Rain is expected over the valley for the rest of the week. ${passage} Schools stay open.`);
    expect(print(STORY).filter((hash) => asked.has(hash)).length).toBeGreaterThanOrEqual(3);
  });

  it('asks for what an inserted word has parted', () => {
    const parted = STORY.replace('Dunmore Marine of Halifax', 'Dunmore the Marine of Halifax');
    const asked = ask(parted);
    const kept = print(STORY).filter((hash) => asked.has(hash));
    expect(kept.length).toBeGreaterThanOrEqual(print(STORY).length - 1);
  });
});
