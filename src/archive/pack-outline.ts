import { endianness } from 'node:os';
import type { Outline } from '../fingerprint/outline.js';

/** An outline as bytes, low byte first on every machine. */
export function packOutline(words: Outline): Buffer {
  const bytes = Buffer.from(words.slice().buffer);
  return endianness() === 'LE' ? bytes : bytes.swap16();
}

/** The outline that `packOutline` packed. */
export function unpackOutline(bytes: Uint8Array): Outline {
  const copy = Buffer.alloc(bytes.length - (bytes.length % 2));
  copy.set(bytes.subarray(0, copy.length));
  if (endianness() === 'BE') copy.swap16();
  return new Uint16Array(copy.buffer, copy.byteOffset, copy.length / 2);
}

/** The first 48 bits of a digest (hex), exact in a JavaScript number. */
export function markOf(digest: string): number {
  return Number.parseInt(digest.slice(0, 12), 16);
}
