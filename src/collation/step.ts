/** A run of words of a column, half-open; it may be empty. */
export type Words = readonly [from: number, to: number];

/** A step of the word alignment: half-open word ranges; one of them may be empty. */
export interface Step {
  readonly base: Words;
  readonly witness: Words;
}

/** Whether one side has nothing. */
export function isOneSided(step: Step): boolean {
  return isEmpty(step.base) || isEmpty(step.witness);
}

export function isEmpty(range: Words): boolean {
  return range[0] === range[1];
}

/** One word against one word. */
export function isSingle({ base, witness }: Step): boolean {
  return base[1] - base[0] === 1 && witness[1] - witness[0] === 1;
}
