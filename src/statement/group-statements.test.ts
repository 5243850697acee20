import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../knowledge/knowledge.js';
import { trueCollations } from '../testing/copyist-collation.js';
import { draftOf, printDraft } from '../testing/copyist-draft.js';
import { plainWitness } from '../testing/plain-witness.js';
import { groupStatements } from './group-statements.js';
import { otherSide } from './other-side.js';
import type { Statement } from './statement.js';

const { lexicon } = openKnowledge();

function said(text: string, content: string, more: Partial<Statement> = {}): Statement {
  const start = text.indexOf(content);
  return {
    kind: 'indirect',
    content: [[start, start + content.length]],
    cue: [],
    speaker: [],
    via: [],
    marks: [],
    probability: 1,
    ...more,
  };
}

function grouped(pages: readonly (readonly [text: string, content: string, more?: Partial<Statement>])[]): number {
  const family = pages.map(([text], i) => plainWitness(text, lexicon, String(i)));
  return groupStatements(
    family,
    pages.map(([text, content, more]) => [said(text, content, more)]),
    { lexicon },
  ).length;
}

const ONE = 'Ilse Brandt said the ferry pier would be closed before winter.';
const SAME = 'The ferry pier will close before the winter, Brandt told reporters.';
const OTHER = 'Ilse Brandt said nobody had asked the fishermen.';

describe('groupStatements', () => {
  it('puts the same content of one speaker in one group, in other words too', () => {
    expect(
      grouped([
        [ONE, 'the ferry pier would be closed before winter', { name: 'Ilse Brandt' }],
        [SAME, 'The ferry pier will close before the winter', { name: 'Brandt' }],
      ]),
    ).toBe(1);
  });

  it('puts two ears’ versions of one quotation in one group', () => {
    const one = '“We came to end a quarrel that has made both of our peoples poorer,” Brandt said.';
    const other = 'Brandt wanted to finish “a quarrel that made both our peoples poorer” and go home.';
    expect(
      grouped([
        [one, 'We came to end a quarrel that has made both of our peoples poorer', { name: 'Ilse Brandt' }],
        [other, 'to finish “a quarrel that made both our peoples poorer”', { name: 'Ilse Brandt' }],
      ]),
    ).toBe(1);
  });

  it('leaves out what somebody only wants', () => {
    expect(grouped([[ONE, 'the ferry pier would be closed before winter', { marks: ['attitude'] }]])).toBe(0);
  });

  it('leaves out a content that only points to what was said', () => {
    expect(grouped([['“The pier is safe.” Brandt said so on Monday.', 'so']])).toBe(0);
    expect(grouped([['Brandt said that.', 'that.']])).toBe(0);
    expect(grouped([['Brandt said that sheds burned.', 'that sheds burned']])).toBe(1);
  });

  it('keeps apart what one speaker said of different things', () => {
    expect(
      grouped([
        [ONE, 'the ferry pier would be closed before winter', { name: 'Ilse Brandt' }],
        [OTHER, 'nobody had asked the fishermen', { name: 'Ilse Brandt' }],
      ]),
    ).toBe(2);
  });

  it('keeps apart speakers and occasions', () => {
    const content = 'the ferry pier would be closed before winter';
    const plain = [ONE, content, { name: 'Ilse Brandt', time: '2026-03-02' }] as const;
    expect(grouped([plain, [ONE, content, { name: 'Jonas Felde', time: '2026-03-02' }]])).toBe(2);
    expect(grouped([plain, [ONE, content, { name: 'Ilse Brandt', time: '2026-03-09' }]])).toBe(2);
  });

  it('puts what contradicts each other in one group where two pages have it, never where one page has both', () => {
    const content = 'the ferry pier would be closed before winter';
    const denied = { name: 'Ilse Brandt', marks: ['denial'] };
    const struck =
      'passengers of the early ferry were bruised or cut when it struck a sunken barrier off the north quay';
    const [early, late] = [`17 ${struck}`, `71 ${struck}`];
    const named = { name: 'Ilse Brandt' };
    expect(
      grouped([
        [ONE, content, named],
        [ONE, content, denied],
      ]),
    ).toBe(1);
    expect(
      grouped([
        [`${early}, Brandt said.`, early, named],
        [`${late}, Brandt said.`, late, named],
      ]),
    ).toBe(1);
    const text = `${early}, Brandt said. ${late}, Brandt said.`;
    const both = [said(text, early, named), said(text, late, named)];
    expect(groupStatements([plainWitness(text, lexicon, '0')], [both], { lexicon })).toHaveLength(2);
  });

  it('follows the collation where a machine changed every word, and not where two pages share words by chance', () => {
    let slot = 0;
    const draft = draftOf('Brandt said planks gave way. Nobody spoke.', '', () => slot++);
    const spun = {
      ...draft,
      paragraphs: draft.paragraphs.map((sentences) =>
        sentences.map((slots) => slots.map((word) => ({ ...word, text: `${word.text}x` }))),
      ),
    };
    const texts = [draft, spun].map(printDraft);
    const family = texts.map((text, i) => plainWitness(text, lexicon, String(i)));
    const statements = [[said(texts[0] ?? '', 'planks gave way')], [said(texts[1] ?? '', 'planksx gavex')]];
    expect(groupStatements(family, statements, { lexicon, collations: trueCollations([draft, spun]) })).toHaveLength(1);
    expect(groupStatements(family, statements, { lexicon })).toHaveLength(2);
    const chance = trueCollations([draft, spun]).map((pair) => ({
      ...pair,
      collation: { ...pair.collation, relations: { ...NOTHING, unrelated: 1 } },
    }));
    expect(groupStatements(family, statements, { lexicon, collations: chance })).toHaveLength(2);
  });
});

const NOTHING = { verbatim: 0, spun: 0, rewritten: 0, partial: 0, independent: 0, unrelated: 0 };

describe('otherSide', () => {
  it('leads through equal words and takes a variant whole', () => {
    const variant = {
      kind: 'substitution',
      base: [4, 7],
      witness: [4, 9],
      from: 'old',
      to: 'aged',
      touches: [],
    } as const;
    const passage = { base: [0, 20], witness: [0, 22], variants: [variant] } as const;
    expect(otherSide([[0, 3]], [passage])).toEqual([[0, 3]]);
    expect(otherSide([[5, 10]], [passage])).toEqual([[4, 12]]);
    expect(otherSide([[30, 40]], [passage])).toEqual([]);
  });
});
