import { describe, expect, it } from 'vitest';
import { lineKind } from './line-kind.js';

describe('lineKind', () => {
  it.each([
    ['- Advertisement -', 'advertisement'],
    ['Story continues below advertisement', 'advertisement'],
    ['Share This Article', 'share'],
    ['Read more: What a crossing costs', 'related'],
    ['You may also like', 'related'],
    ['Contributor/Getty Images', 'credit'],
    ['Ola Brandt/AFP via Getty Images', 'credit'],
    ['Korea News Service by way of AP', 'credit'],
    ['Photo: Ola Brandt', 'credit'],
    ['The Solveig leaves Vellmouth. (Photo by Ola Brandt/Reuters)', 'caption'],
    ['FILE - The Solveig leaves Vellmouth in January.', 'caption'],
    ['Gazette reporter Jon Aske contributed to this report.', 'contributor'],
    ['Reporting by Ann Roe; Editing by Max Bell', 'contributor'],
    ['Written by Ann Roe; Editing by Max Bell', 'contributor'],
    ['Reporting: Ann Roe; Editing: Max Bell', 'contributor'],
    ['By Ann Roe, with additional reporting by Jo Dee', 'byline'],
    ['Correction: An earlier version misstated the year.', 'correction'],
    ['This story has been updated to include a comment from the board.', 'correction'],
    ['The harbour board’s head Ola Brandt Image: vellmouthnews', 'caption'],
    ['World News,Ferries,Sund', 'tags'],
    ['Vellmouth / Sund Ferry Works / Trials', 'tags'],
    ['Tags: ferries, Sund', 'tags'],
    ['By Ann Roe', 'byline'],
    ['June 19, 2024', 'timestamp'],
    ['06:02', 'timestamp'],
    ['We use cookies to improve your experience.', 'furniture'],
    ['Leave a comment', 'furniture'],
  ])('takes %j for %s', (line, kind) => {
    expect(lineKind(line)).toBe(kind);
  });

  it.each([
    'Share prices fell on Monday after the board cut its forecast.',
    'By the time the boat left, two farms had already sold their cattle.',
    'Print is not dead, said the editor of the town’s last newspaper.',
    'More than 11,000 containers were shipped, the minister said.',
    'The committee will read more evidence on Thursday.',
    'He follows us everywhere, she said.',
    'The Reuters office in Karrow was closed.',
  ])('leaves the sentence %j alone', (line) => {
    expect(lineKind(line)).toBeUndefined();
  });
});
