import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Archive } from '../archive/archive.js';
import { openSqliteArchive } from '../archive/sqlite.js';
import { serveDesk, type RunningDesk, type ServeOptions } from '../server/server.js';

/** A desk of a test's own: an empty archive in a temporary folder, any free port. */
export interface TestDesk {
  readonly origin: string;
  readonly desk: RunningDesk;
  readonly folder: string;
  /** Asks for a path; the desk's own address is put in front. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Posts JSON. */
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Closes it and opens another over the same folder; at the same address where its port is named. */
  restart(changed?: Partial<ServeOptions>): Promise<TestDesk>;
  close(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Opens a desk. `pages` are the built ones (see `buildPages`); without them only its API is of use. */
export async function openTestDesk(
  options: Partial<ServeOptions> = {},
  folder = mkdtempSync(join(tmpdir(), 'stemma-desk-')),
): Promise<TestDesk> {
  const archive: Archive = await openSqliteArchive(folder);
  const desk = await serveDesk({ archive, where: folder, folder, port: 0, pages: join(ROOT, 'src/web'), ...options });
  const { origin } = new URL(desk.address);
  const ask = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`${origin}${path}`, init);
  const stop = async (): Promise<void> => {
    await desk.close();
    await archive.close();
  };
  return {
    origin,
    desk,
    folder,
    ask,
    post: (path, body, headers = {}) =>
      ask(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
    restart: async (changed = {}) => {
      await stop();
      return openTestDesk({ ...options, ...changed }, folder);
    },
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Builds the desk's pages as they are now into a folder of their own. */
export async function buildPages(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-pages-'));
  await build({
    configFile: join(ROOT, 'vite.config.ts'),
    build: { outDir: folder, emptyOutDir: true },
    logLevel: 'silent',
  });
  return folder;
}

/** A page of the invented stories as a row of JSON Lines. */
export interface ExampleRow {
  readonly url: string;
  readonly outlet: string;
  readonly published: string;
  readonly html?: string;
  readonly text?: string;
}

/** The pages of one of the invented stories, in the order of `examples/truth.json`. */
export function exampleRows(story: string): readonly ExampleRow[] {
  interface Told {
    readonly file: string;
    readonly url: string;
    readonly outlet: string;
    readonly published: string;
  }
  const truth = JSON.parse(readFileSync(join(ROOT, 'examples/truth.json'), 'utf8')) as Record<
    string,
    { readonly witnesses: readonly Told[] }
  >;
  return (truth[story]?.witnesses ?? []).map(({ file, url, outlet, published }) => {
    const content = readFileSync(join(ROOT, 'examples', story, file), 'utf8');
    return { url, outlet, published, ...(file.endsWith('.html') ? { html: content } : { text: content }) };
  });
}
