/** True or false where both are named: one name's last word is in the other. Undefined where one is not. */
export function isSameSpeaker(a: string | undefined, b: string | undefined): boolean | undefined {
  if (a === undefined || b === undefined) return undefined;
  const left = a.toLowerCase().split(/[\s,]+/);
  const right = b.toLowerCase().split(/[\s,]+/);
  return left.includes(right.at(-1) ?? '') || right.includes(left.at(-1) ?? '');
}
