import { describe, expect, test } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import { readPage } from '../page/read-page.js';
import { plainWitness } from '../testing/plain-witness.js';
import { toWitness } from '../witness/to-witness.js';
import type { Witness } from '../witness/witness.js';
import { collate } from './collate.js';
import type { Collation } from './collation.js';

const { lexicon, relationModel: model } = openKnowledge();

function collated(base: Witness, witness: Witness): Collation {
  return collate(base, witness, { lexicon, model });
}

function plain(base: string, witness: string): Collation {
  return collated(plainWitness(base, lexicon), plainWitness(witness, lexicon));
}

const BARRIER =
  'The 48 million crown flood barrier was opened in March after two years of delays. An audit last year warned that its sensors failed in 12 percent of tests.';
const TICKETS = 'The ferry operator said it had suspended all sailings until Friday and would refund 1,850 tickets.';
const QUOTE = '“Someone knew that this barrier was not safe,” Velde said.';

describe('sentences that share no more than small words', () => {
  test('a link between two stories is no altered quotation', () => {
    const { changes, passages } = plain(
      `${BARRIER}\n\n${TICKETS}\n\n${QUOTE}`,
      `${BARRIER}\n\nAnd that was not all.\n\nFish prices in the northern ports rose by 9 percent in May, the regional market board said.`,
    );
    expect(changes.quotes).toEqual([]);
    expect(passages).toHaveLength(1);
  });

  test('two quotations of other persons on other things are none', () => {
    const { passages, changes } = plain(
      `${BARRIER}\n\n${QUOTE} “We will find out who.”`,
      'Janet Pell was pouring tea in the saloon when the floor, as she put it, just jumped.\n\nA young deckhand carried two children down the stairs. “I don’t know his name,” she said. “I want to.”',
    );
    expect([passages, changes.quotes]).toEqual([[], []]);
  });

  test('a person whom both name makes no passage of two sentences', () => {
    const { passages } = plain(
      `Mayor Tomas Okafor denied on Monday that the council had known of the cracks in the pier. ${TICKETS}`,
      'Mayor Tomas Okafor to publish his letters to the harbour office this week. Fish prices in the northern ports rose by 9 percent in May.',
    );
    expect(passages).toEqual([]);
  });

  test('a sentence told in other words beside copied ones is a passage all the same', () => {
    const { passages } = plain(
      `${BARRIER}\n\n${TICKETS}\n\n${QUOTE}`,
      `${BARRIER}\n\nAll sailings were halted until Friday by the ferry company, which promised to reimburse 1,850 tickets.\n\n${QUOTE}`,
    );
    expect(passages).toHaveLength(1);
  });
});

describe('a heading', () => {
  const article = (body: string): Witness =>
    toWitness(
      readPage({
        html: `<html><body><main><article><h1>Ferry strikes barrier off the north quay</h1>${body}</article></main></body></html>`,
      }),
      lexicon,
    );
  const crew =
    '<p>“Our crew acted by the book,” chief executive Peter Lunde said in a statement on Tuesday evening. “I will not accept that they are blamed before the inquiry has begun.”</p>';
  const hurt =
    '<p>The coast guard said that 17 people were hurt and 212 passengers had to be taken off the ship by tugs and lifeboats.</p>';

  test('stands for no sentence', () => {
    const base = article(`${hurt}<p>${TICKETS}</p>${crew}`);
    const witness = article(`${hurt}<h2>Operator: crew acted by the book</h2>${crew}`);
    const { passages } = collated(base, witness);
    const held = passages.map((passage) => witness.text.slice(...passage.witness)).join(' ');
    expect(held).toContain('17 people were hurt');
    expect(held).toContain('before the inquiry has begun');
    expect(held).not.toContain('Operator: crew');
  });

  test('stands for a heading', () => {
    const base = article(`${hurt}<h2>Crew acted by the book, operator says</h2>${crew}`);
    const witness = article(`${hurt}<h2>Operator: crew acted by the book</h2>${crew}`);
    const { passages } = collated(base, witness);
    expect(passages.map((passage) => witness.text.slice(...passage.witness)).join(' ')).toContain('Operator: crew');
  });
});
