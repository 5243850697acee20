import { parseFeed, parseOpml } from 'feedsmith';
import { linkAddress, type Link } from './link.js';

/** Entries of a feed (RSS, Atom, RDF, JSON Feed) in the feed's order. `base` makes relative links absolute. Throws where it isn't one. */
export function readFeed(text: string, base?: string): Link[] {
  const parsed = parseFeed(text);
  switch (parsed.format) {
    case 'atom':
      return (parsed.feed.entries ?? []).flatMap((entry) => {
        const link = entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? entry.links?.[0];
        return linkOf(
          {
            url: link?.href,
            title: entry.title?.value,
            published: entry.published,
            changed: entry.updated,
            content: entry.content?.value,
          },
          base,
        );
      });
    case 'json':
      return (parsed.feed.items ?? []).flatMap((item) =>
        linkOf(
          {
            url: item.url ?? item.external_url,
            title: item.title,
            published: item.date_published,
            changed: item.date_modified,
            content: item.content_html,
          },
          base,
        ),
      );
    case 'rss':
      return (parsed.feed.items ?? []).flatMap((item) => {
        const guid = item.guid?.isPermaLink === false ? undefined : item.guid?.value;
        return linkOf(
          { url: item.link ?? guid, title: item.title, published: item.pubDate, content: item.content?.encoded },
          base,
        );
      });
    case 'rdf':
      return (parsed.feed.items ?? []).flatMap((item) =>
        linkOf({ url: item.link, title: item.title, published: item.dc?.dates?.[0] }, base),
      );
  }
}

/** Addresses of the feeds that an OPML file lists, at any depth. Throws where it isn't one. */
export function readOpml(text: string, base?: string): string[] {
  const feeds: string[] = [];
  const open = [...(parseOpml(text).body?.outlines ?? [])].reverse();
  for (let outline = open.pop(); outline !== undefined; outline = open.pop()) {
    const url = linkAddress(outline.xmlUrl, base);
    if (url !== undefined) feeds.push(url);
    open.push(...[...(outline.outlines ?? [])].reverse());
  }
  return [...new Set(feeds)];
}

type Given = { readonly [Field in keyof Link]: Link[Field] | undefined };

function linkOf(given: Given, base: string | undefined): Link[] {
  const url = linkAddress(given.url, base);
  if (url === undefined) return [];
  const said = Object.entries(given).filter(([, value]) => value !== undefined && value !== '');
  const published = isoDate(given.published);
  return [{ ...Object.fromEntries(said), url, ...(published === undefined ? {} : { published }) }];
}

/** A feed's date as ISO 8601; undefined where it is none. */
function isoDate(date: string | undefined): string | undefined {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
