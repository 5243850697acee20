import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { openKnowledge } from '../knowledge/knowledge.js';
import type { Page } from '../page/page.js';
import { plainWitness } from '../testing/plain-witness.js';
import { speech } from '../testing/speech.js';
import { toWitness } from '../witness/to-witness.js';
import { findStatements } from './find-statements.js';
import type { Statement } from './statement.js';

const { lexicon, statementModel: model } = openKnowledge();
const statementsOf = (text: string) => findStatements(plainWitness(text, lexicon), { lexicon, model });

/** Statements of a page with a day, and an outlet of its own. */
function onPage(text: string, facts: Partial<Page>): readonly Statement[] {
  const parts = plainWitness(text, lexicon).page.parts;
  const page: Page = { byline: [], parts, text, source: text, claims: [], notes: [], ...facts };
  return findStatements(toWitness(page, lexicon), { lexicon, model });
}

function expectSpeech(notation: string): void {
  const { text, content, cue, speaker } = speech(notation);
  expect(statementsOf(text)).toEqual(expect.arrayContaining([expect.objectContaining({ content, cue, speaker })]));
}

describe('findStatements gives exact ranges', () => {
  test('of a quotation before its cue', () => expectSpeech('<“We will appeal,”> {Ann Roe} [said].'));
  test('of a quotation that its cue breaks', () =>
    expectSpeech('<“We did not come here to rest,”> {she} [said]. <“We came to work, and we will.”>'));
  test('of speech reported with that', () =>
    expectSpeech('{The minister} [said] <that the bridge would open in May>.'));
  test('of speech reported without that', () =>
    expectSpeech('{The company} [said] <it expects sales to fall this year>.'));
  test('of a speaker after the cue', () => expectSpeech('<“It is over,”> [said] {Ann Roe, a lawyer for the city}.'));
  test('with straight quotation marks', () => expectSpeech('<"We will appeal,"> {Roe} [said].'));
  test('with doubled apostrophes for marks', () => expectSpeech("<''We will appeal,''> {Roe} [said]."));
  test('of what stands before according to', () =>
    expectSpeech('<The dam was never inspected>, [according to] {the report}.'));
});

describe('findStatements repairs contents', () => {
  const contents = (text: string) =>
    statementsOf(text).map((one) => one.content.map(([start, end]) => text.slice(start, end)));
  test('a dateline is no part of what is said', () =>
    expect(contents('PORT MARE, Marenia (Tellwire) — The dam was never inspected, the auditor said.')).toEqual([
      ['The dam was never inspected'],
    ]));
  test('nor are the terms on which somebody speaks', () =>
    expect(
      contents('Speaking on condition of anonymity, an officer told the Guardian the man had been known.'),
    ).toEqual([['the man had been known']]));
  test('a few quoted words stand with their clause', () =>
    expect(contents('The chief was dismissed for “serious violations”, the ministry said.')).toContainEqual([
      'The chief was dismissed for “serious violations”',
    ]));
});

describe('findStatements finds contents', () => {
  const contents = (text: string) =>
    statementsOf(text).map((one) => one.content.map(([start, end]) => text.slice(start, end)));
  test('after an occasion', () =>
    expect(contents('Sheriff Dale Huck said at a news conference that Travis Monk acted alone.')).toEqual([
      ['that Travis Monk acted alone'],
    ]));
  test('and not in the quotation of the sentence before', () =>
    expect(
      contents(
        'Analysts said the warning was “bigger than feared”. Philip Ruiz said in a note that the dividend could be next.',
      ),
    ).toContainEqual(['that the dividend could be next']));
  test('before a closing verb that a clause follows', () =>
    expect(
      contents('A new round of talks opened on Thursday, an official said, while troops pushed into the city.')[0],
    ).toEqual(['A new round of talks opened on Thursday', 'while troops pushed into the city']));
  test('that name an outlet’s namesake', () =>
    expect(contents('Residents said they worried about traffic on Herald Street.')).toHaveLength(1));
  test('of whom a label of the headline is not', () =>
    expect(statementsOf('Analysis: Why the new pipeline matters')).toEqual([]));
});

describe('findStatements reads quotation marks', () => {
  test('a scare quote is nobody’s statement', () => {
    expect(statementsOf('The so-called “smart” meter hung on a nail in the hall.')).toEqual([]);
  });
  test('a quotation runs on over the paragraph where its mark stays open', () => {
    const text = '“We have waited for ten years,” Roe said. “Nobody came.\n\n“Then the water came.”';
    const [first] = statementsOf(text);
    expect(first?.content.at(-1)?.[1]).toBe(text.length);
  });
  test('an unclosed mark ends with its paragraph', () => {
    const text = 'Roe said: “We will appeal this verdict.\n\nThe court rose at noon.';
    const [first] = statementsOf(text);
    expect(first?.content.every(([, end]) => end <= text.indexOf('\n'))).toBe(true);
  });
  test.each([
    ['“We will appeal", said Roe.', ['“We will appeal"']],
    ['«We will appeal», said Roe.', ['«We will appeal»']],
    ["'We will appeal,' Roe said. 'They won't stop us.'", ["'We will appeal,'", "'They won't stop us.'"]],
    ['“He said ‘go home’ and we went,” Roe said.', ['“He said ‘go home’ and we went,”']],
    [
      '"I said to him, \'You can\'t do that,\'" Roe recalled. "He did it anyway."',
      ["\"I said to him, 'You can't do that,'\"", '"He did it anyway."'],
    ],
    ['“We will appeal …” Roe said. “We have to.”', ['“We will appeal …”', '“We have to.”']],
    ['As one resident put it: “Nobody asked us.”', ['“Nobody asked us.”']],
    ['He was, in the words of his mother, “a good boy.”', ['“a good boy.”']],
    [
      'The mayor called the plan "a joke" and "an insult to the people who live here."',
      ['the plan "a joke" and "an insult to the people who live here."'],
    ],
  ])('%s', (text, contents) => {
    const [first, ...more] = statementsOf(text);
    expect(first?.content.map(([start, end]) => text.slice(start, end))).toEqual(contents);
    expect(more).toEqual([]);
  });
  test('question and answer in one paragraph are two people’s', () => {
    const text = '“Is that all?” she asked. “Yes,” he said.';
    expect(statementsOf(text).map((one) => one.content.map(([start, end]) => text.slice(start, end)))).toEqual([
      ['“Is that all?”'],
      ['“Yes,”'],
    ]);
  });
  test('a quotation that ran on over paragraphs ends where another’s cue takes the next', () => {
    const text =
      '"We have no plan to leave," Roe said. "None whatsoever.\n\n"But if they ask us, we\'ll go," Dunn added.';
    const [first, second] = statementsOf(text);
    expect(first?.content.at(-1)?.[1]).toBe(text.indexOf('\n'));
    expect(second?.name).toBe('Dunn');
  });
  test.each(['', '“', '”', '““””', '“ ” “', "'''''", '" said he "', '“said”', '‘’said', '“We” “will” “go'])(
    'marks without sense are survived: %s',
    (text) => expect(() => statementsOf(text)).not.toThrow(),
  );
  test('kind is direct for quoted sentences, mixed for quoted pieces, else indirect', () => {
    const text =
      '“We will appeal,” Roe said.\n\nRoe said the verdict was “a sad day” for the town.\n\nRoe said the town would pay.';
    expect(statementsOf(text).map((one) => one.kind)).toEqual(['direct', 'mixed', 'indirect']);
  });
});

describe('findStatements names speakers', () => {
  test('a surname gets its full name and office', () => {
    const found = statementsOf('Prime Minister Osric Talvane arrived on Monday.\n\n“We are ready,” Talvane said.');
    expect(found[0]).toMatchObject({ name: 'Osric Talvane', office: 'Prime Minister' });
  });
  test('a pronoun gets the one it stands for', () => {
    const found = statementsOf('Mary Roe opened the fair on Monday.\n\n“I like it here,” she said.');
    expect(found[0]?.name).toBe('Mary Roe');
  });
  test('he is not a woman', () => {
    const found = statementsOf('Mr. Peter Dunn met Mrs. Mary Roe at the station. “I am late,” he said.');
    expect(found[0]?.name).toBe('Peter Dunn');
  });
  test('a spokesman for somebody is not that somebody', () => {
    const found = statementsOf('A spokesman for Mary Roe said the fair would open on time.');
    expect(found[0]?.name).toBe('spokesman for Mary Roe');
  });
});

describe('findStatements follows chains', () => {
  test('a report is that of the outlet named before', () => {
    const text =
      'The two rode to the guesthouse in one car, Marenian state media reported. They “opened their hearts” on the way, the report said.';
    expect(statementsOf(text).map(({ name }) => name)).toEqual(['Marenian state media', 'Marenian state media']);
  });
  test('an outlet that reports what another said is a link', () => {
    const found = statementsOf('“We will not sign,” President Mary Roe said on Tuesday, according to Interfax.');
    expect(found[0]).toMatchObject({ name: 'Mary Roe', via: ['Interfax'] });
  });
  test('nearest to the speaker comes first', () => {
    const text =
      'Mayor Mary Roe told her cabinet that she would not sign the paper, Reuters reported, citing the news agency Interfax.';
    expect(statementsOf(text)[0]).toMatchObject({ name: 'Mary Roe', via: ['Interfax', 'Reuters'] });
  });
  test('what is said to the page’s own outlet has no chain', () => {
    const found = onPage('“We will not sign,” Mayor Mary Roe told the Dunmere Herald.', { outlet: 'Dunmere Herald' });
    expect(found[0]).toMatchObject({ name: 'Mary Roe', via: [] });
  });
});

describe('findStatements dates statements', () => {
  const published = '2024-06-20';
  test('by the latest weekday not after the page’s day', () => {
    expect(onPage('“We will not sign,” Mayor Mary Roe said on Wednesday.', { published })[0]?.time).toBe('2024-06-19');
    expect(onPage('“We will not sign,” Mayor Mary Roe said on Friday.', { published })[0]?.time).toBe('2024-06-14');
  });
  test('by the day behind a cue that a careless copy says twice', () => {
    const text =
      '“We will not sign,” mentioned Mary Roe, a ministry spokeswoman, mentioned throughout a briefing on Tuesday.';
    expect(onPage(text, { published })[0]?.time).toBe('2024-06-18');
  });
  test('not by a day inside what is said', () => {
    const found = onPage('Roe has said the bridge would open on Friday.', { published });
    expect(found[0]?.time).toBeUndefined();
  });
});

describe('findStatements marks', () => {
  test.each([
    ['Roe denied that she had met the builder.', 'denial'],
    ['A spokeswoman for the ministry declined to comment on the report.', 'no-comment'],
    ['The talks have failed, said an official who spoke on condition of anonymity.', 'anonymous'],
    ['“Who will pay for this?” Roe asked.', 'question'],
    ['Carl Dunn wants a new vote.', 'attitude'],
    ['The union expects a long strike at the port this winter.', 'attitude'],
    ['The two leaders are expected to reaffirm their partnership at the talks.', 'attitude'],
  ])('%s', (text, mark) => {
    expect(statementsOf(text).flatMap((one) => one.marks)).toContain(mark);
  });
});

describe('findStatements marks no attitude', () => {
  test.each([
    'Roe said that the town wants a new vote.',
    'The union expects “a long and dirty strike” at the port.',
    'Roe believes that the bridge should have been shut.',
    'The minister announced a week of mourning.',
    'A spokeswoman declined to comment.',
  ])('%s', (text) => {
    const marks = statementsOf(text).map((one) => one.marks.includes('attitude'));
    expect(marks.length).toBeGreaterThan(0);
    expect(marks).not.toContain(true);
  });
});

describe('findStatements takes any text', () => {
  test('nothing is found in nothing', () => expect(statementsOf(' ')).toEqual([]));
  test('ranges always lie in the text, in order', () => {
    const pieces = fc.constantFrom(
      '“',
      '”',
      '"',
      "''",
      '‘',
      '’',
      ' said ',
      ' told ',
      'Ann Roe',
      'he',
      ', ',
      '. ',
      '\n\n',
      ' that ',
      'we will go',
      '—',
      '\u200b',
      '🙂',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (list) => {
        const text = list.join('');
        for (const one of statementsOf(text)) {
          for (const [start, end] of [...one.content, ...one.cue, ...one.speaker]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
  test('one paragraph of thousands of words without a sentence end is read to its end', () => {
    const text = '“We will go,” he said, and she told them that it was late '.repeat(250);
    expect(statementsOf(text).length).toBeGreaterThan(200);
  });
});
