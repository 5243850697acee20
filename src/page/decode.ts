import { StemmaError } from '../error.js';
import { htmlOfArchive, isWebArchive } from './web-archive.js';

/**
 * Bytes to text, as browsers detect encodings (byte order mark, header, what the page declares in its first bytes), and beyond
 * them where they are lied to: bytes that are valid UTF-8 are UTF-8 whatever the label says, a false "UTF-8" falls back to
 * windows-1252, UTF-16 shows by its zero bytes, and unlabelled East Asian and Cyrillic pages by how well they decode.
 */

/** Decoded content: HTML or plain text, one of the two. */
export interface Decoded {
  readonly html?: string;
  readonly text?: string;
  readonly notes: readonly string[];
}

interface Decoder {
  decode(bytes: Uint8Array): string;
}
declare const TextDecoder: new (label: string, options?: { fatal?: boolean }) => Decoder;

/** More is left out: no article is longer, and a decoder must not be asked for gigabytes. */
const LARGEST = 24_000_000;
/** Browsers look for a declared encoding in the first 1,024 bytes; pages that put scripts first need more. */
const PRESCAN = 8_192;
/** Broken UTF-8 sequences a thousand bytes: below, a few bytes are damaged; above, the label is false. */
const DAMAGED = 1;

const MAGIC: readonly (readonly [bytes: readonly number[], name: string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG image'],
  [[0xff, 0xd8, 0xff], 'a JPEG image'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF image'],
  [[0x52, 0x49, 0x46, 0x46], 'an image or sound file'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive'],
  [[0x1f, 0x8b], 'a compressed file'],
  [[0x42, 0x5a, 0x68], 'a compressed file'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a compressed file'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
  [[0x4d, 0x5a, 0x90], 'a program'],
  [[0x00, 0x00, 0x01, 0x00], 'an icon'],
  [[0x49, 0x44, 0x33], 'a sound file'],
  [[0x4f, 0x67, 0x67, 0x53], 'a sound file'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an office document'],
];

/** Decodes a page's bytes and tells HTML from plain text. Throws `unreadable-page` for pictures, PDF and other binary content. */
export function decodePage(bytes: Uint8Array, contentType: string | undefined): Decoded {
  refuseBinary(bytes, contentType);
  const cut = bytes.length > LARGEST;
  const content = decodeBytes(cut ? bytes.subarray(0, LARGEST) : bytes, contentType).replaceAll('\0', '');
  const notes = cut ? ['the page was cut at a limit (bytes)'] : [];
  if (isWebArchive(content))
    return {
      html: htmlOfArchive(content, (part, label) => decodeBytes(part, label && `text/html; charset=${label}`)),
      notes,
    };
  return { ...(isHtml(content, contentType) ? { html: content } : { text: content }), notes };
}

/** Bytes as text in the encoding that fits them best. */
function decodeBytes(bytes: Uint8Array, contentType: string | undefined): string {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes);
  const said = /charset\s*=\s*["']?([\w:.-]+)/iu.exec(contentType ?? '')?.[1] ?? declaredEncoding(bytes);
  const label = said !== undefined && /^(?:utf-?16|unicode)/iu.test(said) ? undefined : said;
  const escaped = label !== undefined && /^(?:iso-2022|hz)/iu.test(label);
  const strict = escaped ? undefined : decodeWith('utf-8', bytes, true);
  if (strict !== undefined) return strict;
  if (label !== undefined && !/^utf-?8$|^(?:us-)?ascii$|^iso-8859-1$|^latin-?1$/iu.test(label)) {
    const labelled = decodeWith(label, bytes, false);
    if (labelled !== undefined) return labelled;
  }
  if (label !== undefined && /^utf-?8$/iu.test(label)) {
    const lenient = new TextDecoder('utf-8').decode(bytes);
    if (countBroken(lenient) <= (bytes.length / 1000) * DAMAGED && hasMultibyte(lenient)) return lenient;
  }
  return bestGuess(bytes);
}

function refuseBinary(bytes: Uint8Array, contentType: string | undefined): void {
  if (bytes.length === 0) throw new StemmaError('unreadable-page', 'No article here: the page is empty.');
  const kind =
    hiddenPdf(bytes) ??
    MAGIC.find(([magic]) => magic.every((byte, at) => bytes[at] === byte))?.[1] ??
    (/^(?:image|audio|video|font)\//iu.test(contentType ?? '') ? `content of type ${contentType}` : undefined);
  if (kind !== undefined)
    throw new StemmaError('unreadable-page', `No article here: this is ${kind}, not a page; give its text or HTML.`);
  const start = bytes.subarray(0, 4_096);
  const controls = start.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  const zeros = start.filter((byte) => byte === 0).length;
  const evenly =
    Math.abs(start.filter((byte, at) => byte === 0 && at % 2 === 0).length - zeros / 2) > zeros * 0.4 &&
    zeros > start.length * 0.2;
  if (controls > start.length * 0.1 && !evenly && byteOrderMark(bytes) === undefined)
    throw new StemmaError('unreadable-page', 'No article here: the content is binary, not text.');
}

/** White space may stand before a PDF's mark. */
function hiddenPdf(bytes: Uint8Array): string | undefined {
  return /^\s*%PDF-\d/u.test(new TextDecoder('latin1').decode(bytes.subarray(0, 1_024))) ? 'a PDF document' : undefined;
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 512);
  if (start.length < 4) return undefined;
  const zeros = [0, 0];
  start.forEach((byte, at) => (zeros[at % 2] = (zeros[at % 2] ?? 0) + (byte === 0 ? 1 : 0)));
  const half = start.length / 2;
  if ((zeros[1] ?? 0) > half * 0.6 && (zeros[0] ?? 0) < half * 0.1) return 'utf-16le';
  return (zeros[0] ?? 0) > half * 0.6 && (zeros[1] ?? 0) < half * 0.1 ? 'utf-16be' : undefined;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN));
  return (
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)/iu.exec(start)?.[1] ??
    /^<\?xml[^>]{0,100}encoding\s*=\s*["']([\w:.-]+)/iu.exec(start)?.[1]
  );
}

function decodeWith(label: string, bytes: Uint8Array, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Legacy encodings by the script that they should give when they fit. */
const GUESSES: readonly (readonly [label: string, script: RegExp])[] = [
  ['shift_jis', /[\u3041-\u30fe]/gu],
  ['euc-jp', /[\u3041-\u30fe]/gu],
  ['euc-kr', /[\uac00-\ud7a3]/gu],
  [
    'big5',
    /[的一是在不了有人這個我他們來到時大地為子中說生國年着就那和要她出也得里後自以會家可下而過天去能對小多然於心]/gu,
  ],
  [
    'gb18030',
    /[的一是在不了有人这个我他们来到时大地为子中说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心]/gu,
  ],
  ['windows-1251', /[а-яё]{3}/giu],
];

function bestGuess(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 60_000);
  const high = sample.filter((byte) => byte > 127).length;
  let best = { label: 'windows-1252', score: high * 0.12 };
  for (const [label, script] of GUESSES) {
    const text = decodeWith(label, sample, false);
    if (text === undefined || countBroken(text) > 2) continue;
    const score = (text.match(script)?.length ?? 0) * (label === 'windows-1251' ? 2 : 1);
    if (score > best.score) best = { label, score };
  }
  return new TextDecoder(best.label).decode(bytes);
}

function countBroken(text: string): number {
  return text.match(/\ufffd/gu)?.length ?? 0;
}

function hasMultibyte(text: string): boolean {
  return /[\u0080-\ufffc]/u.test(text);
}

function isHtml(content: string, contentType: string | undefined): boolean {
  if (/\bx?html\b/iu.test(contentType ?? '')) return true;
  if (/^text\/(?:plain|markdown)/iu.test(contentType ?? '')) return false;
  const start = content.slice(0, 2_000).trimStart();
  return (
    /^(?:<!doctype\s|<html|<head|<body|<!--|<\?xml|<(?:div|p|article|section|main|meta|title|h[1-6]|span|table|script|center|header)\b)/iu.test(
      start,
    ) || /<html[\s>]/iu.test(start)
  );
}
