import { serve } from '@hono/node-server';
import { OpenAPIHono } from '@hono/zod-openapi';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { StemmaError } from '../error.js';
import { addRemote } from '../server/api-remote.js';
import { problemOfError, problemResponse } from '../server/problem.js';
import { archiveCases } from '../testing/archive-cases.js';
import { openHttpArchive } from './http.js';
import { openMemoryArchive } from './memory.js';
import type { Archive } from './archive.js';

const servers: Server[] = [];

afterAll(() => Promise.all(servers.map((server) => new Promise((done) => server.close(done)))));

async function addressOf(server: Server): Promise<string> {
  servers.push(server);
  if (!server.listening) await new Promise((done) => server.once('listening', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function deskOf(archive: Archive): Promise<string> {
  const app = new OpenAPIHono();
  app.onError((error) => problemResponse(problemOfError(error)));
  addRemote(app, { archive });
  return addressOf(serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server);
}

archiveCases({ name: 'desk’s', open: async () => openHttpArchive(await deskOf(openMemoryArchive())) });

it('a desk that isn’t there, or is none, is a sentence', async () => {
  await expect(openHttpArchive('http://127.0.0.1:1')).rejects.toThrow(
    'The desk at http://127.0.0.1:1 can’t be reached: start it with stemma serve, or correct the address.',
  );
  const other = await addressOf(createServer((_, response) => response.end('hello')).listen(0, '127.0.0.1'));
  await expect(openHttpArchive(other)).rejects.toThrow(
    `The desk at ${other} answers nothing that an archive would; is it a desk?`,
  );
  await expect(openHttpArchive('http://')).rejects.toThrow('http:// is not the address of a desk.');
});

it('a desk’s own sentence comes through, with its code', async () => {
  const broken = {
    ...openMemoryArchive(),
    versions: () => Promise.reject(new StemmaError('schema-mismatch', 'The archive is older.')),
  };
  const archive = await openHttpArchive(await deskOf(broken));
  await expect(archive.versions('x')).rejects.toMatchObject({
    code: 'schema-mismatch',
    message: 'The archive is older.',
  });
});

it('an answer that stops in the middle of a scan is noticed', async () => {
  const cut = {
    ...openMemoryArchive(),
    scan: async function* () {
      yield await Promise.reject(new Error('cut'));
    },
  };
  const archive = await openHttpArchive(await deskOf(cut));
  await expect(collect(archive)).rejects.toMatchObject({ code: 'archive-unavailable' });
});

async function collect(archive: Archive): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const holding of archive.scan()) found.push(holding);
  return found;
}
