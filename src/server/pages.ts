import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { StemmaError } from '../error.js';
import { READINGS_CSS, THEME_CSS } from '../report/html-style.js';
import type { App } from './api-route.js';

interface Asset {
  readonly body: Buffer;
  readonly type: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The desk's own addresses: all are one page, which looks at the address itself. */
const VIEWS = ['/', '/report/:id', '/archive', '/archive/:key', '/watch'];

/** Hands out the built pages in `folder`. They are read once: what isn't there at the start can't be asked for, whatever the path. */
export function addPages(app: App, folder: string): void {
  const assets = loadAssets(folder);
  const theme: Asset = { body: Buffer.from(`${THEME_CSS}${READINGS_CSS}`), type: 'text/css; charset=utf-8' };
  const give = ({ body, type }: Asset, cache: string): Response =>
    new Response(new Uint8Array(body), { headers: { 'content-type': type, 'cache-control': cache } });
  app.get('/theme.css', () => give(theme, 'no-cache'));
  for (const [path, asset] of assets) {
    // Names of built files carry a digest of their content.
    const cache = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    if (path !== '/index.html') app.get(path, () => give(asset, cache));
  }
  const index = assets.get('/index.html');
  if (index === undefined)
    throw new StemmaError('bad-input', `The desk’s pages aren’t in ${folder}: run npm run build.`);
  for (const view of VIEWS) app.get(view, () => give(index, 'no-cache'));
}

function loadAssets(folder: string): ReadonlyMap<string, Asset> {
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return new Map(
      files.map((entry) => {
        const file = join(entry.parentPath, entry.name);
        return [
          `/${relative(folder, file).split(sep).join('/')}`,
          { body: readFileSync(file), type: TYPES[extname(file)] ?? 'application/octet-stream' },
        ];
      }),
    );
  } catch (error) {
    throw new StemmaError('bad-input', `The desk’s pages aren’t in ${folder}: run npm run build.`, { cause: error });
  }
}
