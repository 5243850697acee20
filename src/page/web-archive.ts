import { StemmaError } from '../error.js';

/** Pages that a browser saved as one file (MHTML, RFC 2557): the first HTML part is the page, the rest are its pictures and styles. */

/** Characters in which a part's headers end. */
const LONGEST_HEAD = 10_000;

declare const atob: (encoded: string) => string;

/** True for text that opens with the headers of a mail-like archive of several parts. */
export function isWebArchive(content: string): boolean {
  const start = content.slice(0, 4_000);
  return (
    /^(?:[\w-]+:.*(?:\r?\n[ \t].*)*\r?\n){1,40}/u.test(start) && /^content-type:\s*multipart\/related/imu.test(start)
  );
}

/** The HTML of a saved page. `decode` turns a part's bytes into text, given the encoding that the part names. */
export function htmlOfArchive(
  content: string,
  decode: (bytes: Uint8Array, label: string | undefined) => string,
): string {
  const boundary = /boundary="?([^";\r\n]+)"?/iu.exec(content.slice(0, 8_000))?.[1];
  for (const part of boundary === undefined ? [] : partsOf(content, `--${boundary}`)) {
    const gap = /\r?\n\r?\n/u.exec(part.slice(0, LONGEST_HEAD));
    if (!gap) continue;
    const head = part.slice(0, gap.index);
    if (!/^content-type:\s*(?:text\/html|application\/xhtml)/imu.test(head)) continue;
    const body = part.slice(gap.index + gap[0].length);
    const label = /charset="?([\w:.-]+)/iu.exec(head)?.[1];
    if (/^content-transfer-encoding:\s*quoted-printable/imu.test(head)) return decode(fromQuotedPrintable(body), label);
    if (/^content-transfer-encoding:\s*base64/imu.test(head)) return decode(fromBase64(body), label);
    return body;
  }
  throw new StemmaError('unreadable-page', 'No article here: the saved page holds no HTML part.');
}

/** The parts one by one: a page of many pictures may have its HTML anywhere among thousands. */
function* partsOf(content: string, delimiter: string): Generator<string> {
  let start = content.indexOf(delimiter);
  while (start >= 0) {
    const end = content.indexOf(delimiter, start + delimiter.length);
    yield content.slice(start + delimiter.length, end < 0 ? undefined : end);
    start = end;
  }
}

function fromQuotedPrintable(text: string): Uint8Array {
  const joined = text.replace(/=[ \t]*\r?\n/gu, '');
  const bytes = new Uint8Array(joined.length * 3);
  let length = 0;
  for (let at = 0; at < joined.length; at++) {
    const code = joined.charCodeAt(at);
    const hex = code === 0x3d ? joined.slice(at + 1, at + 3) : '';
    if (/^[\da-f]{2}$/iu.test(hex)) {
      bytes[length++] = Number.parseInt(hex, 16);
      at += 2;
    } else if (code < 0x80) bytes[length++] = code;
    else for (const byte of utf8(joined.slice(at, at + 1))) bytes[length++] = byte;
  }
  return bytes.subarray(0, length);
}

function utf8(character: string): number[] {
  const code = character.charCodeAt(0);
  return code < 0x800
    ? [0xc0 | (code >> 6), 0x80 | (code & 63)]
    : [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)];
}

function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text.replace(/[^A-Za-z0-9+/]/gu, '')), (character) => character.charCodeAt(0));
  } catch {
    throw new StemmaError('unreadable-page', 'The saved page is damaged: its HTML part is no valid base64.');
  }
}
