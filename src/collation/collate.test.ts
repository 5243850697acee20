import { describe, expect, test } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import { variation } from '../testing/notation.js';
import { readPage } from '../page/read-page.js';
import { plainWitness } from '../testing/plain-witness.js';
import { toWitness } from '../witness/to-witness.js';
import type { Witness } from '../witness/witness.js';
import { collate } from './collate.js';
import type { Collation } from './collation.js';

const { lexicon, relationModel: model } = openKnowledge();

function collated(base: string, witness: string): Collation {
  return collate(plainWitness(base, lexicon), plainWitness(witness, lexicon), { lexicon, model });
}

/** `kind from→to` of each variant. */
function variantsOf(notation: string): string[] {
  const { base, witness } = variation(notation);
  return collated(base, witness).passages.flatMap((passage) =>
    passage.variants.map(({ kind, from, to }) => `${kind} ${from}→${to}`),
  );
}

const STORY = `The ferry operator Norrlines said on Tuesday that its oldest ship, the Halvard, would leave service in the autumn after 41 years.

The vessel carried about 9 million passengers between Tromsund and the outer islands, according to the company's own count. Its engines had failed twice in March.

"She owes us nothing," said Captain Ingrid Vale, who commanded the ship for a decade. "We will not see her like again."

Local councils want to keep the Halvard as a museum. The harbour office in Tromsund has set aside a berth, but nobody has promised the money for repairs.

A new ship built in Gdansk is due in September and will burn ammonia instead of diesel.`;

describe('collate', () => {
  test('a text with itself is one passage without variants', () => {
    const { passages, shared, relation } = collated(STORY, STORY);
    expect(passages).toEqual([{ base: [0, STORY.length], witness: [0, STORY.length], variants: [] }]);
    expect(shared).toEqual({ base: 1, witness: 1 });
    expect(relation).toBe('verbatim');
  });

  test('two texts without a common subject share nothing', () => {
    const other =
      'Scientists at the polar institute counted fewer puffins this summer. Warmer seas drive sand eels away, they wrote, and chicks starve in their burrows.';
    expect(collated(STORY, other).passages).toEqual([]);
  });

  test('each swapped word is a variant with its own two ranges', () => {
    const { base, witness, places } = variation(
      'The {minister|cleric} told a crowded {room|chamber} on Friday that the {harbour|haven} would be {closed|shuttered} for repairs until the spring.',
    );
    const [passage] = collated(base, witness).passages;
    expect(passage?.variants.map((variant) => [variant.base, variant.witness])).toEqual(
      places.map((place) => [place.base, place.witness]),
    );
  });

  test('a word swapped for a phrase is one variant', () => {
    expect(
      variantsOf(
        'The delegates met in Oslo, {where|the place} they signed the treaty {via|by way of} their envoys in a hotel.',
      ),
    ).toEqual(['substitution where→the place', 'substitution via→by way of']);
  });

  test('words that follow each other and are all swapped are paired one by one', () => {
    expect(
      variantsOf(
        'The committee heard {angry|wrathful} {farmers|agriculturists} {demand|exact} lower prices for seed and fuel.',
      ),
    ).toHaveLength(3);
  });

  test('spelling, figures and signs are variants that touch nothing', () => {
    const { base, witness } = variation(
      'The {colour|color} of the {2|two} flags cost {5 %|5 percent} more, {1,200|1200} crowns, the {organisers|organizers} said in Tromsund.',
    );
    const { passages, changes } = collated(base, witness);
    const variants = passages.flatMap((passage) => passage.variants);
    expect(variants.map(({ kind }) => kind)).toEqual(variants.map(() => 'spelling'));
    expect(variants.flatMap(({ touches }) => touches)).toEqual([]);
    expect(changes.numbers).toEqual([]);
  });

  test('quotes and dashes of another make are no variants', () => {
    expect(
      collated(
        '“She owes us nothing,” said the captain – who knew the ship.',
        '"She owes us nothing," said the captain - who knew the ship.',
      ).passages[0]?.variants,
    ).toEqual([]);
  });

  test('an omitted and an added word are told as such', () => {
    expect(
      variantsOf('The {old |}ferry left Tromsund for the outer islands with{| only} forty passengers aboard.'),
    ).toEqual(['omission old→', 'addition →only']);
  });

  test('a phrase moved inside its sentence is a transposition', () => {
    const { passages } = collated(
      'On Tuesday evening the operator of the ferry announced its retirement in Tromsund.',
      'The operator of the ferry announced its retirement in Tromsund on Tuesday evening.',
    );
    expect(passages.flatMap((passage) => passage.variants.map(({ kind }) => kind))).toContain('transposition');
  });

  test('a word that is dropped here and added a long way on was not moved', () => {
    const middle = STORY.split('\n\n').slice(1).join(' ');
    const kinds = (far: string): string[] =>
      variantsOf(
        `The harbour office of Tromsund has {grudgingly |}set aside a berth for it. ${far} The ship will be {|grudgingly }towed there in the spring.`,
      );
    expect(kinds(middle)).toEqual(['omission grudgingly→', 'addition →grudgingly']);
    expect(kinds('')).toEqual(['transposition grudgingly→grudgingly']);
  });

  test('two phrases that change places are a transposition', () => {
    const kinds = (base: string, witness: string): string[] =>
      collated(base, witness).passages.flatMap((passage) => passage.variants.map(({ kind }) => kind));
    expect(
      kinds(
        'The museum wants money for the crane and the harbour office, as everybody in Tromsund knows.',
        'The museum wants money for the harbour office and the crane, as everybody in Tromsund knows.',
      ),
    ).toEqual(['transposition']);
    expect(
      kinds(
        'The prosecutors and the police searched the ferry on Tuesday in Tromsund for stolen crowns.',
        'The police and the prosecutors searched the ferry on Tuesday in Tromsund for stolen crowns.',
      ),
    ).toContain('transposition');
  });

  test('a moved paragraph is a passage of its own', () => {
    const blocks = STORY.split('\n\n');
    const moved = [blocks[3], blocks[0], blocks[1], blocks[2], blocks[4]].join('\n\n');
    const { passages, shared } = collated(STORY, moved);
    expect(passages.length).toBe(3);
    expect(passages.map((passage) => passage.moved)).toEqual([undefined, true, undefined]);
    expect(passages.every((passage) => passage.variants.length === 0)).toBe(true);
    expect(shared.witness).toBe(1);
  });

  test('a sentence split in two stays one passage', () => {
    const witness = STORY.replace('berth, but nobody', 'berth. Nobody');
    const { passages } = collated(STORY, witness);
    expect(passages.length).toBe(1);
    expect(passages[0]?.variants.map(({ from }) => from)).toEqual(['but']);
  });

  test('a share bar that both pages have is no passage, a short sentence of the report is one', () => {
    const page = (text: string): Witness =>
      toWitness(readPage({ text: `Ferry leaves service in Tromsund\n\n${text}` }), lexicon);
    const passages = (a: string, b: string): string[] => {
      const [base, witness] = [page(a), page(b)];
      return collate(base, witness, { lexicon, model }).passages.map((passage) => base.text.slice(...passage.base));
    };
    const [here, there] = [
      'The ferry operator Norrlines said on Tuesday that its oldest ship would leave service in the autumn after 41 years.',
      'Scientists at the polar institute counted fewer puffins this summer, they wrote in a report on seabirds.',
    ];
    expect(passages(`${here}\n\nAdvertisement\n\nShe left.`, `${there}\n\nAdvertisement\n\nHe stayed.`)).not.toContain(
      'Advertisement',
    );
    expect(passages(`${here} She left.`, `${there} She left.`)).toContain('She left.');
  });

  test('text that only one side has parts two passages', () => {
    const witness = STORY.replace(
      '\n\nLocal councils',
      '\n\nRead our newsletter for more news from the coast every morning before breakfast.\n\nLocal councils',
    );
    expect(collated(STORY, witness).passages.length).toBe(2);
  });
});

describe('changes', () => {
  test('a changed number is told with both readings, other spelling is not', () => {
    const { base, witness } = variation(
      STORY.replace('41 years', '{41|14} years').replace('a decade', 'a decade').replace('about 9', 'about {9|nine}'),
    );
    const { numbers } = collated(base, witness).changes;
    expect(numbers.map(({ from, to }) => [from, to])).toEqual([['41 years', '14 years']]);
    expect(numbers[0]?.sentence).toContain('14');
  });

  test('a changed day and month are dates', () => {
    const { base, witness } = variation(
      STORY.replace('on Tuesday', 'on {Tuesday|Monday}').replace('in March', 'in {March|April}'),
    );
    expect(collated(base, witness).changes.dates.map(({ to }) => to)).toEqual(['Monday', 'April']);
  });

  test('an exchanged speaker is one change of quotation and name, a shortened name is none', () => {
    const { base, witness } = variation(STORY.replace('Captain Ingrid Vale', 'Captain Ingrid {Vale|Moen}'));
    const { quotes, names } = collated(base, witness).changes;
    expect(names).toEqual([]);
    expect(quotes.map(({ from, to, also }) => [from, to, also])).toEqual([
      ['Captain Ingrid Vale', 'Captain Ingrid Moen', ['names']],
    ]);
    const short = variation(STORY.replace('Captain Ingrid Vale', '{Captain Ingrid |}Vale'));
    expect(collated(short.base, short.witness).changes.names).toEqual([]);
  });

  test('a quotation with altered words is one change', () => {
    const { base, witness } = variation(STORY.replace('see her like again', 'see her {like|kind} {again|once more}'));
    expect(collated(base, witness).changes.quotes.map(({ from, to }) => [from, to])).toEqual([
      ['like again', 'kind once more'],
    ]);
  });

  test('a quotation laid in another mouth is a change of the quotation', () => {
    const story = (first: string, second: string): string =>
      `"She owes us nothing," said ${first}. The ferry sailed on Tuesday with forty passengers. "We will not see her like again," said ${second}, who commanded the ship.`;
    const { quotes } = collated(story('Ingrid Vale', 'Oskar Moen'), story('Oskar Moen', 'Ingrid Vale')).changes;
    expect(quotes.map(({ from, to }) => [from, to])).toEqual([
      ['Ingrid Vale', 'Oskar Moen'],
      ['Oskar Moen', 'Ingrid Vale'],
    ]);
  });

  test('a misspelt name beside a quotation is a change of the name alone', () => {
    const story = (name: string): string =>
      `"She owes us nothing," said ${name}, who commanded the ship. The ferry sailed on Tuesday with forty passengers and a crew of nine.`;
    const { quotes, names } = collated(story('Pieter Aldous'), story('Peter Aldus')).changes;
    expect([quotes.length, names.length]).toEqual([0, 1]);
  });

  test('a sentence that begins elsewhere is no other name', () => {
    const base =
      'The families are owed an answer, the minister said. Norrlines said it was cooperating with the inspectors and that the ferry had passed in November.';
    const witness =
      'The families are owed an answer, he said, and no delays. The company said it was cooperating with the inspectors and that the ferry had passed in November.';
    expect(collated(base, witness).changes.names).toEqual([]);
  });

  test('a figure given in a second unit as well, or bounded in other words, is no other figure', () => {
    const unit = variation(
      'The wave in the harbour of Tromsund was 22 {meters|metres (72 feet)} high when it broke on the pier.',
    );
    expect(collated(unit.base, unit.witness).changes.numbers).toEqual([]);
    const bound = variation(
      'The office in Tromsund said on Friday that {at least|no less than} 12 people were hurt on the pier.',
    );
    expect(collated(bound.base, bound.witness).changes.meaning).toEqual([]);
  });

  test('the time at which a pasted page came out is no changed number', () => {
    const page = (time: string): Witness =>
      toWitness(readPage({ text: `Old ferry leaves service\n\nMarch 9, 2026 at ${time} p.m.\n\n${STORY}` }), lexicon);
    const { numbers, dates } = collate(page('4:47'), page('6:12'), { lexicon, model }).changes;
    expect([...numbers, ...dates]).toEqual([]);
  });

  test('another name in a sentence without a quotation leaves the quotations alone', () => {
    const { base, witness } = variation(
      '"She owes us nothing," said the captain of the ship. The berth was promised by {Ingrid Vale|Oskar Moen} in the spring.',
    );
    const { quotes, names } = collated(base, witness).changes;
    expect([quotes.length, names.length]).toEqual([0, 1]);
  });

  test('a lost negation and an antonym change the meaning', () => {
    const { base, witness } = variation(
      STORY.replace('will not see', 'will {not |}see').replace('oldest ship', '{oldest|newest} ship'),
    );
    const { quotes, meaning } = collated(base, witness).changes;
    expect(meaning.map(({ from }) => from)).toEqual(['oldest']);
    expect(quotes.map(({ from, also }) => [from, also])).toEqual([['not', ['meaning']]]);
  });

  test('an added denial and a dropped reserve change the meaning', () => {
    const added = variation(
      'The company {did|did not} tell the inspectors about the leak in the hull before the ferry sailed.',
    );
    expect(collated(added.base, added.witness).changes.meaning).toHaveLength(1);
    const dropped = variation(
      'The {alleged |}fraud cost the harbour office of Tromsund more than the new berth and its crane.',
    );
    expect(collated(dropped.base, dropped.witness).changes.meaning).toHaveLength(1);
  });

  test('a contraction is a spelling, and a negation that both sides have is none', () => {
    const { base, witness } = variation(
      'The harbour office {did not|didn’t} say when the crane{ is|’s} coming, and {nobody|no person} in the town asked it about the berth.',
    );
    const variants = collated(base, witness).passages.flatMap((passage) => passage.variants);
    expect(variants.map(({ from, kind, touches }) => [from, kind, touches])).toEqual([
      ['did not', 'spelling', []],
      ['is', 'spelling', []],
      ['nobody', 'substitution', []],
    ]);
  });

  test('"whether or not" turns nothing round', () => {
    const { base, witness } = variation(
      'The council asked whether {|or not }the museum could be paid for by the harbour office.',
    );
    expect(collated(base, witness).changes.meaning).toEqual([]);
  });
});
