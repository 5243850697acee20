import { createConnection } from 'node:net';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDesk, type TestDesk } from '../testing/running-desk.js';
import type { Job } from './job.js';

const TOKEN = 'a-token-of-thirty-two-characters';
let desk: TestDesk;
let closed: TestDesk;

beforeAll(async () => {
  desk = await openTestDesk({ clientPatience: 400 });
  closed = await openTestDesk({ token: TOKEN, names: ['desk.newsroom.example'] });
});
afterAll(async () => {
  await desk.close();
  await closed.close();
});

/** A request with headers that `fetch` doesn't let a caller set. */
function ask(path: string, headers: Readonly<Record<string, string>>, method = 'GET', body = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(`${desk.origin}${path}`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('the desk', () => {
  it('answers to its own names and to no other, so that a rebound name reaches nothing', async () => {
    const port = new URL(desk.origin).port;
    expect(await ask('/api/archive', { host: `127.0.0.1:${port}` })).toBe(200);
    expect(await ask('/api/archive', { host: `localhost:${port}` })).toBe(200);
    expect(await ask('/api/archive', { host: `[::1]:${port}` })).toBe(200);
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1.evil.example', 'localhost.evil.example'])
      expect(await ask('/api/archive', { host })).toBe(403);
  });

  it('refuses what another site’s page asks for, and lets programs and its own pages through', async () => {
    const json = { 'content-type': 'application/json' };
    const page = JSON.stringify({ text: 'The minister said the road would open on Monday.' });
    expect(await ask('/api/read', { ...json, origin: 'https://evil.example' }, 'POST', page)).toBe(403);
    expect(await ask('/api/read', { ...json, origin: 'null' }, 'POST', page)).toBe(403);
    expect(await ask('/api/read', { ...json, 'sec-fetch-site': 'cross-site' }, 'POST', page)).toBe(403);
    expect(
      await ask('/api/reports', {
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'no-cors',
        'sec-fetch-dest': 'script',
      }),
    ).toBe(403);
    expect(
      await ask('/api/read', { ...json, origin: desk.origin, 'sec-fetch-site': 'same-origin' }, 'POST', page),
    ).toBe(200);
    expect(
      await ask('/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }),
    ).toBe(200);
  });

  it('takes no form for JSON, which any site could send without being asked first', async () => {
    expect(await ask('/api/read', { 'content-type': 'text/plain' }, 'POST', '{"text": "Words."}')).toBe(415);
  });

  it('lets the bookmarklet in by its key alone', async () => {
    const send = (key: string): Promise<Response> => {
      const form = new FormData();
      form.append('key', key);
      form.append('url', 'https://suspect.example/story');
      form.append(
        'html',
        '<html><body><h1>Ferry late</h1><p>The ferry was late again on Monday, the harbour office said in a statement.</p></body></html>',
      );
      return desk.ask('/in', {
        method: 'POST',
        body: form,
        headers: { origin: 'https://suspect.example', 'sec-fetch-site': 'cross-site' },
      });
    };
    expect((await send('guessed')).status).toBe(403);
    const { href } = (await (await desk.ask('/api/bookmarklet')).json()) as { href: string };
    const key = /'key','([\w-]+)'/.exec(decodeURIComponent(href))?.[1] ?? '';
    const answer = await send(key);
    expect(answer.status).toBe(200);
    const id = /job=([\w-]+)/.exec(await answer.text())?.[1] ?? '';
    expect((await (await desk.ask(`/api/jobs/${id}`)).json()) as Job).toMatchObject({
      kind: 'trace',
      name: 'https://suspect.example/story',
    });
  });

  it('puts a strict policy on every answer, also on problems', async () => {
    for (const path of ['/', '/api/archive', '/api/nothing', '/theme.css']) {
      const { headers } = await desk.ask(path);
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self'; style-src 'self'/);
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  it('refuses a request that is larger than any page', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(70 * 2 ** 20) });
    const response = await desk.post('/api/read', body).catch(() => undefined);
    expect(response?.status ?? 413).toBe(413);
    expect((await desk.ask('/api/archive')).status).toBe(200);
  });

  it('lets go of a client that sends nothing, or stops in the middle', async () => {
    const { port } = new URL(desk.origin);
    for (const opening of [
      '',
      'POST /api/read HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"text"',
    ]) {
      const socket = createConnection(Number(port), '127.0.0.1');
      socket.on('error', () => undefined);
      if (opening !== '') socket.write(opening);
      socket.resume();
      await new Promise((resolve) => socket.once('close', resolve));
    }
    expect((await desk.ask('/api/archive')).status).toBe(200);
  });

  it('beyond loopback answers nobody without its token', async () => {
    expect((await closed.ask('/')).status).toBe(401);
    expect((await closed.ask('/api/archive')).status).toBe(401);
    expect((await closed.ask('/api/archive', { headers: { authorization: 'Bearer wrong' } })).status).toBe(401);
    expect((await closed.ask('/api/archive', { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(200);
    const linked = await closed.ask(`/?token=${TOKEN}`, { redirect: 'manual' });
    expect(linked.status).toBe(303);
    expect(linked.headers.get('location')).toBe('/');
    expect(linked.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
    const cookie = linked.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await closed.ask('/api/archive', { headers: { cookie } })).status).toBe(200);
  });
});
