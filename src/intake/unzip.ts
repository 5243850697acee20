import { createGunzip } from 'node:zlib';
import { RATIO_LIMIT, UNPACKED_FREE } from './limits.js';

/** Bytes as they come, from a file, a socket or another reader. */
export type ByteStream = AsyncIterable<Uint8Array>;

/** Bytes handed to the unpacker at a time: each may become a thousand times as many before it can be stopped. */
const BITE = 16_384;

/**
 * Unpacks gzip (several members too) as it comes. All that can be unpacked is given before an error is thrown: a file
 * that was cut off loses only what was cut. Throws where the end is missing, the data are damaged, or they unpack to
 * more than `RATIO_LIMIT` times their size.
 */
export async function* unzip(source: ByteStream): ByteStream {
  const gunzip = createGunzip();
  const ready: Buffer[] = [];
  let failure: Error | undefined;
  let [read, written] = [0, 0];
  gunzip.on('data', (chunk: Buffer) => ready.push(chunk));
  gunzip.on('error', (error) => (failure = error));
  try {
    for await (const chunk of source) {
      for (let at = 0; at < chunk.length && failure === undefined; at += BITE) {
        const bite = chunk.subarray(at, at + BITE);
        await new Promise<void>((done) => gunzip.write(bite, () => done()));
        read += bite.length;
        written += ready.reduce((sum, part) => sum + part.length, 0);
        yield* ready.splice(0);
        if (written > UNPACKED_FREE && written > read * RATIO_LIMIT)
          throw new Error('it unpacks to far more than it could hold');
      }
      if (failure !== undefined) break;
    }
    if (failure === undefined) await ended(gunzip);
    yield* ready.splice(0);
  } finally {
    gunzip.destroy();
  }
  if (failure !== undefined) throw new Error(describe(failure), { cause: failure });
}

function ended(gunzip: NodeJS.WritableStream & NodeJS.EventEmitter): Promise<void> {
  return new Promise((done) => {
    gunzip.once('end', done);
    gunzip.once('error', () => done());
    gunzip.end();
  });
}

function describe(failure: Error & { code?: string }): string {
  return failure.code === 'Z_BUF_ERROR' ? 'it is cut off' : 'its compressed data are damaged';
}
