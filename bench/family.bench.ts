import { type CollatedFamily, collatedFamilies, stemmaOf } from '../eval/stemma-collated.js';
import { hasData } from '../eval/data.js';
import type { Bench } from './bench-case.js';

const SIZES = [24, 36, 50, 72, 100];

/** Pairs collated, true exemplars among them, and processor seconds to collate and to stem, for one family of each size. */
export const bench: Bench = {
  name: 'family',
  run(print) {
    if (!hasData('background-prosecutors.jsonl.gz')) print('the shared data is absent');
    else
      for (const size of SIZES) {
        const grown = timed(() =>
          collatedFamilies({ count: 1, which: 'tune', spun: true, smallest: size, largest: size }),
        );
        const family = grown.value[0];
        if (!family) continue;
        const stemmed = timed(() => stemmaOf(family, 'dated'));
        print(
          `${size} pages: ${family.collations.length} pairs, ${exemplarsFound(family)}; CPU s: grow and collate ${grown.seconds.toFixed(1)}, stem ${stemmed.seconds.toFixed(1)}`,
        );
      }
    return Promise.resolve();
  },
};

/** How many kept copyings are among the collated pairs. */
function exemplarsFound({ grown, witnesses, collations }: CollatedFamily): string {
  const places = new Map(witnesses.map(({ id }, i) => [id, i]));
  const pairs = new Set(collations.map(({ base, witness }) => `${base}:${witness}`));
  const kept = grown.descents.filter(({ exemplar, copy }) => places.has(exemplar) && places.has(copy));
  const found = kept.filter(({ exemplar, copy }) => {
    const [a = 0, b = 0] = [places.get(exemplar), places.get(copy)].sort((x = 0, y = 0) => x - y);
    return pairs.has(`${a}:${b}`);
  });
  return `${found.length} of ${kept.length} copyings`;
}

function timed<Value>(act: () => Value): { readonly value: Value; readonly seconds: number } {
  const began = process.cpuUsage();
  const value = act();
  const { user, system } = process.cpuUsage(began);
  return { value, seconds: (user + system) / 1e6 };
}
