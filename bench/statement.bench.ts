import { dataRows, hasData } from '../eval/data.js';
import { openKnowledge } from '../src/knowledge/knowledge.js';
import { findStatements } from '../src/statement/find-statements.js';
import { plainWitness } from '../src/testing/plain-witness.js';
import type { PolnearRow } from '../train/polnear-row.js';
import type { Bench } from './bench-case.js';

const DEV = 'statements-polnear-dev.jsonl.gz';

/** Statements: counts, then articles a second on one core, in a third pass and in the first. */
export const bench: Bench = {
  name: 'statement',
  run: (print) => {
    if (!hasData(DEV)) {
      print(`statement: ${DEV} is not there`);
      return Promise.resolve();
    }
    const { lexicon, statementModel: model } = openKnowledge();
    const witnesses = dataRows<PolnearRow>(DEV).map((row) => plainWitness(row.text, lexicon));
    const words = witnesses.reduce((sum, witness) => sum + witness.length, 0);
    const pass = (): { found: number; seconds: number } => {
      const began = process.cpuUsage();
      const found = witnesses.reduce((sum, witness) => sum + findStatements(witness, { lexicon, model }).length, 0);
      const used = process.cpuUsage(began);
      return { found, seconds: (used.user + used.system) / 1e6 };
    };
    const cold = pass();
    pass();
    const warm = pass();
    print(`statement: ${witnesses.length} articles, ${words} tokens, ${cold.found} statements`);
    print(
      `statement: ${(witnesses.length / warm.seconds).toFixed(1)} articles/s, ${(words / warm.seconds / 1000).toFixed(0)} thousand tokens/s a core; ${(witnesses.length / cold.seconds).toFixed(1)} while the compiler warms up`,
    );
    return Promise.resolve();
  },
};
