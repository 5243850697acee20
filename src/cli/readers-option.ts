import { availableParallelism } from 'node:os';
import { Option } from 'commander';
import { wholeNumber } from './whole-number.js';

/** Threads unless said otherwise, at most: each takes some 150 MB, and what one thread puts in order eight can keep busy. */
const MOST = 8;

/** `--readers`: how many threads a command with many pages works on. */
export function readersOption(): Option {
  return new Option('--readers <n>', 'threads that work, where there are many pages')
    .argParser(wholeNumber)
    .default(Math.min(availableParallelism(), MOST));
}
