/** Two texts that differ where the notation says. */
export interface Variation {
  readonly base: string;
  readonly witness: string;
  /** Both readings of each place, in order, with their ranges. */
  readonly places: readonly {
    readonly from: string;
    readonly to: string;
    readonly base: readonly [number, number];
    readonly witness: readonly [number, number];
  }[];
}

/** `The minister {said|stated} he would {not |}resign`: base readings before the bar, witness readings after it. */
export function variation(notation: string): Variation {
  let base = '';
  let witness = '';
  const places: Variation['places'][number][] = [];
  let read = 0;
  for (const match of notation.matchAll(/\{([^{|}]*)\|([^{|}]*)\}/g)) {
    const kept = notation.slice(read, match.index);
    const [from = '', to = ''] = [match[1], match[2]];
    base += kept;
    witness += kept;
    places.push({
      from: from.trim(),
      to: to.trim(),
      base: inner(from, base.length),
      witness: inner(to, witness.length),
    });
    base += from;
    witness += to;
    read = match.index + match[0].length;
  }
  return { base: base + notation.slice(read), witness: witness + notation.slice(read), places };
}

/** The range of a reading without the blank that it takes along. */
function inner(text: string, offset: number): readonly [number, number] {
  const trimmed = text.trim();
  const lead = text.length - text.trimStart().length;
  return trimmed === '' ? [offset, offset] : [offset + lead, offset + lead + trimmed.length];
}
