import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import type { Archive } from '../archive/archive.js';
import { createDesk } from './desk.js';
import type { DeskParts } from './desk-parts.js';
import { watchFeedList } from './feed-watcher.js';
import { openJobs } from './job.js';
import { openReportStore } from './report-store.js';
import { openUploadStore } from './upload-store.js';
import { openWatchList } from './watch-list.js';
import { openWorker } from './worker.js';

export interface ServeOptions {
  /** The archive, opened for writing. */
  readonly archive: Archive;
  /** Where it is, so that the process beside the desk opens it too. */
  readonly where: string;
  /** Folder for reports, watched feeds and the bookmarklet's key. */
  readonly folder: string;
  /** 4747 unless said; 0 takes any that is free. */
  readonly port?: number;
  /** Loopback unless said. */
  readonly host?: string;
  /** Further names that the desk answers to. */
  readonly names?: readonly string[];
  /** Needed beyond loopback. */
  readonly token?: string;
  /** The built pages; those of this package unless said. */
  readonly pages?: string;
  readonly allowPrivate?: boolean;
  /** Milliseconds that a client may be silent while it sends; 30,000 unless said. */
  readonly clientPatience?: number;
  /** Milliseconds between two readings of a watched feed; see `WATCH_INTERVAL`. */
  readonly watchInterval?: number;
  /** Milliseconds without progress after which a task is given up. */
  readonly patience?: number;
}

/** A running desk. */
export interface RunningDesk {
  /** Where a browser finds it, the token included where there is one. */
  readonly address: string;
  readonly parts: DeskParts;
  close(): Promise<void>;
}

/** Milliseconds that a client may take to send its headers, be silent while it sends, and be silent once it has sent. */
const HEADERS_TIME = 10_000;
const SILENCE = 30_000;
const WAITING = 300_000;
/** Milliseconds for a whole request: a large upload over a slow net. */
const REQUEST_TIME = 900_000;
const CONNECTIONS = 512;

/** Starts the desk and resolves when it answers. */
export async function serveDesk(options: ServeOptions): Promise<RunningDesk> {
  const { archive, where, folder, port = 4747, host = '127.0.0.1', names = [], token } = options;
  const work = {
    where,
    archive,
    allowPrivate: options.allowPrivate === true,
    ...(options.patience !== undefined && { patience: options.patience }),
  };
  const parts: DeskParts = {
    archive,
    questions: openWorker(work),
    errands: openWorker(work),
    jobs: openJobs(),
    reports: openReportStore(join(folder, 'reports')),
    uploads: await openUploadStore(),
    watch: await openWatchList(join(folder, 'watch.json')),
    key: keyIn(folder),
  };
  // The models take seconds to read; whoever comes first shouldn't wait for them.
  void parts.questions.run({ verb: 'warm' }).catch(() => undefined);
  const watcher = watchFeedList(parts, options.watchInterval);
  const app = createDesk(parts, {
    hosts: [...names, host],
    pages: options.pages ?? fileURLToPath(new URL('../web', import.meta.url)),
    ...(token !== undefined && { token }),
  });
  const server = serve({
    fetch: app.fetch,
    port,
    hostname: host,
    serverOptions: { headersTimeout: HEADERS_TIME, requestTimeout: REQUEST_TIME, connectionsCheckingInterval: 5000 },
  }) as Server;
  limitClients(server, options.clientPatience ?? SILENCE);
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  const { port: bound } = server.address() as AddressInfo;
  const name = hostname(host);
  return {
    address: `http://${name}:${bound}/${token === undefined ? '' : `?token=${token}`}`,
    parts,
    close: async () => {
      watcher.stop();
      parts.questions.close();
      parts.errands.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await parts.uploads.close();
    },
  };
}

/** What to call the desk by: an address that listens on all of the machine's is called by the first that others can reach. */
function hostname(host: string): string {
  if (host !== '0.0.0.0' && host !== '::') return host.includes(':') ? `[${host}]` : host;
  const reachable = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal);
  return reachable?.address ?? 'localhost';
}

/** A client that sends nothing holds its line for half a minute; one that waits for an answer gets longer. */
function limitClients(server: Server, silence: number): void {
  server.maxConnections = CONNECTIONS;
  server.setTimeout(silence);
  server.on('request', (request) => request.on('end', () => request.socket.setTimeout(WAITING)));
}

/** The bookmarklet's key: made once, so that bookmarks go on working. */
function keyIn(folder: string): string {
  const file = join(folder, 'desk-key');
  if (existsSync(file)) {
    const key = readFileSync(file, 'utf8').trim();
    if (/^[\w-]{20,100}$/.test(key)) return key;
  }
  mkdirSync(folder, { recursive: true });
  const key = randomBytes(24).toString('base64url');
  writeFileSync(file, `${key}\n`, { mode: 0o600 });
  return key;
}
