import type { ByteStream } from './unzip.js';

/** A line's bytes, or `tooLong` where it passed the limit and was dropped. */
export interface ByteLine {
  readonly number: number;
  readonly text: string;
  readonly tooLong: boolean;
}

const NEWLINE = 10;

/** Splits a stream of UTF-8 into lines; empty lines are counted but not given. A line of more than `limit` bytes is passed over in bounded memory. */
export async function* readLines(source: ByteStream, limit: number): AsyncIterable<ByteLine> {
  let held: Uint8Array[] = [];
  let [size, number] = [0, 1];
  const finish = (): ByteLine => {
    const tooLong = size > limit;
    const text = tooLong ? '' : Buffer.concat(held).toString('utf8').replace(/\r$/, '');
    [held, size] = [[], 0];
    return { number: number++, text, tooLong };
  };
  for await (const chunk of source) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      held.push(chunk.subarray(from, end));
      size += end - from;
      const line = finish();
      if (line.tooLong || line.text !== '') yield line;
      from = end + 1;
    }
    size += chunk.length - from;
    if (size <= limit) held.push(chunk.subarray(from));
    else held = [];
  }
  if (size > 0) yield finish();
}
