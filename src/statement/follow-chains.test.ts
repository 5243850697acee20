import { describe, expect, test } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import type { Page } from '../page/page.js';
import { plainWitness } from '../testing/plain-witness.js';
import { toWitness } from '../witness/to-witness.js';
import { findStatements } from './find-statements.js';

const { lexicon, statementModel: model } = openKnowledge();

/** Name, chain and day of each statement of a page. */
function toldOn(text: string, facts: Partial<Page> = {}) {
  const { parts } = plainWitness(text, lexicon).page;
  const page: Page = { byline: [], parts, text, source: text, claims: [], notes: [], ...facts };
  return findStatements(toWitness(page, lexicon), { lexicon, model }).map(({ name, via, time }) => ({
    name,
    via,
    time,
  }));
}

const said = (name: string, via: readonly string[] = []): unknown => expect.objectContaining({ name, via });

describe('followChains reads whom an outlet has it from', () => {
  test('an outlet goes on in “which”', () =>
    expect(
      toldOn(
        'The sale is off, according to the newspaper Corvid, which refers to two people in the port office: the price was too high for the buyers.',
      ),
    ).toContainEqual(said('two people in the port office', ['Corvid'])));
  test('a firm that has spoken to somebody hands on what was said, whatever its name', () =>
    expect(
      toldOn(
        'The ferry will cost $30 million more, the Gazette reported, citing the Norrin Regional Company, which had spoken to the harbor master.',
      ),
    ).toContainEqual(said('harbor master', ['Norrin Regional Company', 'Gazette'])));
  test('a name of common words that somebody told something is an outlet', () =>
    expect(toldOn('“We will rebuild the pier by spring,” Ann Roe told Open Door.')).toContainEqual(
      said('Ann Roe', ['Open Door']),
    ));
  test('a person whom somebody told something is not', () =>
    expect(toldOn('“We will rebuild the pier by spring,” Ann Roe told Mary Stone.')).toContainEqual(said('Ann Roe')));
  test('what follows the name of an outlet is not its office', () =>
    expect(
      toldOn(
        'Prime Minister Ann Roe met her cabinet. As Radio Nord learned from the state agency Norinform, the prime minister told her ministers that the border would stay shut.',
      ),
    ).toContainEqual(said('Ann Roe', ['Norinform', 'Radio Nord'])));
});

describe('followChains knows how agencies write', () => {
  test.each([
    ['The rebels have left the city, Radio Sund quoted a resident as saying.', 'resident', ['Radio Sund']],
    [
      'Citing two senior officials, the Sund Post reported that the order had come from the mayor.',
      'two senior officials',
      ['Sund Post'],
    ],
    [
      'The Wall Street Journal, citing people briefed on the plans, reported on Tuesday that Orvex would split in two.',
      'people briefed on the plans',
      ['Wall Street Journal'],
    ],
    [
      'Two plants will be closed, a source familiar with the plans told Reuters on Wednesday.',
      'source familiar with the plans',
      ['Reuters'],
    ],
    ['Norr’s mayor, Ann Roe, said on her Telegram channel that the bridge had reopened.', 'Ann Roe', ['Telegram']],
    ['Police said via Twitter that two suspects had been detained.', 'Police', ['Twitter']],
    ['“My client is innocent,” lawyer Ann Roe told the dpa news agency.', 'Ann Roe', ['dpa']],
    ['“The bridge is safe,” Ann Roe told state TV.', 'Ann Roe', ['state TV']],
    [
      'The blast had been planned, a source in the service told Sundrinska Zarva.',
      'source in the service',
      ['Sundrinska Zarva'],
    ],
    ['The regulator fined Paywell, the Sunday Telegraph reported.', 'Sunday Telegraph', []],
    ['The bank expects a loss this year, Kanal Ost reported, citing two directors.', 'two directors', ['Kanal Ost']],
    ['The firm will cut 300 jobs by May, according to a copy of the letter seen by Reuters.', 'letter', ['Reuters']],
    [
      'Documents reviewed by the Sund Post show that inspectors had warned the owner twice.',
      'Documents',
      ['Sund Post'],
    ],
    ['The army chief was dismissed for “serious violations”, the Xinhua news agency said.', 'Xinhua', []],
    [
      'Speaking on condition of anonymity, an officer told the Guardian the man had been known to them.',
      'officer',
      ['Guardian'],
    ],
    ['Carl Brody told the Brenholm Trumpet: “They counted wrong.”', 'Carl Brody', ['Brenholm Trumpet']],
    ['Power will be back by Friday, the utility Electra said in a post on X.', 'Electra', ['X']],
    ['The state railway, TalRail, said the offer was its last.', 'TalRail', []],
    ['Student Jan Polak said he had missed an exam.', 'Jan Polak', []],
    [
      'Amnesty International asked for the list. President Carl Dunn will visit them, his office said.',
      "Carl Dunn's office",
      [],
    ],
    [
      'Norr tested an engine on Saturday under the eyes of its leader, the state news agency KVNA reported.',
      'KVNA',
      [],
    ],
    [
      'The daily Sund Tidende reported on Sunday that the firms had paid for a study which the government cited.',
      'Sund Tidende',
      [],
    ],
    [
      'The flame is much too small, said Anna Keller, a researcher who studied the pictures for the website Rocket Watch.',
      'Anna Keller',
      [],
    ],
    ['Rebel fighters said on Thursday they had seized the airport after two days of shelling.', 'Rebel fighters', []],
    ['At least 60 people have been killed, according to the medical charity Doctors for All.', 'Doctors for All', []],
    ['“This is the hardest letter,” Chief Executive Ann Roe wrote.', 'Ann Roe', []],
    ['Passenger Carl Dunn told Radio Sund: “There was a bang.”', 'Carl Dunn', ['Radio Sund']],
    ['The leader, Pak Il-nam, watched. Pak called the test “a thunderbolt.”', 'Pak Il-nam', []],
    [
      'A teacher who lives near the port, and who asked to be named only as Fatou, said she had seen trucks.',
      'teacher',
      [],
    ],
  ])('%s', (text, name, via) => {
    expect(toldOn(text)).toContainEqual(said(name, via));
  });
});

describe('followChains names speakers by what describes them', () => {
  test('a mechanic of a station is no station', () =>
    expect(
      toldOn(
        'The valve split, Grigor Lemm, a former chief mechanic of the station, said on Channel Nord. He had heard it sing, he said.',
      ).at(-1),
    ).toEqual(said('Grigor Lemm')));
  test('who is called something is a person', () =>
    expect(
      toldOn('Carl Roe watched from home. The woman who knits is called Ada. “It is a scarf,” she said.').at(-1),
    ).toEqual(said('Ada')));
  test('who speaks of a bank is no office of the bank', () => {
    const [first] = toldOn(
      'Ostmar will buy Corvane Bank, a person with knowledge of the plan said, and could close it.',
    );
    expect(first?.name).toBe('person with knowledge of the plan');
  });
  test('“it” is the body that opens the sentence', () =>
    expect(
      toldOn('The regulator has “no open questions” about the plant, it told Radio Nord on Wednesday.'),
    ).toContainEqual(said('regulator', ['Radio Nord'])));
  test('“he” is the person whom the sentence before opens with', () =>
    expect(
      toldOn('Outside stood a dentist. The dentist had voted for Carl Roe. He said the vote should be held again.'),
    ).toContainEqual(said('dentist')));
  test('“her ministry” is that of her office', () =>
    expect(
      toldOn(
        '“Nobody will lose money,” Finance Minister Ann Roe told reporters. Her ministry said the fund would pay within ten days.',
      ),
    ).toContainEqual(said('Finance ministry')));
  test('an agency that no outlet is called is no outlet', () =>
    expect(
      toldOn('The turbines stopped, Radio Nord reported. The grid agency said power would be back on Friday.'),
    ).toContainEqual(said('grid agency')));
});

test('a letter that an officer of a firm writes is of the day of the report', () => {
  const days =
    'The bank stayed shut on Thursday while its owners talked to the state, and nobody could say how long.\n\n';
  const letter =
    '“It is a boat with one name on it,” said Carl Roe, chief economist at Plum Street, in a letter to customers.';
  expect(toldOn(days.repeat(6) + letter, { published: '2026-05-14T16:00:00Z' })).toContainEqual({
    name: 'Carl Roe',
    via: [],
    time: '2026-05-14',
  });
});
