import type { ByteStream } from './unzip.js';

/** Reads a stream by lines and by lengths, in bounded memory. */
export interface ByteReader {
  /** The next line without its end, as Latin-1; undefined at the end of the stream. Of a line longer than `limit` the rest is dropped. */
  line(limit: number): Promise<string | undefined>;
  /** The next `length` bytes; fewer where the stream ends. */
  take(length: number): Promise<Uint8Array>;
  /** Passes over `length` bytes. Resolves to how many there were. */
  skip(length: number): Promise<number>;
}

const NEWLINE = 10;

/** A reader of `source`. Chunks already read are kept, never the whole. */
export function byteReader(source: ByteStream): ByteReader {
  const chunks = source[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);
  const fill = async (): Promise<boolean> => {
    while (rest.length === 0) {
      const next = await chunks.next();
      if (next.done === true) return false;
      rest = next.value;
    }
    return true;
  };
  const upTo = (length: number): Uint8Array => {
    const piece = rest.subarray(0, length);
    rest = rest.subarray(piece.length);
    return piece;
  };
  const pieces = async function* (length: number): ByteStream {
    for (let left = length; left > 0 && (await fill());) {
      const piece = upTo(left);
      left -= piece.length;
      yield piece;
    }
  };
  return {
    line: async (limit) => {
      if (!(await fill())) return undefined;
      let line = '';
      while (await fill()) {
        const end = rest.indexOf(NEWLINE);
        const piece = upTo(end === -1 ? rest.length : end + 1);
        if (line.length < limit) line += Buffer.from(piece).toString('latin1');
        if (end !== -1) break;
      }
      return line.replace(/\r?\n$/, '').slice(0, limit);
    },
    take: async (length) => {
      const taken: Uint8Array[] = [];
      for await (const piece of pieces(length)) taken.push(piece);
      return Buffer.concat(taken);
    },
    skip: async (length) => {
      let passed = 0;
      for await (const piece of pieces(length)) passed += piece.length;
      return passed;
    },
  };
}
