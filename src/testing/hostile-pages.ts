/** Pages that were made to hurt a reader, each by name and built when asked for: some are large. */

const SENTENCE =
  'The harbour board said on Thursday that the last car ferry would sail in September, ending a service that has run since 1911.';
const HEAD = '<html><head><title>Last ferry sails</title></head>';
const BODY = `<body><article><h1>Last ferry sails</h1><p class="byline">By Ann Roe</p>${`<p>${SENTENCE}</p>`.repeat(6)}</article>`;
const ARTICLE = `${HEAD}${BODY}`;
const MEGABYTE = 1_000_000;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0) & 255);
const script = (json: string): string => `<script type="application/ld+json">${json}</script>`;

function utf16(text: string, mark: boolean): Uint8Array {
  const units = new Uint16Array(text.length + (mark ? 1 : 0));
  if (mark) units[0] = 0xfeff;
  for (let at = 0; at < text.length; at++) units[at + (mark ? 1 : 0)] = text.charCodeAt(at);
  return new Uint8Array(units.buffer);
}

/** Two-byte text of one encoding: the same character over and over, between the tags of a page. */
function eastAsian(bytes: readonly number[]): Uint8Array {
  const word = Uint8Array.from({ length: 400 }, (_, at) => bytes[at % bytes.length] ?? 0);
  const parts = [encode('<html><body><h1>x</h1><p>'), word, encode('</p></body></html>')];
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function graph(count: number): string {
  const nodes = Array.from({ length: count }, (_, at) => ({
    '@id': `#${at}`,
    '@type': 'Person',
    author: { '@id': `#${(at + 1) % count}` },
  }));
  const article = {
    '@type': 'NewsArticle',
    headline: 'x',
    author: nodes.slice(0, 100).map((node) => ({ '@id': node['@id'] })),
  };
  return JSON.stringify({ '@graph': [article, ...nodes] });
}

function mhtml(parts: number): string {
  return `From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n${'--b\nContent-Type: image/png\n\nx\n'.repeat(parts)}--b\nContent-Type: text/html\n\n${ARTICLE}\n--b--`;
}

/** Name of the case → its bytes. */
export const HOSTILE_PAGES: Readonly<Record<string, () => Uint8Array>> = {
  '100,000 nested elements': () => encode(ARTICLE + '<div>'.repeat(100_000)),
  '100,000 nested elements named author': () =>
    encode(HEAD + '<div class="author byline date comment">'.repeat(100_000) + BODY),
  '240 nested authors around 4 MB': () =>
    encode(
      HEAD +
        '<div class="author date" itemprop="author" rel="author">'.repeat(240) +
        BODY +
        `<p>${SENTENCE}</p>`.repeat(30_000),
    ),
  'a million attributes': () => encode(`${ARTICLE}<div ${'a=b '.repeat(MEGABYTE)}>`),
  'a million distinct attributes': () =>
    encode(`${ARTICLE}<div ${Array.from({ length: MEGABYTE }, (_, at) => `a${at}`).join(' ')}>`),
  'a page of 50 MB': () => encode(ARTICLE + `<p>${SENTENCE}</p>`.repeat(380_000)),
  'one paragraph of 50 MB': () => encode(`${ARTICLE}<p>${`${SENTENCE} `.repeat(390_000)}`),
  'a plain text of 50 MB': () => encode(`${SENTENCE}\n\n`.repeat(390_000)),
  'a plain text of one line of 50 MB': () => encode(`${SENTENCE} `.repeat(390_000)),
  'a plain text of 10 million empty lines': () => encode('\n'.repeat(10 * MEGABYTE) + SENTENCE),
  'unclosed everything': () => encode(ARTICLE + '<table><tr><td><ul><li><p><b><a href=x>'.repeat(50_000)),
  'a million stray end tags': () => encode(ARTICLE + '</div></p></table>'.repeat(333_000)),
  'a million paragraphs': () => encode(ARTICLE + '<p>a'.repeat(MEGABYTE)),
  'a million links': () => encode(ARTICLE + '<a href=/author/x>Ann Roe</a>'.repeat(MEGABYTE / 4)),
  'a million line breaks': () => encode(`${ARTICLE}<p>${'x<br>'.repeat(MEGABYTE)}`),
  'a deep table': () => encode(ARTICLE + '<table><tr><td>'.repeat(30_000) + SENTENCE),
  'a table of a million cells': () => encode(`${ARTICLE}<table>${`<tr>${'<td>1'.repeat(100)}`.repeat(10_000)}`),
  'NUL bytes': () => encode(ARTICLE.replaceAll(' ', ' \0') + '\0'.repeat(MEGABYTE)),
  'only NUL bytes': () => new Uint8Array(MEGABYTE),
  'windows-1252 said to be UTF-8': () =>
    latin1(ARTICLE.replace('<head>', '<head><meta charset=utf-8>').replaceAll('harbour', 'h\u00e4rbour')),
  'UTF-8 said to be windows-1252': () =>
    encode(ARTICLE.replace('<head>', '<head><meta charset=windows-1252>').replaceAll('harbour', 'h\u00e4rbour')),
  'UTF-16 with a mark': () => utf16(ARTICLE, true),
  'UTF-16 without a mark': () => utf16(ARTICLE, false),
  'UTF-16 of 20 MB, odd length': () => utf16(ARTICLE + `<p>${SENTENCE}</p>`.repeat(75_000), false).subarray(1),
  Big5: () => eastAsian([0xa4, 0xa4, 0xa4, 0xe5, 0xb7, 0x73, 0xbb, 0x44]),
  Shift_JIS: () => eastAsian([0x82, 0xb1, 0x82, 0xea, 0x82, 0xcd, 0x93, 0xfa, 0x96, 0x7b]),
  'bytes of no encoding': () => Uint8Array.from({ length: 4 * MEGABYTE }, (_, at) => 128 + ((at * 7919) % 128)),
  'an encoding that does not exist': () => encode(ARTICLE.replace('<head>', '<head><meta charset=klingon>')),
  'an entity bomb': () =>
    encode(
      `<!DOCTYPE x [<!ENTITY a "${'&b;'.repeat(1000)}"><!ENTITY b "${'&c;'.repeat(1000)}">]>${ARTICLE}${'&a;'.repeat(100_000)}`,
    ),
  'a million entities': () => encode(`${ARTICLE}<p>${'&amp;&#x27;'.repeat(MEGABYTE / 2)}`),
  'entities of impossible characters': () => encode(`${ARTICLE}<p>${'&#x110000;&#xd800;&#0;'.repeat(100_000)}`),
  'JSON-LD of 40 MB': () =>
    encode(
      `${HEAD}${script(JSON.stringify({ '@type': 'NewsArticle', articleBody: SENTENCE.repeat(320_000) }))}${BODY}`,
    ),
  'JSON-LD of 2.9 MB of brackets': () => encode(`${HEAD}${script('['.repeat(2_900_000))}${BODY}`),
  'JSON-LD of 2.9 MB of objects': () => encode(`${HEAD}${script(`[${'{"a":1},'.repeat(300_000)}{}]`)}${BODY}`),
  '100,000 JSON-LD scripts': () => encode(`${HEAD}${script('{"@type":"Person","name":"x"}').repeat(90_000)}${BODY}`),
  'a broken JSON-LD of 2.9 MB': () => encode(`${HEAD}${script(`{"a":"${'\n,'.repeat(1_400_000)}`)}${BODY}`),
  'a cyclic @graph': () => encode(`${HEAD}${script(graph(3))}${BODY}`),
  'a cyclic @graph of 40,000': () => encode(`${HEAD}${script(graph(40_000))}${BODY}`),
  'a framework state of 4 MB': () =>
    encode(
      `${HEAD}<body><p>Short.</p><script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ a: Array.from({ length: 90_000 }, (_, at) => ({ [`k${at}`]: 'A sentence of seven words and more here.' })) })}</script>`,
    ),
  'a picture': () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...new Array<number>(1000).fill(7)]),
  'a PDF': () => encode(`%PDF-1.7\n${'stream'.repeat(100_000)}`),
  'a PDF after a line break': () => encode(`\n%PDF-1.7\n${'stream'.repeat(1000)}`),
  'an error page': () =>
    encode(
      '<title>404 Not Found</title><h1>Page not found</h1><p>The page could not be found here any longer, sorry.</p>',
    ),
  'a login wall': () =>
    encode(
      '<title>Log in</title><form><input type=password></form><p>Please log in to go on reading what our reporters found.</p>',
    ),
  'zero-width and right-to-left marks': () => encode(ARTICLE.replaceAll('harbour', 'har\u200b\u202ebour')),
  'a million zero-width marks': () => encode(`${ARTICLE}<p>a${'\u200b'.repeat(MEGABYTE)}b`),
  'look-alike letters': () => encode(ARTICLE.replaceAll('board', 'b\u043eard')),
  'a word of a million look-alike letters': () => encode(`${ARTICLE}<p>${'a\u043e'.repeat(MEGABYTE / 2)}`),
  'an attribute of 5 MB': () => encode(`${HEAD}<body><div class="${'author '.repeat(700_000)}">${BODY}`),
  '10,000 classes of 4,000 characters': () =>
    encode(HEAD + `<div class="${'by-line_x '.repeat(390)}">x</div>`.repeat(1_200) + BODY),
  'base64 pictures of 20 MB': () =>
    encode(`${ARTICLE}${`<img src="data:image/png;base64,${'QUJD'.repeat(250_000)}">`.repeat(20)}`),
  'a MB of spaces': () =>
    encode(
      `${HEAD}<title>${' '.repeat(MEGABYTE)}x</title>${BODY}<p>a${' '.repeat(MEGABYTE)}b</p><div class=author>${' '.repeat(MEGABYTE)}x</div>`,
    ),
  'a MB of "By "': () =>
    encode(`${ARTICLE}<div class=byline>${'By '.repeat(333_000)}</div><p>${'by '.repeat(333_000)}`),
  'a MB of "By " as text': () => encode('By '.repeat(333_000)),
  '5,000 lines of commas, dates and capitals': () =>
    encode(`${ARTICLE}${`<div class=byline>${'Jan 1, '.repeat(14)}${'A. '.repeat(20)}</div>`.repeat(5_000)}`),
  'a title of 1 MB': () =>
    encode(
      `<title>${'Ferry | '.repeat(125_000)}</title><meta property=og:title content="${'a - '.repeat(250_000)}">${BODY}`,
    ),
  '100,000 meta tags': () =>
    encode(`${Array.from({ length: 90_000 }, (_, at) => `<meta name=author content="Ann Roe${at}">`).join('')}${BODY}`),
  '90,000 headings': () =>
    encode(
      HEAD +
        '<h1>Last ferry sails</h1>'.repeat(45_000) +
        '<h2><a href=/x>Another story of the harbour</a></h2>'.repeat(22_000) +
        BODY,
    ),
  '30,000 articles side by side': () =>
    encode(
      HEAD + `<article><h2><a href=/x>Another story of the harbour</a></h2><p>${SENTENCE}</p></article>`.repeat(16_000),
    ),
  '5,000 names with portraits alone on a line': () =>
    encode(
      `${HEAD}<body><h1>Last ferry sails</h1>${'<div><img alt="Ann Roe"><div>Ann Roe</div></div>'.repeat(5_000)}<p>${SENTENCE}</p>`,
    ),
  'a headline of 90,000 empty elements': () =>
    encode(`${HEAD}<body><h1>Last ferry sails${'<i></i>'.repeat(90_000)}</h1><div>Ann Roe</div><p>${SENTENCE}</p>`),
  'half a million texts that touch': () => encode(`${ARTICLE}<div>${'<i>a</i>'.repeat(MEGABYTE / 2)}</div>`),
  '40,000 microdata authors in nested comments': () =>
    encode(
      `${HEAD}<body><h1>Last ferry sails</h1>${'<div class="comment"><b itemprop="author">Ann Roe</b>'.repeat(40_000)}`,
    ),
  '5,000 lines of trades glued to names': () =>
    encode(`${ARTICLE}${`<p>By ${'RoeNews News Editor '.repeat(20)}</p>`.repeat(5_000)}`),
  '30,000 headings in breadcrumbs': () =>
    encode(`${HEAD}<body><ol class="breadcrumb">${'<li><h1>Last ferry sails</h1>'.repeat(30_000)}</ol>${BODY}`),
  'comments and declarations': () => encode(`${ARTICLE}${'<!-- x --><?x ?><![CDATA[x]]><!x>'.repeat(150_000)}`),
  'less-than signs': () => encode(ARTICLE + '<'.repeat(5 * MEGABYTE)),
  'an unclosed comment': () => encode(`${ARTICLE}<!--${'-'.repeat(5 * MEGABYTE)}`),
  'an unclosed script': () => encode(`${ARTICLE}<script>${'</scrip '.repeat(600_000)}`),
  'script of dates and authors': () =>
    encode(`${ARTICLE}<script>${'"author":["datePublished":"2020-01-01'.repeat(50_000)}</script>`),
  'an MHTML of 100,000 parts': () => encode(mhtml(100_000)),
  'an MHTML of headers without end': () =>
    encode(`${'X-Header: y\n y\n'.repeat(300_000)}Content-Type: multipart/related; boundary="b"\n`),
  'an MHTML in broken quoted-printable': () =>
    encode(
      `From: <Saved>\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n${ARTICLE.replaceAll('=', '=3D')}${'=\n=zz= \t'.repeat(500_000)}`,
    ),
  'paywalls in paywalls': () => encode(`${ARTICLE}${'<div class="paywall"><i></i><i></i><i></i>'.repeat(30_000)}`),
  '5,000 headings of references': () => encode(ARTICLE + '<li><h2>References</h2></li>'.repeat(5_000)),
  'a plain text of 10,000 stories': () =>
    encode(`Last ferry sails\n\nBy Ann Roe\n\n${SENTENCE}\n\n${SENTENCE}\n\n`.repeat(10_000)),
  'a title of a million bars': () =>
    encode(ARTICLE.replace('sails</title>', `sails${' | a'.repeat(MEGABYTE)}</title>`)),
  '90,000 times': () =>
    encode(ARTICLE + '<time class="updated" datetime="2020-05-03">3 May 2020</time>'.repeat(90_000)),
  'a headline of 30,000 hidden colons': () =>
    encode(
      `${HEAD}<body><h1>${'<i>Last</i><i class="hidden">:</i>'.repeat(30_000)} ferry sails</h1><p>${SENTENCE.repeat(6)}`,
    ),
  '40,000 links around one another': () => encode(`${ARTICLE}${`<a href=x>${SENTENCE}`.repeat(40_000)}`),
  'a MB of co-signers': () => encode(`${ARTICLE}<p>${'By Ann Roe; edited by Max Bell, '.repeat(33_000)}</p>`),
  'a canonical address of days': () =>
    encode(ARTICLE.replace('<head>', `<head><link rel=canonical href="/${'2020-01/'.repeat(500_000)}">`)),
  'Chinese of 4 MB without a stop': () => encode(`${ARTICLE}<p>${'港口委员会'.repeat(270_000)}</p>`),
  'a Markdown of hashes and stars': () =>
    encode(`# Title\n\n${`${'*'.repeat(500)}[`.repeat(2_000)}\n\n${'> '.repeat(200_000)}${SENTENCE}`),
};

/** An ordinary page, for between. */
export const ORDINARY_PAGE = `${ARTICLE}</body></html>`;
