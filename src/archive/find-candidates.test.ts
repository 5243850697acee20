import { beforeAll, describe, expect, it } from 'vitest';
import { fingerprint } from '../fingerprint/fingerprint.js';
import { openKnowledge } from '../knowledge/knowledge.js';
import type { Page } from '../page/page.js';
import { plainWitness } from '../testing/plain-witness.js';
import type { Archive, Deposit } from './archive.js';
import { depositOf } from './deposit.js';
import { findCandidates, type FindOptions, type Found } from './find-candidates.js';
import { openMemoryArchive } from './memory.js';

const { lexicon } = openKnowledge();

/** Court notes that share their boilerplate and differ in names and figures. */
const NOTES = Array.from({ length: 150 }, (_, i) => {
  const name = `${['Harlan', 'Odette', 'Pavel', 'Ruth', 'Sigrid'][i % 5]} ${['Amory', 'Brandt', 'Coyle', 'Dassin', 'Eklund', 'Fenn'][i % 6]}${'aeiou'[i % 5]}k`;
  return (
    `${name}, ${20 + (i % 50)}, of ${['Ashby', 'Borden', 'Cray', 'Delmont'][i % 4]} was sentenced today to ${2 + (i % 9)} years for taking $${i * 137 + 900} from the Fernhill Credit Union. ` +
    'The case was tried before Judge Paula Renwick in the district court. An indictment is only a charge and is not evidence of guilt. ' +
    'Anyone with information is asked to call the United States Attorney for the Northern District at 555-0142.'
  );
});

const FERRY =
  'The ferry Aurelia ran aground off Skarholm on Sunday with 212 people aboard, the coast guard in Varde said. Captain Nils Tronstad told the Norra Posten ' +
  'that the rudder had failed twice since May. Divers from the salvage firm Bexel & Sons are to look at the hull before a tug from Hamra takes it to the yard at Lindvik.';
const WHEAT =
  'Wheat prices in Tolvania rose by 14 percent in June, the statistics office in Kermova said. Minister Dragan Velic blamed the drought along the Sava and a rail strike ' +
  'that kept 30,000 tons at the port of Ustra for eleven days. The Grain Growers’ League, which Velic met on Friday, wants a ban on exports until October.';

/** The ferry story with its common words swapped. */
const SPUN_FERRY = FERRY.replace('ran aground', 'got stranded')
  .replace('people aboard', 'folks on board')
  .replace('failed', 'broken')
  .replace('look at', 'inspect')
  .replace('takes', 'pulls');

function pageOf(id: string, text: string): Page {
  return { ...plainWitness(text, lexicon).page, id, url: `https://news.example/${id}` };
}

function depositFor(id: string, text: string): Deposit {
  return depositOf(pageOf(id, text), fingerprint(plainWitness(text, lexicon), lexicon).hashes);
}

describe('findCandidates', () => {
  let archive: Archive;
  const find = (text: string, options: Omit<FindOptions, 'lexicon'> = {}): Promise<Found> =>
    findCandidates(plainWitness(text, lexicon), archive, { lexicon, ...options });
  const ids = (found: Found): string[] => found.candidates.map(({ id }) => id);

  beforeAll(async () => {
    archive = openMemoryArchive();
    await archive.add([
      ...NOTES.map((text, i) => depositFor(`note-${i}`, text)),
      depositFor('ferry', FERRY),
      depositFor('wheat', WHEAT),
    ]);
  });

  it('puts the source of a spun page first', async () => {
    const found = await find(SPUN_FERRY);
    expect(ids(found)[0]).toBe('ferry');
    expect(found.holdings[0]?.page.source).toBe(FERRY);
    expect(found.candidates[0]?.url).toBe('https://news.example/ferry');
  });

  it('finds both sources of a page and is not crowded out by kin of its boilerplate', async () => {
    const found = ids(await find(`${NOTES[7]} ${SPUN_FERRY.slice(0, 240)} ${NOTES[8]} ${WHEAT.slice(0, 220)}`));
    expect(found.slice(0, 6)).toEqual(expect.arrayContaining(['ferry', 'wheat', 'note-7', 'note-8']));
  });

  it('leaves out the page itself, and a page of the same content elsewhere where it is told so', async () => {
    const { digest } = depositFor('ferry', FERRY);
    expect(ids(await find(FERRY, { except: { digest } }))).not.toContain('ferry');
    const elsewhere = { digest, address: 'https://news.example/reprint' };
    expect(ids(await find(FERRY, { except: elsewhere }))[0]).toBe('ferry');
  });

  it('names no more than the limit, best first', async () => {
    const { candidates } = await find(NOTES[3] ?? '', { limit: 5 });
    expect(candidates).toHaveLength(5);
    expect(candidates[0]?.id).toBe('note-3');
    expect(candidates.map(({ score }) => score)).toEqual(candidates.map(({ score }) => score).sort((a, b) => b - a));
  });

  it('reads no more postings than the page’s length allows, however common its words are in the archive', async () => {
    const { cost } = await find(NOTES[3] ?? '');
    const windows = Math.ceil(plainWitness(NOTES[3] ?? '', lexicon).length / 45);
    expect(cost.postings).toBeLessThanOrEqual(windows * 80);
  });

  it('has no candidates in an empty archive, for an empty page, or for a page about something else', async () => {
    expect((await findCandidates(plainWitness(FERRY, lexicon), openMemoryArchive(), { lexicon })).candidates).toEqual(
      [],
    );
    expect((await find('')).candidates).toEqual([]);
    expect(ids(await find('Grandmother stirred the soup and hummed.'))).toEqual([]);
  });
});
