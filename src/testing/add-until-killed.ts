import { openArchive } from '../archive/open-archive.js';
import { killedDeposits } from './killed-deposits.js';

/** Adds batch after batch from the number given and says each that is acknowledged, until somebody kills it. `node add-until-killed.js WHERE FROM`. */
const [where = '', from = '0'] = process.argv.slice(2);
const archive = await openArchive(where);
for (let batch = Number(from); ; batch++) {
  await archive.add(killedDeposits(batch));
  process.stdout.write(`${batch}\n`);
}
