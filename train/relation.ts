import { writeFileSync } from 'node:fs';
import { mobyThesaurus } from '../eval/moby-thesaurus.js';
import { half } from '../eval/data.js';
import { relationPairs, type RelationPair } from '../eval/relation-pairs.js';
import { RELATIONS } from '../src/collation/collation.js';
import { viewOf } from '../src/collation/collate.js';
import { judgeRelation, type RelationModel } from '../src/collation/judge-relation.js';
import { relationFeatures, type RelationFeatures } from '../src/collation/relation-features.js';
import { openKnowledge } from '../src/knowledge/knowledge.js';
import { plainWitness } from '../src/testing/plain-witness.js';
import type { Thesaurus } from '../src/testing/spinner.js';
import type { Lexicon } from '../src/witness/lexicon.js';
import { trainNetwork } from './network.js';

const OUTPUT = new URL('../data/relation.json', import.meta.url);

/** Trains the judgement of relations (the few real answers count threefold) on the tuning half and writes `data/relation.json`. Same data, same file. */
export function buildRelation(): void {
  const { lexicon } = openKnowledge();
  const made = relationPairs({ part: 'tune', count: 650, seed: 1, thesauri: tuningThesauri(lexicon) });
  const pairs = [
    ...made,
    ...made.filter(({ origin }) => origin.startsWith('answer')),
    ...made.filter(({ origin }) => origin.startsWith('answer')),
  ];
  const model = fitRelation(pairs, lexicon);
  writeFileSync(
    OUTPUT,
    JSON.stringify(model, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(5)) : value)) +
      '\n',
  );
  console.log(`data/relation.json: ${pairs.length} pairs, ${model.features.length} features`);
}

/** Spinners to learn from: the lexicon's own synonyms, and half of Moby's entries, which the lexicon doesn't know. */
export function tuningThesauri(lexicon: Lexicon): readonly Thesaurus[] {
  const known: Thesaurus = (phrase) => lexicon.synonyms(phrase).slice(0, 4);
  const moby = [
    mobyThesaurus({ phrases: 0, functionWords: true }),
    mobyThesaurus({ phrases: 0.3, functionWords: true }),
  ];
  const halved = moby.map(
    (thesaurus): Thesaurus =>
      (phrase) =>
        half(phrase) === 'tune' ? thesaurus(phrase) : known(phrase),
  );
  const mixed: Thesaurus = (phrase) => (phrase.length % 3 === 0 ? (halved[0]?.(phrase) ?? []) : known(phrase));
  return [known, ...halved, mixed];
}

/** Standardises features and trains the network on them. */
export function fitRelation(pairs: readonly RelationPair[], lexicon: Lexicon): RelationModel {
  const rows = pairs.map(({ base, witness }) =>
    relationFeatures(viewOf(plainWitness(base, lexicon), plainWitness(witness, lexicon), lexicon)),
  );
  const features = Object.keys(rows[0] ?? {});
  const mean = features.map((name) => average(rows, (row) => row[name] ?? 0));
  const scale = features.map(
    (name, f) => Math.sqrt(average(rows, (row) => ((row[name] ?? 0) - (mean[f] ?? 0)) ** 2)) || 1,
  );
  const inputs = rows.map((row) =>
    features.map((name, f) => Math.max(-4, Math.min(4, ((row[name] ?? 0) - (mean[f] ?? 0)) / (scale[f] ?? 1)))),
  );
  const labels = pairs.map(({ relation }) => RELATIONS.indexOf(relation));
  const settings = { hidden: 14, classes: RELATIONS.length, epochs: 400, decay: 0.003, seed: 7 };
  const isHeld = (i: number): boolean => i % 5 === 0;
  const trial = trainNetwork(
    inputs.filter((_, i) => !isHeld(i)),
    labels.filter((_, i) => !isHeld(i)),
    settings,
  );
  const held = rows.flatMap((row, i) => (isHeld(i) ? [{ row, label: labels[i] ?? 0 }] : []));
  const temperature = bestTemperature(held, { features, mean, scale, layers: trial });
  console.log(`temperature ${temperature}`);
  return { features, mean, scale, layers: sharpened(trainNetwork(inputs, labels, settings), Math.sqrt(temperature)) };
}

/** The softmax temperature under which held-out pairs are likeliest (Guo et al. 2017). */
function bestTemperature(
  held: readonly { readonly row: RelationFeatures; readonly label: number }[],
  model: RelationModel,
): number {
  const loss = (temperature: number): number => {
    const judge = { ...model, layers: sharpened(model.layers, temperature) };
    return average(
      held,
      ({ row, label }) => -Math.log(judgeRelation(row, judge)[RELATIONS[label] ?? 'unrelated'] + 1e-9),
    );
  };
  return Array.from({ length: 21 }, (_, k) => 0.5 + 0.05 * k).reduce(
    (best, temperature) => (loss(temperature) < loss(best) ? temperature : best),
    1,
  );
}

/** Half of the correction (its square root) is applied: pages to come differ from these, and so will be judged less well. */
function sharpened(layers: RelationModel['layers'], temperature: number): RelationModel['layers'] {
  return layers.map((layer, l) =>
    l < layers.length - 1
      ? layer
      : {
          weights: layer.weights.map((row) => row.map((weight) => weight / temperature)),
          bias: layer.bias.map((bias) => bias / temperature),
        },
  );
}

function average<Row>(rows: readonly Row[], value: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + value(row), 0) / Math.max(1, rows.length);
}
