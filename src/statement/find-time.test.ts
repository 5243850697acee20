import { describe, expect, test } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import type { Page } from '../page/page.js';
import { plainWitness } from '../testing/plain-witness.js';
import { toWitness } from '../witness/to-witness.js';
import { findStatements } from './find-statements.js';

const { lexicon, statementModel: model } = openKnowledge();

/** The times of a page's statements; the page is of Thursday 20 June 2024, or has no day. */
function timesOf(text: string, facts: Partial<Page> = { published: '2024-06-20T12:00:00Z' }) {
  const { parts } = plainWitness(text, lexicon).page;
  const page: Page = { byline: [], parts, text, source: text, claims: [], notes: [], ...facts };
  return findStatements(toWitness(page, lexicon), { lexicon, model }).map((one) => one.time);
}

describe('a statement is of the day that its sentence tells', () => {
  test.each([
    ['“We will not sign,” the mayor said on Wednesday.', '2024-06-19'],
    ['The mayor said Wednesday that the bridge would stay shut.', '2024-06-19'],
    ['On Wednesday, the mayor said that the bridge would stay shut.', '2024-06-19'],
    ['The ministry said in a statement late Tuesday that the bridge would stay shut.', '2024-06-18'],
    ['“We will not sign,” the mayor told reporters at a briefing on Monday.', '2024-06-17'],
    ['“We will not sign,” the mayor told reporters on the sidelines of Tuesday’s summit.', '2024-06-18'],
    ['“We will not sign,” said the mayor, who was elected in 2014, on Monday.', '2024-06-17'],
    ['The mayor said in an interview published on Monday that the bridge would stay shut.', '2024-06-17'],
    ['The mayor said in a 2015 interview that the bridge would stay shut.', '2015'],
    ['The ministry said in May that the bridge would stay shut.', '2024-05'],
    ['“We will not sign,” the mayor wrote on June 3.', '2024-06-03'],
    ['“We will not sign,” Mayor Mary Roe wrote on X late on Wednesday.', '2024-06-19'],
    ['Roe told parliament this month that the bridge would stay shut.', '2024-06'],
    ['In a letter dated 30 May 2023, Mary Roe said that the bridge would stay shut.', '2023-05-30'],
    ['Ann Roe told the council on the night of June 12 that the bridge would stay shut.', '2024-06-12'],
    ['Hours after Tuesday’s flood, Ann Roe said the bridge would stay shut.', '2024-06-18'],
    ['Ann Roe said in November that the bridge would stay shut.', '2023-11'],
    ['“We will not sign,” the mayor said last Thursday.', '2024-06-13'],
    ['The mayor told parliament last month that the bridge would stay shut.', '2024-05'],
    ['“We will not sign,” the mayor told the council on 4 March 2022.', '2022-03-04'],
  ])('%s', (text, time) => expect(timesOf(text)).toEqual([time]));
});

describe('a statement is not of a day', () => {
  test.each([
    ['inside what is said', 'The mayor has said the bridge would open on Friday.'],
    ['since when something has been so', 'The minister said that nobody had paid since 2014.'],
    ['that is still to come', '“We will not sign,” the mayor said ahead of Friday’s vote.'],
    ['of another deed of the speaker', '“It was dark,” said a driver, arrested on Monday.'],
    [
      'of a clause before what is said',
      'The flood began on Sunday, when a valve burst on the second floor, the firm said.',
    ],
    [
      'on which a letter is printed',
      'The mayor wrote in a letter that the Herald printed on Monday that the bridge would stay shut.',
    ],
    [
      'on which something is still to be published',
      'Minutes will be published on Monday, but the mayor said that the bridge would stay shut.',
    ],
    ['that the page leaves open', '“We will not sign,” a spokesman said earlier this week.'],
  ])('%s', (_, text) => {
    const times = timesOf(text);
    expect(times.length).toBeGreaterThan(0);
    expect(times.every((time) => time === undefined)).toBe(true);
  });
  test('of the week on a page that has no day', () =>
    expect(timesOf('“We will not sign,” the mayor said on Wednesday.', {})).toEqual([undefined]));
});

describe('a day goes on', () => {
  test('for what the same speaker says next', () =>
    expect(
      timesOf('“We will not sign,” Mayor Mary Roe said on Tuesday. She said the council had not been asked.'),
    ).toEqual(['2024-06-18', '2024-06-18']));
  test('not for what she has always said', () =>
    expect(timesOf('“We will not sign,” Mayor Mary Roe said on Tuesday. She says the council was not asked.')[1]).toBe(
      undefined,
    ));
  test('for what the people of the lead say at its event', () => {
    const lead =
      'Mayor Mary Roe opened the bridge over the Vessa on Wednesday, after four years in which nobody worked on it.';
    expect(timesOf(`${lead}\n\n“It is done,” Roe said.`).at(-1)).toBe('2024-06-19');
  });
  test('for what officers say in public, not for what they or others tell a station', () => {
    const lead =
      'The ferry from Vessa struck the pier on Wednesday, after four years in which nobody had looked at it.';
    const told = (who: string, whom: string) =>
      timesOf(`${lead}\n\n${lead}\n\n${lead}\n\n“There was a bang,” ${who} Mary Roe told ${whom}.`).at(-1);
    expect(told('Transport Minister', 'reporters')).toBe('2024-06-19');
    expect(told('Passenger', 'reporters')).toBeUndefined();
    expect(told('Transport Minister', 'Radio Sund')).toBeUndefined();
  });
  test('not for what an officer foretells of it', () => {
    const lead =
      'The bridge over the Vessa was opened on Wednesday, after four years in which nobody at all had worked on it.';
    const told = (what: string) =>
      timesOf(`${lead}\n\n${lead}\n\n${lead}\n\nTransport Minister Mary Roe told reporters that she ${what}.`).at(-1);
    expect(told('expected a long day')).toBeUndefined();
    expect(told('had paid for it')).toBe('2024-06-19');
  });
  test('not for what somebody says who has nothing to do with it', () => {
    const lead =
      'Mayor Mary Roe opened the bridge over the Vessa on Wednesday, after four years in which nobody worked on it.';
    expect(timesOf(`${lead}\n\n“I still take the ferry,” said Carl Dunn, a plumber.`).at(-1)).toBeUndefined();
  });
});

describe('a statement of a page of Thursday 20 June 2024', () => {
  const LEAD = 'PORT MARE (Tellwire) — Governor Mary Roe closed the bridge on Wednesday, her office said.\n\n';
  test.each([
    ['told a station is of no day', `${LEAD}“We had no choice,” Roe told Radio Port Mare.`, undefined],
    [
      'told reporters, an agency among them, is of the day of the event',
      `${LEAD}“We had no choice,” Roe told reporters, including Tellwire.`,
      '2024-06-19',
    ],
    [
      'made in an interview without a day is of none',
      `${LEAD}In a police interview, Roe told officers that she had no choice.`,
      undefined,
    ],
    [
      'in a letter that an outlet has seen is of none',
      `${LEAD}In a letter to the board, seen by Tellwire, Roe wrote that she had no choice.`,
      undefined,
    ],
    [
      'is of the day of the report that cites it',
      `${LEAD}The Herald reported on Tuesday, citing two people, that the bridge was rotten.`,
      '2024-06-18',
    ],
    [
      'is of the day that opens what it says',
      `${LEAD}The ministry said last month it would only repair the bridge.`,
      '2024-05',
    ],
    [
      'is not of the day on which its paper was filed',
      `${LEAD}According to an affidavit filed on Tuesday, Ned Holm told deputies that he had seen the crack.`,
      undefined,
    ],
  ])('%s', (_, text, time) => expect(timesOf(text).at(-1)).toBe(time));
  test('which state media reported on a day is of no day', () =>
    expect(
      timesOf(`Leader Ned Holm has replaced two ministers, state media reported Thursday.

Holm said they had neglected their duties.`).at(-1),
    ).toBeUndefined());
});
