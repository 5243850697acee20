import { readFileSync } from 'node:fs';
import { collate } from '../src/collation/collate.js';
import type { Relation } from '../src/collation/collation.js';
import type { Knowledge } from '../src/knowledge/knowledge.js';
import { readPage } from '../src/page/read-page.js';
import { toWitness } from '../src/witness/to-witness.js';
import type { Witness } from '../src/witness/witness.js';

const EXAMPLES = new URL('../examples/', import.meta.url);

interface Told {
  readonly file: string;
  readonly url?: string;
  readonly relation: Relation | 'original';
  readonly exemplar: string | null;
}

/** Relation and older side of each page of the example stories against its exemplar, as its own HTML or text is read. */
export function judgeExamples({ lexicon, relationModel }: Knowledge): {
  readonly pairs: number;
  readonly right: number;
  readonly directed: number;
  readonly wrongWay: number;
} {
  const truth = JSON.parse(readFileSync(new URL('truth.json', EXAMPLES), 'utf8')) as Record<
    string,
    { readonly witnesses: readonly Told[] }
  >;
  const count = { pairs: 0, right: 0, directed: 0, wrongWay: 0 };
  for (const [story, { witnesses }] of Object.entries(truth)) {
    const read = new Map(witnesses.map((told) => [told.file, witnessOf(story, told, lexicon)]));
    const original = witnesses.find((told) => told.relation === 'original');
    for (const told of witnesses) {
      const base = read.get(told.exemplar ?? original?.file ?? '');
      const witness = read.get(told.file);
      if (told.relation === 'original' || !base || !witness) continue;
      const { relation, direction } = collate(base, witness, { lexicon, model: relationModel });
      count.pairs++;
      if (relation === told.relation) count.right++;
      if (direction !== 'unknown') count.directed++;
      if (direction === 'witness') count.wrongWay++;
    }
  }
  return count;
}

function witnessOf(story: string, { file, url }: Told, lexicon: Knowledge['lexicon']): Witness {
  const content = readFileSync(new URL(`${story}/${file}`, EXAMPLES), 'utf8');
  const address = url === undefined ? {} : { url };
  return toWitness(
    readPage(file.endsWith('.txt') ? { ...address, text: content } : { ...address, html: content }),
    lexicon,
  );
}
