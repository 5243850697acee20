/** Chance that one of the positives scores above one of the negatives, ties counted half. */
export function areaUnderCurve(positive: readonly number[], negative: readonly number[]): number {
  let sum = 0;
  for (const a of positive) for (const b of negative) sum += a > b ? 1 : a === b ? 0.5 : 0;
  return sum / (positive.length * negative.length);
}
