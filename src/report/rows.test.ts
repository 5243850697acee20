import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collate } from '../collation/collate.js';
import type { Collation } from '../collation/collation.js';
import { openKnowledge } from '../knowledge/knowledge.js';
import { readPage } from '../page/read-page.js';
import { toWitness } from '../witness/to-witness.js';
import { rowsOf } from './rows.js';

const { lexicon, relationModel } = openKnowledge();
const SENTENCES = [
  'The harbour master closed the port at 4 a.m. on Sunday.',
  'Two ferries were held outside the breakwater for nine hours.',
  '“Nobody was hurt,” said Ilse Brandt, who runs the pilot station.',
  'The storm tore the roof off a warehouse in Quay Street.',
  'Insurers put the damage at 12 million crowns.',
  'Trains to the north were running again by Monday evening.',
];

function laid(base: string, witness: string): Collation {
  return collate(toWitness(readPage({ text: base }), lexicon), toWitness(readPage({ text: witness }), lexicon), {
    lexicon,
    model: relationModel,
  });
}

/** Words of a text that its side of the rows shows less often than it has them. */
function missing(text: string, sides: readonly (readonly { readonly text: string }[])[]): string[] {
  const shown = sides
    .map((pieces) => pieces.map((piece) => piece.text).join(''))
    .join(' ')
    .split(/\s+/);
  const words = text.split(/\s+/);
  const count = (all: readonly string[], word: string): number => all.filter((one) => one === word).length;
  return words.filter((word) => count(shown, word) < count(words, word));
}

describe('rowsOf', () => {
  it('shows every word of both texts', () => {
    const sentences = fc.shuffledSubarray(SENTENCES, { minLength: 2 });
    fc.assert(
      fc.property(sentences, sentences, (left, right) => {
        const base = left.join(' ');
        const witness = right.join(' ').replaceAll('closed', 'shut');
        const rows = rowsOf(laid(base, witness), base, witness);
        expect(
          missing(
            base,
            rows.map((row) => row.base),
          ),
        ).toEqual([]);
        expect(
          missing(
            witness,
            rows.map((row) => row.witness),
          ),
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('cuts at sentence ends that both sides have, and not behind "a.m."', () => {
    const base = SENTENCES.slice(0, 3).join(' ');
    const rows = rowsOf(laid(base, base), base, base);
    expect(
      rows.map((row) =>
        row.base
          .map((piece) => piece.text)
          .join('')
          .trim(),
      ),
    ).toEqual(SENTENCES.slice(0, 3));
  });

  it('cuts behind no title, initial or name of a saint', () => {
    const sentences = [
      'Three were badly hurt, said Dr. Tomas J. Okafor, head of the ward at St. Brannock Hospital.',
      'He added that No. 4 Quay Street and the U.S. Embassy were closed until 6 p.m. on Monday.',
    ];
    const base = sentences.join(' ');
    const rows = rowsOf(laid(base, base.replace('badly', 'gravely')), base, base.replace('badly', 'gravely'));
    expect(
      rows.map((row) =>
        row.base
          .map((piece) => piece.text)
          .join('')
          .trim(),
      ),
    ).toEqual(sentences);
  });

  it('keeps what stands on one side only in rows of its own', () => {
    const base = SENTENCES.slice(0, 3).join(' ');
    const witness = SENTENCES.slice(0, 4).join(' ');
    const alone = rowsOf(laid(base, witness), base, witness).filter((row) => row.passage === undefined);
    expect(
      alone.map((row) =>
        row.witness
          .map((piece) => piece.text)
          .join('')
          .trim(),
      ),
    ).toEqual([SENTENCES[3]]);
  });

  it('leaves what closes behind a passage in the row of its words', () => {
    const shared = 'The minister told the council that the harbour is “a quarrel that made both our peoples poorer';
    const base = `${shared}.” Nobody else spoke to the reporters on that evening.`;
    const witness = `${shared}”, in an English text sent out by the agency of the state.`;
    const rows = rowsOf(laid(base, witness), base, witness);
    const side = (which: 'base' | 'witness'): string[] =>
      rows.map((row) => row[which].map(({ text }) => text).join('')).filter((text) => text !== '');
    expect(side('base')).toEqual([`${shared}.”`, ' Nobody else spoke to the reporters on that evening.']);
    expect(side('witness')).toEqual([`${shared}”,`, ' in an English text sent out by the agency of the state.']);
    for (const { base: pieces, at } of rows)
      if (pieces.length > 0) expect(base.slice(...at.base)).toBe(pieces.map(({ text }) => text).join(''));
  });

  it('cuts a passage where it ends one text and the other goes on', () => {
    const base = SENTENCES.slice(0, 2).join(' ');
    const witness = SENTENCES.slice(0, 4).join(' ');
    const rows = rowsOf(laid(base, witness), base, witness).filter((row) => row.passage !== undefined);
    expect(rows.map((row) => base.slice(...row.at.base).trim())).toEqual(SENTENCES.slice(0, 2));
  });
});
