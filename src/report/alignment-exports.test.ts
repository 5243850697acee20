import { describe, expect, test } from 'vitest';
import { alignFamily } from '../collation/align-family.js';
import { collate } from '../collation/collate.js';
import { openKnowledge } from '../knowledge/knowledge.js';
import { variation } from '../testing/notation.js';
import { plainWitness } from '../testing/plain-witness.js';
import { alignmentCsv, renderAlignment, siglaOf } from './alignment-table.js';
import { apparatusOf, renderApparatus } from './apparatus.js';
import { collationCsv, csvLine } from './csv.js';
import { familyTei } from './tei.js';

const { lexicon, relationModel: model } = openKnowledge();
const STYLE = { colour: false, width: 100 };
const BASE =
  'The harbour office in Tromsund said on Friday that the old ferry would leave service. Its captain & crew "will stay on".';
const FIRST = BASE.replace('old ferry', 'aged vessel').replace('captain', 'skipper');
const SECOND = BASE.replace('old ferry', 'aged ferry').replace(' on Friday', '');
const [base, first, second] = [BASE, FIRST, SECOND].map((text) => plainWitness(text, lexicon));
if (!base || !first || !second) throw new Error('three witnesses');
const table = alignFamily(base, [first, second], { lexicon });

describe('the alignment table', () => {
  test('has a column a witness and gives every witness back word for word', () => {
    const words = (text: string): string[] => text.match(/[\p{L}&]+/gu) ?? [];
    for (const [column, text] of [FIRST, SECOND].entries()) {
      expect(words(table.rows.map((row) => row.readings[column]?.text ?? '').join(' '))).toEqual(words(text));
    }
    expect(words(table.rows.map((row) => row.base.text).join(' '))).toEqual(words(BASE));
  });

  test('prints readings that differ beside the base and equal stretches in one row', () => {
    const printed = renderAlignment(table, STYLE);
    expect(printed).toMatch(/old +│ aged +│ aged/);
    expect(printed).toMatch(/ferry +│ vessel +│ ferry/);
  });

  test('as CSV has a line a row', () => {
    expect(alignmentCsv(table).trimEnd().split('\r\n')).toHaveLength(table.rows.length + 1);
  });

  test('names witnesses beyond Z', () => {
    expect(siglaOf(28).slice(-3)).toEqual(['Z', 'A1', 'B1']);
  });
});

describe('the apparatus', () => {
  test('groups witnesses that share a reading', () => {
    const [sentence] = apparatusOf(table);
    expect(sentence?.entries).toContainEqual({ lemma: 'old', variants: [{ reading: 'aged', sigla: ['A', 'B'] }] });
    expect(sentence?.entries).toContainEqual({ lemma: 'ferry', variants: [{ reading: 'vessel', sigla: ['A'] }] });
  });

  test('marks what is left out', () => {
    expect(renderApparatus(table, STYLE)).toContain('Friday] om. B');
  });
});

describe('exports', () => {
  test('TEI is well formed, keeps the marks of the base and names all witnesses', () => {
    const tei = familyTei(table);
    expect(tei).toContain('<app><lem wit="#base">old</lem><rdg wit="#A #B">aged</rdg></app>');
    expect(tei).toContain('&quot;will stay on&quot;');
    const open = [...tei.matchAll(/<(\w+)(?:\s[^<>]*[^/<>])?>/g)].map((match) => match[1]);
    const closed = [...tei.matchAll(/<\/(\w+)>/g)].map((match) => match[1]);
    expect(open.sort()).toEqual(closed.sort());
    expect(tei.replaceAll(/&(?:amp|quot|lt|gt|#39);/g, '')).not.toContain('&');
  });

  test('CSV lists variants and changes with offsets', () => {
    const { base: left, witness: right } = variation(
      'The fire in Tromsund injured {12|21} people on the pier, the harbour office said.',
    );
    const csv = collationCsv(collate(plainWitness(left, lexicon), plainWitness(right, lexicon), { lexicon, model }));
    expect(csv).toContain('variant,substitution,number,29,31,12,29,31,21,');
    expect(csv).toContain('change,numbers,');
  });

  test('a field that a spreadsheet would run is given as text', () => {
    expect(csvLine(['=1+1', 'a "b", c', '-5'])).toBe(`'=1+1,"a ""b"", c",-5\r\n`);
  });
});
