/** What a source holds. */
export type SourceKind = 'json-lines' | 'json' | 'warc' | 'feed' | 'opml' | 'sitemap' | 'page';

/** Names of files that a folder's pages have; others in it are passed over. */
const PAGE_FILE = /\.(?:html?|xhtml|mht|mhtml|txt|text|md|markdown|jsonl|ndjson|warc)(?:\.gz)?$/i;

/** Whether a file found in a folder is one to read. */
export function isPageFile(name: string): boolean {
  return PAGE_FILE.test(name);
}

/** Whether a source is packed, by its first bytes: names lie, servers unpack on the way. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** What a source is, by its name (without `.gz`) where that says it, else by its first characters. */
export function sourceKind(name: string, head: string): SourceKind {
  const bare = name.replace(/\.gz$/i, '');
  if (/\.(?:jsonl|ndjson)$/i.test(bare)) return 'json-lines';
  const start = head.replace(/^[\uFEFF\s]+/, '');
  if (/^WARC\/\d/.test(start)) return 'warc';
  if (start.startsWith('{') || start.startsWith('[')) return jsonKind(bare, start);
  return start.startsWith('<') ? markupKind(start) : 'page';
}

function jsonKind(name: string, start: string): SourceKind {
  if (/"version"\s*:\s*"https:\/\/jsonfeed\.org\/version\//.test(start)) return 'feed';
  if (/\.json$/i.test(name)) return 'json';
  return /^\{\s*"/.test(start) ? 'json-lines' : 'page';
}

function markupKind(start: string): SourceKind {
  const root = /<(?![?!])(?:[a-z]{1,20}:)?([a-z]{1,20})/i.exec(withoutComments(start))?.[1]?.toLowerCase();
  switch (root) {
    case 'rss':
    case 'feed':
    case 'rdf':
      return 'feed';
    case 'opml':
      return 'opml';
    case 'urlset':
    case 'sitemapindex':
      return 'sitemap';
    default:
      return 'page';
  }
}

function withoutComments(markup: string): string {
  const pieces = markup.split('<!--');
  return pieces
    .map((piece, i) =>
      i === 0 ? piece : piece.slice(piece.indexOf('-->') + 1 === 0 ? piece.length : piece.indexOf('-->') + 3),
    )
    .join('');
}
