import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Archive } from '../archive/archive.js';
import { openSqliteArchive } from '../archive/sqlite.js';
import type { Page } from '../page/page.js';
import { openWorker, type Worker } from './worker.js';

const text = 'HALDEN (Norrland) — The bridge will stay closed until Friday, the road office said on Monday.';
let archive: Archive;
let silent: Server;
let worker: Worker;

beforeAll(async () => {
  const where = mkdtempSync(join(tmpdir(), 'stemma-worker-'));
  archive = await openSqliteArchive(where);
  silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await new Promise((resolve) => silent.once('listening', resolve));
  worker = openWorker({ where, archive, allowPrivate: true, patience: 4000 });
});
afterAll(async () => {
  worker.close();
  silent.closeAllConnections();
  silent.close();
  await archive.close();
});

it('a process that is killed in the middle of its work takes down one task, and the next one runs', async () => {
  const { port } = silent.address() as AddressInfo;
  await worker.run({ verb: 'read', page: { text } });
  const lost = worker.run({ verb: 'read', page: { url: `http://127.0.0.1:${port}/` } });
  process.kill(worker.pid() ?? 0, 'SIGKILL');
  await expect(lost).rejects.toMatchObject({ code: 'crashed', status: 500 });
  expect(((await worker.run({ verb: 'read', page: { text } })) as Page).source).toBe(text);
});

it('a task that shows no sign of life is given up, and the next one runs', async () => {
  const { port } = silent.address() as AddressInfo;
  const hung = worker.run({ verb: 'read', page: { url: `http://127.0.0.1:${port}/` } });
  const next = worker.run({ verb: 'read', page: { text } });
  await expect(hung).rejects.toMatchObject({ code: 'too-long', status: 504 });
  expect(((await next) as Page).source).toBe(text);
});

it('a task that fails says why, in the words of its error', async () => {
  await expect(worker.run({ verb: 'read', page: { text: '   ' } })).rejects.toMatchObject({
    code: 'unreadable-page',
    detail: expect.stringContaining('empty') as unknown,
  });
});

it('takes no more tasks than it can remember', async () => {
  const busy = openWorker({ where: 'nowhere', archive });
  const runs = Array.from({ length: 40 }, () =>
    busy.run({ verb: 'warm' }).catch((problem: unknown) => (problem as { code: string }).code),
  );
  busy.close();
  expect((await Promise.all(runs)).filter((code) => code === 'busy').length).toBeGreaterThan(0);
});
