import { dataRows, hasData } from '../eval/data.js';
import { openKnowledge } from '../src/knowledge/knowledge.js';
import { findStatements } from '../src/statement/find-statements.js';
import { plainWitness } from '../src/testing/plain-witness.js';
import type { PolnearRow } from '../train/statement-articles.js';
import type { Bench } from './bench-case.js';

const DEV = 'statements-polnear-dev.jsonl.gz';

/** Statements: cues and windows labelled, then articles a second on one core. */
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
    const began = process.cpuUsage();
    const found = witnesses.reduce((sum, witness) => sum + findStatements(witness, { lexicon, model }).length, 0);
    const used = process.cpuUsage(began);
    const seconds = (used.user + used.system) / 1e6;
    print(`statement: ${witnesses.length} articles, ${words} tokens, ${found} statements`);
    print(
      `statement: ${(witnesses.length / seconds).toFixed(1)} articles/s, ${(words / seconds / 1000).toFixed(0)} thousand tokens/s a core`,
    );
    return Promise.resolve();
  },
};
