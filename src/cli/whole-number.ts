import { InvalidArgumentError } from 'commander';

/** Reads an option's value as a whole number from 1 on. */
export function wholeNumber(word: string): number {
  const count = Number(word);
  if (!Number.isSafeInteger(count) || count < 1) throw new InvalidArgumentError('Take a whole number from 1 on.');
  return count;
}
