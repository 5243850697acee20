import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { isPublicAddress } from './address-guard.js';
import { isUnreadable, type Incoming } from './incoming.js';
import { intake } from './intake.js';
import { openWeb, type Web } from './web.js';

type Site = Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>>;

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A site on this machine; what it doesn't have answers 404. */
async function serve(site: (base: string) => Site): Promise<{ base: string; asked: string[] }> {
  const asked: string[] = [];
  let pages: Site = {};
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const page = pages[request.url ?? ''];
    if (page === undefined) response.writeHead(404).end();
    else page(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => new Promise((done) => server.close(done)));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  pages = site(base);
  return { base, asked };
}

function web(options = {}): Web {
  const opened = openWeb({ allowPrivate: true, pace: 0, ...options });
  closing.push(() => opened.close());
  return opened;
}

const html =
  (body: string | Uint8Array, headers: Record<string, string> = {}) =>
  (_: IncomingMessage, response: ServerResponse): void =>
    void response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body);

const redirect = (to: string) => (_: IncomingMessage, response: ServerResponse) =>
  void response.writeHead(302, { location: to }).end();

describe('the web', () => {
  it('gets a page with its type, unpacked, and follows redirects to where it is', async () => {
    const { base } = await serve(() => ({
      '/old': redirect('/new'),
      '/new': html(gzipSync('<p>New'), { 'content-encoding': 'gzip' }),
    }));
    const document = await web().get(`${base}/old`);
    expect(document).toMatchObject({ url: `${base}/new`, contentType: 'text/html' });
    expect(document?.bytes.toString()).toBe('<p>New');
  });

  it('asks again where a kept connection was closed in the moment in which it was used', async () => {
    const used = new WeakSet<object>();
    const once = (request: IncomingMessage, response: ServerResponse): void => {
      if (used.has(request.socket)) return void request.socket.destroy();
      used.add(request.socket);
      response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Here');
    };
    const { base } = await serve(() => ({ '/a': once, '/b': once }));
    // Connections are kept once they are idle, which they are between two turns.
    const opened = web({ pace: 50 });
    await opened.get(`${base}/a`);
    expect((await opened.get(`${base}/b`))?.bytes.toString()).toBe('<p>Here');
  });

  it('refuses private addresses by number, by name and after a redirect, unless told otherwise', async () => {
    const { base, asked } = await serve(() => ({ '/': html('<p>secret') }));
    const guarded = web({ allowPrivate: false });
    const local = base.replace('127.0.0.1', 'localhost');
    for (const url of [
      base,
      local,
      'http://[::1]/',
      'http://[::ffff:7f00:1]/',
      'http://2130706433/',
      'http://0x7f.1/',
      'http://169.254.169.254/latest',
    ]) {
      await expect(guarded.get(url), url).rejects.toMatchObject({
        code: 'bad-input',
        message: expect.stringMatching(/private or local address/) as string,
      });
    }
    expect(asked).toEqual([]);
  });

  it('refuses what is not of the web, also as a redirect', async () => {
    const { base } = await serve(() => ({ '/file': redirect('file:///etc/passwd') }));
    await expect(web().get('ftp://coast.example/a')).rejects.toThrow(
      'ftp://coast.example/a is neither http nor https.',
    );
    await expect(web().get(`${base}/file`)).rejects.toThrow('file:///etc/passwd is neither http nor https.');
  });

  it('gives up on redirects in a circle', async () => {
    const { base } = await serve(() => ({ '/a': redirect('/b'), '/b': redirect('/a') }));
    await expect(web().get(`${base}/a`)).rejects.toThrow(`${base}/a redirects more than 5 times.`);
  });

  it('honours robots.txt, and takes a site without one as open', async () => {
    const robots = 'User-agent: *\nDisallow: /\n\nUser-agent: Stemma\nDisallow: /private/\n';
    const { base, asked } = await serve(() => ({
      '/robots.txt': html(robots),
      '/private/a': html('no'),
      '/a': html('yes'),
    }));
    const shared = web();
    await expect(shared.get(`${base}/private/a`)).rejects.toThrow('robots.txt');
    expect((await shared.get(`${base}/a`))?.bytes.toString()).toBe('yes');
    expect(asked).toEqual(['/robots.txt', '/a']);
    const open = await serve(() => ({ '/a': html('open') }));
    expect((await web().get(`${open.base}/a`))?.bytes.toString()).toBe('open');
  });

  it('asks nothing of a site whose robots.txt fails', async () => {
    const { base } = await serve(() => ({
      '/robots.txt': (_, response) => void response.writeHead(503).end(),
      '/a': html('no'),
    }));
    await expect(web().get(`${base}/a`)).rejects.toThrow('robots.txt');
  });

  it('stops at a document that is too large, packed or not', async () => {
    const { base } = await serve(() => ({
      '/big': html(Buffer.alloc(17 * 2 ** 20)),
      '/bomb': html(gzipSync(Buffer.alloc(100 * 2 ** 20)), { 'content-encoding': 'gzip' }),
    }));
    await expect(web().get(`${base}/big`)).rejects.toThrow('is larger than 16 MB');
    await expect(web().get(`${base}/bomb`)).rejects.toThrow('can’t be unpacked');
  });

  it('asks whether a known document has changed', async () => {
    const { base } = await serve(() => ({
      '/feed': (request, response) => {
        if (request.headers['if-none-match'] === '"7"') response.writeHead(304).end();
        else response.writeHead(200, { etag: '"7"' }).end('feed');
      },
    }));
    const first = await web().get(`${base}/feed`);
    expect(first).toMatchObject({ etag: '"7"' });
    expect(await web().get(`${base}/feed`, first)).toBeUndefined();
  });

  it('says what a site answers and that nothing answers', async () => {
    const { base } = await serve(() => ({}));
    await expect(web().get(`${base}/none`)).rejects.toThrow(`${base}/none answers with status 404.`);
    await expect(web().get('http://127.0.0.1:1/')).rejects.toThrow('http://127.0.0.1:1/ can’t be reached.');
  });
});

describe('isPublicAddress', () => {
  it('knows loopback, private, link-local, shared, translated and reserved addresses', () => {
    for (const address of [
      '127.0.0.1',
      '10.1.2.3',
      '192.168.0.1',
      '172.16.0.1',
      '100.64.0.1',
      '0.0.0.0',
      '255.255.255.255',
      '224.0.0.1',
      '::1',
      'fe80::1',
      'fc00::1',
      '::ffff:10.0.0.1',
      '64:ff9b::a00:1',
      '2002:a00:1::',
      'name',
    ])
      expect(isPublicAddress(address), address).toBe(false);
    for (const address of ['93.184.215.14', '2606:4700::1111']) expect(isPublicAddress(address), address).toBe(true);
  });
});

describe('intake of lists on the web', () => {
  const body = '<p>The strait froze over for the first time in forty years.</p>';
  const item = (url: string, more = ''): string => `<item><title>T</title><link>${url}</link>${more}</item>`;
  const lists = (base: string): Site => ({
    '/1': html(`${body}1`),
    '/2': html(`${body}2`),
    '/3': html(`${body}3`),
    '/rss': html(
      `<?xml version="1.0"?><!-- <feed> --><rss version="2.0"><channel><title>x</title>${item(`${base}/1`)}${item(`${base}/missing`)}${item('/2')}</channel></rss>`,
    ),
    '/atom': html(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><id>3</id><title>3</title><link href="/3"/></entry></feed>`,
    ),
    '/json': html(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'x',
        items: [{ id: '2', url: `${base}/2` }],
      }),
    ),
    '/opml': html(
      `<opml version="2.0"><head/><body><outline text="a"><outline text="b" xmlUrl="${base}/atom"/></outline><outline text="c" xmlUrl="${base}/json"/></body></opml>`,
    ),
    '/index.xml': html(
      `<?xml version="1.0"?><sitemapindex><sitemap><loc>${base}/map.xml.gz</loc></sitemap><sitemap><loc>${base}/lost.xml</loc></sitemap></sitemapindex>`,
    ),
    '/map.xml.gz': html(
      gzipSync(
        `<urlset xmlns:news="n"><url><loc> ${base}/1 </loc><lastmod>2024-01-01</lastmod></url><url><loc>${base}/2?a=1&amp;b=2</loc></url></urlset>`,
      ),
    ),
    '/2?a=1&b=2': html(`${body}2`),
    '/full': html(
      `<rss version="2.0"><channel>${item(`${base}/gone`, `<pubDate>Wed, 19 Jun 2024 08:00:00 GMT</pubDate><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[${body.repeat(30)}]]></content:encoded>`)}</channel></rss>`,
    ),
  });
  const take = async (inputs: string[], options = {}): Promise<Incoming[]> => {
    const found: Incoming[] = [];
    for await (const incoming of intake(inputs, { web: { allowPrivate: true, pace: 0 }, ...options }))
      found.push(incoming);
    return found;
  };
  const urls = (found: readonly Incoming[], base: string): string[] =>
    found.map((incoming) =>
      (isUnreadable(incoming) ? `${incoming.input}: ${incoming.why}` : (incoming.url ?? '')).replaceAll(base, ''),
    );

  it('fetches the pages of RSS, Atom and JSON feeds and of OPML, and says which are gone', async () => {
    const { base } = await serve(lists);
    expect(urls(await take([`${base}/rss`]), base)).toEqual([
      '/1',
      '/missing: /missing answers with status 404.',
      '/2',
    ]);
    expect(urls(await take([`${base}/opml`]), base)).toEqual(['/3', '/2']);
  });

  it('follows sitemaps of sitemaps, packed ones too', async () => {
    const { base } = await serve(lists);
    expect(urls(await take([`${base}/index.xml`]), base)).toEqual([
      '/1',
      '/2?a=1&b=2',
      '/lost.xml: /lost.xml answers with status 404.',
    ]);
  });

  it('passes over pages that are known, without asking for them', async () => {
    const { base, asked } = await serve(lists);
    const passed: string[] = [];
    const options = {
      isKnown: ({ url }: { url: string }) => Promise.resolve(url.endsWith('/1')),
      onKnown: ({ url }: { url: string }) => passed.push(url),
    };
    expect(urls(await take([`${base}/rss`], options), base)).toEqual([
      '/missing: /missing answers with status 404.',
      '/2',
    ]);
    expect(passed).toEqual([`${base}/1`]);
    expect(asked).not.toContain('/1');
  });

  it('takes an entry’s whole content where its page can’t be had', async () => {
    const { base } = await serve(lists);
    expect(await take([`${base}/full`])).toEqual([
      { url: `${base}/gone`, html: body.repeat(30), title: 'T', published: '2024-06-19T08:00:00.000Z' },
    ]);
  });

  it('takes a page’s address as a page', async () => {
    const { base } = await serve(lists);
    const [page] = await take([`${base}/1`]);
    expect(page).toEqual({ url: `${base}/1`, bytes: Buffer.from(`${body}1`), contentType: 'text/html' });
  });
});
