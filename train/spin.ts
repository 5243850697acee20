import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { readLexicon } from '../src/knowledge/read-lexicon.js';
import { readData } from '../src/knowledge/knowledge.js';
import { readSpinModel } from '../src/spin/spin-model.js';
import { assemble, phraseCount, type Pruning } from './spin-assemble.js';
import { machineFromAbroad } from './spin-abroad.js';
import { countTexts } from './spin-count.js';
import { FIRST_WEIGHTS, learnWeights } from './spin-learn.js';
import { gatherSubstitutes } from './spin-lexicon.js';
import { machines, sampleTexts } from './spin-samples.js';
import { readKnownPairs } from './spin-speech.js';
import { dataTexts, packageTexts, phraseTexts, sentenceTexts, type SourceText } from './spin-texts.js';
import { learnVectors } from './spin-vectors.js';

/** Cells of the table that counts: 2^26 hold the 20 million collocations of 33 million words with room to spare. */
export const TABLE_BITS = 26;
/** Pairs are kept where two texts have them: once is chance or a name. The rest is kept as far as the file stays under 10 MB with what a larger model lends. */
export const PRUNING: Pruning = { texts: [2, 4, 3] };
/**
 * Texts of one source that the models are fitted on. On texts left out and reworded by a foreign dictionary, recall of swapped
 * words at a precision of .9 is .32 with 60 of each source, .37 with 150 of prose and 8 of the others, .44 with these.
 */
const MOST_TEXTS = { prose: 300, other: 8 };

/**
 * Builds `data/spin-model.bin.gz`: counts the background, learns vectors, gathers substitutes, lends counts, fits the models. About 20 minutes and 8 GB.
 * The shipped file was put together from the stages run one by one, its words and vectors from an earlier count of the same texts.
 */
export function buildSpin(): void {
  const counts = countTexts(background(), TABLE_BITS);
  console.log(`${counts.tokens} words, ${counts.runs.size} collocations`);
  const vectors = learnVectors(counts.words, counts.stream);
  const substitutes = gatherSubstitutes((phrase) => phraseCount(counts, phrase));
  const make = assemble(counts, vectors, { substitutes, known: readKnownPairs(), pruning: PRUNING });
  const lexicon = readLexicon(readData('lexicon.tsv.gz'));
  const texts = sampleTexts('tune', MOST_TEXTS);
  const weights = learnWeights(
    texts,
    { machines: machines(substitutes), foreign: machineFromAbroad() },
    { lexicon, model: readSpinModel(make(FIRST_WEIGHTS)) },
  );
  const packed = gzipSync(make(weights), { level: 9 });
  writeFileSync(new URL('../data/spin-model.bin.gz', import.meta.url), packed);
  console.log(`spin-model.bin.gz: ${(packed.length / 1e6).toFixed(2)} MB`);
}

/** The texts that are counted. */
export function* background(): Generator<SourceText> {
  yield* dataTexts('background');
  yield* sentenceTexts('background');
  yield* packageTexts('background');
  yield* phraseTexts();
}
