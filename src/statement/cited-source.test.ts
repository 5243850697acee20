import { describe, expect, test } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import { plainWitness } from '../testing/plain-witness.js';
import { findStatements } from './find-statements.js';

const { lexicon, statementModel: model } = openKnowledge();

/** Who speaks through whom in a sentence. */
const toldIn = (text: string) =>
  findStatements(plainWitness(text, lexicon), { lexicon, model }).map(({ name, via }) => [name, ...via]);

describe('who speaks, through whom, as agencies write it', () => {
  test.each([
    ['Putin told Interfax that the talks had failed, Reuters reported.', ['Putin', 'Interfax', 'Reuters']],
    [
      'Putin told Interfax, which is run by the state, that the talks had failed, Reuters reported.',
      ['Putin', 'Interfax', 'Reuters'],
    ],
    [
      'Foreign Minister Carl Roe, quoted by state news agency TASS, said that Ostrey was not ready.',
      ['Carl Roe', 'TASS'],
    ],
    ['Carl Roe said that the bombs were of a new type, according to Suspilne.', ['Carl Roe', 'Suspilne']],
    ['Mayor Denise Wu said in a Facebook post Sunday that crews were at work.', ['Denise Wu', 'Facebook']],
    [
      'Al-Mahra News, which is close to the service, quoted a high-ranking source as saying that Ostrey would not accept it.',
      ['high-ranking source', 'Al-Mahra News'],
    ],
    ['“He had a hymnal,” Calvin Boon told WSMV-TV.', ['Calvin Boon', 'WSMV-TV']],
    ['In an interview with RFI broadcast on Thursday, Carl Roe said the talks were over.', ['Carl Roe', 'RFI']],
    ['TASS cited Defense Minister Carl Roe as saying that the plant had been hit.', ['Carl Roe', 'TASS']],
    ['“It is over,” the state news agency IRNA quoted Roe as saying on Wednesday.', ['Roe', 'IRNA']],
    ['“We are ready,” Peskov was quoted by RIA Novosti as saying.', ['Peskov', 'RIA Novosti']],
    ['“It is over,” Roe said, as quoted by Interfax.', ['Roe', 'Interfax']],
    ['“It is over,” Roe said, according to the Interfax news agency.', ['Roe', 'Interfax']],
    [
      'Kremlin spokesman Dmitry Peskov told the TASS news agency on Tuesday that the talks would go on.',
      ['Dmitry Peskov', 'TASS'],
    ],
    [
      'The bank will cut 400 jobs, according to a report by the Financial Times citing two people familiar with the matter.',
      ['two people familiar with the matter', 'Financial Times'],
    ],
    [
      'According to the Wall Street Journal, which cited people familiar with the matter, the bank will cut 400 jobs.',
      ['people familiar with the matter', 'Wall Street Journal'],
    ],
    [
      'The Times of London, quoting unnamed diplomats, said the embassy would be closed.',
      ['unnamed diplomats', 'Times of London'],
    ],
    [
      'Yonhap, citing a South Korean military source, reported that the missile flew 400 kilometers.',
      ['South Korean military source', 'Yonhap'],
    ],
    [
      'Two soldiers were wounded, the official SANA news agency said, citing a military source.',
      ['military source', 'SANA'],
    ],
    [
      'The pro-government daily Sabah reported that the army had crossed the border, citing security sources.',
      ['security sources', 'Sabah'],
    ],
    [
      '“We are ready,” Peskov told reporters in Moscow, Russian news agencies reported.',
      ['Peskov', 'Russian news agencies'],
    ],
    ['A source close to the talks told Reuters that no deal was near.', ['source close to the talks', 'Reuters']],
    ['Roe, speaking to the BBC, denied that he had met the builder.', ['Roe', 'BBC']],
    [
      'In an interview with Der Spiegel published Saturday, Chancellor Ann Roe said the army needed more money.',
      ['Ann Roe', 'Der Spiegel'],
    ],
    [
      'Kim praised workers for their “high spirit,” the official Korean Central News Agency said.',
      ['Kim', 'Korean Central News Agency'],
    ],
  ])('%s', (text, chain) => expect(toldIn(text)).toEqual([chain]));
});

describe('a platform is a link', () => {
  test.each([
    ['“We will not sign,” President Carl Roe wrote on Telegram on Wednesday.', ['Carl Roe', 'Telegram']],
    ['The plant had been hit, Governor Carl Roe said on the Telegram messaging app.', ['Carl Roe', 'Telegram']],
    ['“We will not sign,” President Carl Roe said in a post on X.', ['Carl Roe', 'X']],
    ['“We will not sign,” President Carl Roe wrote on X, formerly known as Twitter.', ['Carl Roe', 'X']],
    ['The army said in a statement on Facebook that two soldiers had been killed.', ['army', 'Facebook']],
  ])('%s', (text, chain) => expect(toldIn(text)).toEqual([chain]));
});

describe('what only tells how a page has something is no statement of its own', () => {
  test.each([
    [
      'The deal is dead, two people with direct knowledge of the matter told Bloomberg News, asking not to be identified because the talks are private.',
    ],
    ['The bank’s chief executive, Ann Roe, told staff in a memo seen by Reuters that the cuts would begin in July.'],
  ])('%s', (text) => expect(toldIn(text)).toHaveLength(1));
});

test('officials who hide their names are marked so', () => {
  const text =
    'The talks have failed, said two officials who spoke on condition of anonymity because they were not authorized to discuss them.';
  const [found] = findStatements(plainWitness(text, lexicon), { lexicon, model });
  expect(found?.name).toMatch(/^two officials/u);
  expect(found?.marks).toContain('anonymous');
});
