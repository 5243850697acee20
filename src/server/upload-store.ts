import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { failure } from './problem.js';

/** A file that was sent, until it's added. */
interface Upload {
  readonly id: string;
  /** As its sender calls it. Never a path: the file's own is made up here. */
  readonly name: string;
  readonly path: string;
  readonly size: number;
}

/** Files on their way into the archive, in a folder of the system's for temporary things. */
export interface UploadStore {
  /** Throws `too-large`. */
  receive(name: string, body: ReadableStream<Uint8Array> | null): Promise<Upload>;
  /** Throws `not-found`. */
  take(id: string): Upload;
  drop(upload: Upload): Promise<void>;
  close(): Promise<void>;
}

/** Bytes of one file, and of all that wait. */
const LARGEST = 2 * 2 ** 30;
const ALL = 4 * 2 ** 30;
/** Milliseconds after which a file that nobody adds is dropped. */
const PATIENCE = 3_600_000;

export async function openUploadStore(largest = LARGEST): Promise<UploadStore> {
  const folder = await mkdtemp(join(tmpdir(), 'stemma-uploads-'));
  const held = new Map<string, Upload>();
  const drop = async (upload: Upload): Promise<void> => {
    held.delete(upload.id);
    await unlink(upload.path).catch(() => undefined);
  };
  return {
    receive: async (name, body) => {
      const waiting = [...held.values()].reduce((sum, upload) => sum + upload.size, 0);
      const id = randomBytes(12).toString('hex');
      const path = join(folder, `${id}${extensionOf(name)}`);
      const limit = Math.min(largest, ALL - waiting);
      try {
        await pipeline(
          body === null ? Readable.from([]) : Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]),
          limited(limit),
          createWriteStream(path, { mode: 0o600 }),
        );
      } catch (error) {
        await unlink(path).catch(() => undefined);
        throw error;
      }
      const upload: Upload = { id, name: name.slice(0, 200), path, size: (await stat(path)).size };
      held.set(id, upload);
      setTimeout(() => void drop(upload), PATIENCE).unref();
      return upload;
    },
    take: (id) => {
      const upload = held.get(id);
      if (upload === undefined) throw failure('not-found', 'That file isn’t here any more; send it again.');
      held.delete(id);
      return upload;
    },
    drop,
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What the file's kind is told by: the ends of its name that `intake` knows, and nothing else of it. */
function extensionOf(name: string): string {
  return (
    /(?:\.(?:html?|xhtml|txt|text|md|jsonl|ndjson|json|warc|opml|xml|mhtml?|eml))?(?:\.gz)?$/i
      .exec(name)?.[0]
      .toLowerCase() ?? ''
  );
}

function limited(limit: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > limit)
        done(
          failure(
            'too-large',
            `The file is larger than the ${Math.floor(limit / 2 ** 20)} MB that the desk takes; stemma add reads files of any size.`,
          ),
        );
      else done(null, chunk);
    },
  });
}
