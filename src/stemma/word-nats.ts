/** Nats to write a word anew: about 9 bits, the entropy of English words out of context. */
export const WORD_NATS = 6;
