/** Where a pair (substitute, original) is known from: bits. */
export const Source = {
  /** Synonyms in a frequent sense of both. */
  firstSense: 1,
  /** Synonyms in any sense. */
  sense: 2,
  /** One names a kind of the other. */
  near: 4,
  /** A paraphrase table. */
  paraphrase: 8,
  /** A dictionary's list of synonyms. */
  dictionary: 16,
  /** Read on machine-made pages. */
  habit: 32,
  /** Learned from tortured phrases. */
  tortured: 64,
  /** People accepted it in context. */
  judged: 128,
} as const;
