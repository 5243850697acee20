/** How near a word's originals are to the page, to what stands around the word, and to the word itself; a column each, a cosine an original. */
export interface Tried {
  /** How likely each original is: a logarithm. */
  readonly score: number[];
  readonly topic: number[];
  readonly around: number[];
  readonly toWord: number[];
}

/** The same in few numbers; undefined where no original has a vector. */
export interface Nearness {
  readonly mostTopic: number;
  readonly mostAround: number;
  /** Of each original as far as it is likely. */
  readonly likelyAround: number;
  readonly bestToWord: number;
  readonly meanToWord: number;
  readonly mostToWord: number;
}

/** Sums up what was tried; undefined for nothing. */
export function summariseNearness({ score, topic, around, toWord }: Tried): Nearness | undefined {
  if (score.length === 0) return undefined;
  const top = Math.max(...score);
  let mass = 0;
  let weighted = 0;
  score.forEach((value, i) => {
    const weight = Math.exp(value - top);
    mass += weight;
    weighted += weight * (around[i] ?? 0);
  });
  return {
    mostTopic: Math.max(...topic),
    mostAround: Math.max(...around),
    likelyAround: weighted / mass,
    bestToWord: toWord[score.indexOf(top)] ?? 0,
    meanToWord: toWord.reduce((sum, value) => sum + value, 0) / toWord.length,
    mostToWord: Math.max(...toWord),
  };
}
