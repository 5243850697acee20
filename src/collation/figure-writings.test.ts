import { describe, expect, test } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import { plainWitness } from '../testing/plain-witness.js';
import { collate } from './collate.js';

const { lexicon, relationModel: model } = openKnowledge();

/** What is told of two readings in one sentence, as `from→to`. */
function toldOf(sentence: string, from: string, to: string): string[] {
  const [base, witness] = [from, to].map((reading) => plainWitness(sentence.replace('_', reading), lexicon));
  if (base === undefined || witness === undefined) return [];
  const { numbers, dates, names, meaning } = collate(base, witness, { lexicon, model }).changes;
  return [...numbers, ...dates, ...names, ...meaning].map((change) => `${change.from}→${change.to}`);
}

const DAY = 'The committee will meet again on _ in the lakeside town of Sundhaven, its chair said.';
const IN = 'The bridge over the Marrow was closed for repairs in _ and opened again a year later.';
const PAID = 'The company paid _ for the plant in the north of the country, it said in a statement.';
const COUNT = 'In the lower valley _ people had to leave their homes when the dam began to leak.';
const FELL = 'Sales of the carmaker fell by _ in the first three months of the business year.';
const AT = 'The fire broke out at _ in the old depot behind the harbour, officials said later.';
const LENGTH = 'The new pier is _ long and was built by the men of the village in one summer.';
const WEIGHS = 'The bell of the old church weighs _ and has not been rung since the war ended.';
const LASTED = 'The talks lasted _ and ended without a paper that both sides were ready to sign.';
const COLD = 'The night was clear and the wind came from the east as it fell to _ in the hills.';
const WON = 'The team from the coast won _ in the rain before a crowd of many thousands.';
const WHO = 'The driver, _, was taken to hospital with a broken arm, the police said in the morning.';
const PLACE = 'She finished _ in the race around the island and was given a cup by the mayor.';

type Pair = readonly [sentence: string, from: string, to: string];

const ONE_WRITTEN_TWO_WAYS: readonly Pair[] = [
  [DAY, 'June 19 and 20', '19 and 20 June'],
  [DAY, '19 June', 'the 19th of June'],
  [DAY, 'Sept. 3', '3 September'],
  [DAY, 'September 3, 2026', '2026-09-03'],
  [DAY, 'June 19-21', '19 to 21 June'],
  [DAY, 'Tuesday, 9 June', 'Tuesday, June 9'],
  [DAY, 'the first of May', '1 May'],
  [IN, 'mid-June', 'the middle of June'],
  [IN, 'Q3', 'the third quarter'],
  [IN, 'the 1990s', 'the nineties'],
  [IN, 'March 2024', '03/2024'],
  [IN, 'June-July', 'June and July'],
  [PAID, '£3m', '3 million pounds'],
  [PAID, '$1.5 million', 'one and a half million dollars'],
  [PAID, '1.5 million euros', 'one and a half million euros'],
  [PAID, 'Rs 2 crore', '20 million rupees'],
  [PAID, '€500,000', 'half a million euros'],
  [PAID, '$2.5 billion', 'two and a half billion dollars'],
  [PAID, 'US$40 million', '$40 million'],
  [PAID, '40 million dollars', 'USD 40 million'],
  [PAID, '50 cents', '$0.50'],
  [PAID, '1.200 euros', '1,200 euros'],
  [PAID, '1 lakh rupees', '100,000 rupees'],
  [PAID, 'A$30 million', '30 million Australian dollars'],
  [PAID, '12 million yen', '¥12 million'],
  [COUNT, '1,200', '1 200'],
  [COUNT, '1,200', 'twelve hundred'],
  [COUNT, '10-15', 'ten to fifteen'],
  [COUNT, '10 to 15', 'between 10 and 15'],
  [COUNT, 'half a dozen', 'six'],
  [COUNT, '2,300', '2.3 thousand'],
  [COUNT, 'a million', '1 million'],
  [COUNT, '250,000', 'a quarter of a million'],
  [COUNT, 'a thousand', '1,000'],
  [COUNT, '3.2 million', '3,200,000'],
  [COUNT, 'three hundred and twelve', '312'],
  [COUNT, 'over 200', 'more than 200'],
  [FELL, '4.5 percent', '4.5%'],
  [FELL, 'half', '50 percent'],
  [FELL, 'a quarter', '25 per cent'],
  [FELL, 'one third', 'a third'],
  [FELL, '10-15 percent', '10 to 15 percent'],
  [FELL, 'three quarters', '75 percent'],
  [FELL, 'two and a half percent', '2.5 percent'],
  [AT, '6.40am', '6:40 a.m.'],
  [AT, 'quarter to five', '4:45'],
  [AT, 'twenty past six', '6:20'],
  [AT, '11:30 p.m.', '23:30'],
  [LENGTH, '5 kilometres', '5km'],
  [LENGTH, '5ft 10in', '5 feet 10 inches'],
  [LENGTH, '1.5 km', '1,500 metres'],
  [WEIGHS, '2.5 tonnes', '2,500 kilograms'],
  [LASTED, '90 minutes', 'an hour and a half'],
  [LASTED, 'two weeks', '14 days'],
  [COLD, '-4C', 'minus 4 degrees Celsius'],
  [COLD, 'minus 4C', 'four degrees below zero'],
  [WON, '2-1', 'two goals to one'],
  [WHO, 'aged 40', 'a 40-year-old'],
  [WHO, '40', 'aged 40'],
  [PLACE, '3rd', 'third'],
  [DAY, '1-3 June', 'June 1, 2 and 3'],
  [DAY, 'the 4th of July', 'July 4'],
  [DAY, '12/06/2026', '12.06.2026'],
  [DAY, 'Jan. 5 and 6', 'January 5 and 6'],
  [DAY, 'Friday 12 June', 'Friday, June 12, 2026'],
  [IN, 'Q1 2025', 'the first quarter of 2025'],
  [IN, 'the ’80s', 'the 1980s'],
  [IN, 'late June', 'the end of June'],
  [PAID, '£750,000', 'three quarters of a million pounds'],
  [PAID, '$3.5 trillion', 'three and a half trillion dollars'],
  [PAID, '20 pence', '£0.20'],
  [PAID, '€1m', 'a million euros'],
  [PAID, '1.5 crore rupees', '15 million rupees'],
  [PAID, 'C$15 million', '15 million Canadian dollars'],
  [COUNT, 'two and a half thousand', '2,500'],
  [COUNT, 'one in five', '20 percent of the'],
  [COUNT, '15,000', '15 thousand'],
  [COUNT, '5-6', 'five or six'],
  [COUNT, 'two dozen', '24'],
  [COUNT, 'at least 40', '40 or more'],
  [FELL, '0.5 percent', 'half a percent'],
  [FELL, 'three-fifths', '60 percent'],
  [FELL, '3 percentage points', 'three points'],
  [AT, 'a quarter past nine', '9:15'],
  [AT, '0640 GMT', '6:40 a.m. GMT'],
  [LENGTH, '800 metres', '0.8 kilometres'],
  [LENGTH, '6 inches', '6in'],
  [WEIGHS, '3,000 kg', 'three tonnes'],
  [LASTED, 'half an hour', '30 minutes'],
  [COLD, '-12 C', '12 degrees below zero'],
];

const TWO_THINGS: readonly Pair[] = [
  [DAY, 'June 19 and 20', '19 and 21 June'],
  [DAY, '19 June', 'the 18th of June'],
  [DAY, 'Sept. 3', '3 October'],
  [DAY, 'September 3, 2026', '2026-09-04'],
  [DAY, 'June 19-21', '19 to 22 June'],
  [DAY, 'Tuesday, 9 June', 'Thursday, 11 June'],
  [IN, 'mid-June', 'mid-July'],
  [IN, 'Q3', 'the fourth quarter'],
  [IN, 'the 1990s', 'the eighties'],
  [IN, 'March 2024', 'March 2023'],
  [IN, 'early June', 'late June'],
  [PAID, '£3m', '£3bn'],
  [PAID, '$1.5 million', 'two and a half million dollars'],
  [PAID, 'Rs 2 crore', '2 million rupees'],
  [PAID, '€500,000', 'half a million pounds'],
  [PAID, 'US$40 million', '$14 million'],
  [PAID, '40 million dollars', '40 million euros'],
  [PAID, '50 cents', '$0.15'],
  [PAID, '1 lakh rupees', '10,000 rupees'],
  [COUNT, '1,200', '12,000'],
  [COUNT, '10-15', 'ten to fifty'],
  [COUNT, '10 to 15', 'between 10 and 50'],
  [COUNT, 'half a dozen', 'a dozen'],
  [COUNT, 'dozens of', 'thousands of'],
  [COUNT, '250,000', 'a quarter of a billion'],
  [COUNT, 'three hundred and twelve', '321'],
  [COUNT, 'over 200', 'fewer than 200'],
  [FELL, '4.5 percent', '5.4%'],
  [FELL, 'half', '15 percent'],
  [FELL, 'one third', 'two thirds'],
  [FELL, '10-15 percent', '10 to 50 percent'],
  [AT, '6.40am', '6:40 p.m.'],
  [AT, 'twenty past six', '6:40'],
  [LENGTH, '5 kilometres', '5 miles'],
  [LENGTH, '5ft 10in', '5 feet 11 inches'],
  [LASTED, '90 minutes', 'an hour'],
  [LASTED, 'two weeks', 'two months'],
  [COLD, '-4C', '4 degrees Celsius'],
  [WON, '2-1', 'three goals to one'],
  [WHO, 'aged 40', 'a 14-year-old'],
  [DAY, '1-3 June', 'June 1, 2 and 4'],
  [DAY, 'the 4th of July', 'July 14'],
  [DAY, 'Jan. 5 and 6', 'January 5 and 7'],
  [DAY, 'Friday 12 June', 'Friday, June 19, 2026'],
  [DAY, '30 and 31 May', 'May 29 and 31'],
  [IN, 'Q1 2025', 'the second quarter of 2025'],
  [IN, 'the 1960s', 'the 1980s'],
  [IN, 'spring 2024', 'autumn 2024'],
  [PAID, '£750,000', 'a quarter of a million pounds'],
  [PAID, '$3.5 trillion', 'three and a half billion dollars'],
  [PAID, '20 pence', '£2'],
  [PAID, '€1m', 'a billion euros'],
  [PAID, '$1.5 million', '$1.5'],
  [COUNT, 'two and a half thousand', '25,000'],
  [COUNT, 'one in five', '50 percent of the'],
  [COUNT, '15,000', '50 thousand'],
  [COUNT, '5-6', 'seven or eight'],
  [COUNT, 'two dozen', 'four dozen'],
  [COUNT, 'more than 40', 'up to 40'],
  [COUNT, 'hundreds of', 'a dozen'],
  [FELL, '0.5 percent', 'five percent'],
  [FELL, 'three-fifths', 'two-fifths'],
  [AT, 'a quarter past nine', '9:45'],
  [AT, 'noon', '2 p.m.'],
  [LENGTH, '800 metres', '8 kilometres'],
  [LENGTH, '6 inches', '6 feet'],
  [WEIGHS, '3,000 kg', '30 tonnes'],
  [LASTED, 'half an hour', 'an hour'],
  [COLD, '-12 C', '-2 C'],
  [WON, '3-0', '3-1'],
];

describe('one figure written in two ways is no change', () => {
  test.each(ONE_WRITTEN_TWO_WAYS)('%s %s, %s', (sentence, from, to) => {
    expect([toldOf(sentence, from, to), toldOf(sentence, to, from)]).toEqual([[], []]);
  });
});

describe('another figure in the same place is one', () => {
  test.each(TWO_THINGS)('%s %s, %s', (sentence, from, to) => {
    expect(toldOf(sentence, from, to)).not.toEqual([]);
    expect(toldOf(sentence, to, from)).not.toEqual([]);
  });
});

test('people counted behind a day are no day', () => {
  const hurt = 'On June 9, _ people were hurt when the ferry struck the barrier off the north quay.';
  expect(toldOf(hurt, '17', '19')).toEqual(['17→19']);
});
