import { Parser } from 'htmlparser2';
import { linkAddress, type Link } from './link.js';
import type { ByteStream } from './unzip.js';

/** An address that a sitemap lists: a page, or another sitemap. */
export interface SitemapEntry extends Link {
  readonly kind: 'page' | 'sitemap';
}

/** Characters of one address or date that are kept. */
const FIELD_LIMIT = 4096;

/** Addresses of a sitemap (sitemaps.org, with news extension) as the stream brings them: a map of 50,000 costs no more memory than one of ten. */
export async function* readSitemap(source: ByteStream, base?: string): AsyncIterable<SitemapEntry> {
  const found: SitemapEntry[] = [];
  const parser = new Parser(sitemapHandler(found, base), { xmlMode: true, decodeEntities: true });
  const decoder = new TextDecoder();
  for await (const chunk of source) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield* found.splice(0);
  }
  parser.end(decoder.decode());
  yield* found.splice(0);
}

function sitemapHandler(found: SitemapEntry[], base: string | undefined): ConstructorParameters<typeof Parser>[0] {
  let [field, loc, lastmod, published] = ['', '', '', ''];
  return {
    onopentagname: (name) => {
      field = localName(name);
      if (field === 'url' || field === 'sitemap') [loc, lastmod, published] = ['', '', ''];
    },
    ontext: (text) => {
      if (field === 'loc') loc = (loc + text).slice(0, FIELD_LIMIT);
      if (field === 'lastmod') lastmod = (lastmod + text).slice(0, FIELD_LIMIT);
      if (field === 'publication_date') published = (published + text).slice(0, FIELD_LIMIT);
    },
    onclosetag: (name) => {
      const closed = localName(name);
      field = '';
      if (closed !== 'url' && closed !== 'sitemap') return;
      const url = linkAddress(loc, base);
      if (url === undefined) return;
      const kind = closed === 'url' ? 'page' : 'sitemap';
      const dates = {
        ...(lastmod.trim() && { changed: lastmod.trim() }),
        ...(published.trim() && { published: published.trim() }),
      };
      found.push({ kind, url, ...dates });
    },
  };
}

/** `news:publication_date` → `publication_date`; images have a `loc` of their own, which stays apart by its prefix. */
function localName(name: string): string {
  const lower = name.toLowerCase();
  return lower.startsWith('image:') || lower.startsWith('video:') ? lower : lower.slice(lower.indexOf(':') + 1);
}
