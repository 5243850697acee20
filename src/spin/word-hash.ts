/**
 * Hash of a word: 32 bits, never 0 (which stands for a breach).
 * FNV-1a (Fowler, Noll, Vo) with Murmur3's finaliser, so that all bits are usable.
 */
export function wordHash(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return mix(hash) || 1;
}

/** Murmur3's finaliser: every bit of the input reaches every bit of the output. */
export function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
