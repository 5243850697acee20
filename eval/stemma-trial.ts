import { openKnowledge } from '../src/knowledge/knowledge.js';
import { buildStemma } from '../src/stemma/build-stemma.js';
import { collateFamily } from '../src/collation/collate-family.js';
import { readFileSync } from 'node:fs';
import { trueCollations } from '../src/testing/copyist-collation.js';
import { plainWitness } from '../src/testing/plain-witness.js';
import { growFamilies } from './stemma-families.js';
import { scoreStemma } from './stemma-score.js';

const { lexicon } = openKnowledge();
const [count = '10', spun = 'spun', verbose = ''] = process.argv.slice(2);
const model = JSON.parse(readFileSync(new URL('../data/relation.json', import.meta.url), 'utf8'));
const real = process.env['REAL'] === '1';
const only = process.argv[5];
const families = growFamilies({
  count: Number(count),
  which: 'tune',
  spun: spun === 'spun',
  smallest: 5,
  largest: 40,
}).filter((_, i) => only === undefined || only.split(',').includes(String(i)));
const known = new Map<number, any>();
function memo(f: number, make: () => any) { const t = Date.now(); if (!known.has(f)) { known.set(f, make()); collating += Date.now() - t; pairs += known.get(f).length; } return known.get(f); }
let collating = 0, pairs = 0;
for (const dated of process.env["D"] ? [process.env["D"] === "1"] : [true, false]) {
  const sum = { copies: 0, right: 0, roots: 0, rootsRight: 0, merged: 0, mergedFound: 0, mergedWrongly: 0 };
  const began = Date.now();
  families.forEach((family, f) => {
    const kept = family.pages.filter((page) => !page.lost);
    const witnesses = kept.map((page) => {
      const witness = plainWitness(page.text, lexicon, page.id);
      return {
        ...witness,
        page: {
          ...witness.page,
          outlet: page.outlet,
          ...(dated && page.published ? { published: page.published } : {}),
        },
      };
    });
    const stemma = buildStemma(witnesses, real ? memo(f, () => collateFamily(witnesses, { lexicon, model })) : trueCollations(kept.map((page) => page.draft)), { lexicon });
    const score = scoreStemma(stemma, family);
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += score[key];
    if (verbose !== '') {
      console.log(
        f,
        kept.length,
        `lost ${family.pages
          .filter((page) => page.lost)
          .map((page) => page.id)
          .join()}`,
        score.wrong.join('; '),
      );
    }
  });
  console.log(
    dated ? 'dated' : 'undated',
    (sum.right / sum.copies).toFixed(3),
    JSON.stringify(sum),
    `${Date.now() - began} ms`,
  );
}
console.log('collating', collating, 'ms', pairs, 'pairs');
