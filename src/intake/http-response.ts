import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { PAGE_LIMIT } from './limits.js';

/** A stored HTTP response, its body decoded. */
export interface HttpResponse {
  readonly status: number;
  readonly contentType?: string;
  readonly body: Uint8Array;
}

/** Parses a response as it went over the wire: status line, headers, body (chunked or compressed). Undefined where it is none. */
export function readHttpResponse(block: Uint8Array): HttpResponse | undefined {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const end = bytes.indexOf('\r\n\r\n');
  const head = bytes
    .subarray(0, end === -1 ? bytes.length : end)
    .toString('latin1')
    .split('\r\n');
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(head[0] ?? '')?.[1];
  if (status === undefined) return undefined;
  const headers = new Map(
    head
      .slice(1)
      .map((line) => [(line.split(':', 1)[0] ?? '').trim().toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const sent = end === -1 ? bytes.subarray(0, 0) : bytes.subarray(end + 4);
  const chunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '');
  const body = decode(chunked ? unchunk(sent) : sent, headers.get('content-encoding'));
  const contentType = headers.get('content-type');
  return body === undefined
    ? undefined
    : { status: Number(status), body, ...(contentType === undefined ? {} : { contentType }) };
}

/** Undoes `Content-Encoding`, to at most `PAGE_LIMIT` bytes. Undefined where the data don't fit the encoding; archives often keep the header and store the body unpacked, so bytes that aren't gzip stay as they are. */
export function decode(body: Buffer, encoding: string | undefined): Buffer | undefined {
  const options = { maxOutputLength: PAGE_LIMIT };
  try {
    switch (encoding?.trim().toLowerCase()) {
      case 'gzip':
      case 'x-gzip':
        return body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body, options) : body;
      case 'br':
        return looksLikeMarkup(body) ? body : brotliDecompressSync(body, options);
      case 'deflate':
        if (looksLikeMarkup(body)) return body;
        return ((body[0] ?? 0) & 0x0f) === 8 ? inflateSync(body, options) : inflateRawSync(body, options);
      default:
        return body;
    }
  } catch {
    return undefined;
  }
}

function looksLikeMarkup(body: Buffer): boolean {
  return /^\s{0,100}</.test(body.subarray(0, 200).toString('latin1'));
}

/** Joins the chunks; a body that isn't chunked though its header says so stays as it is. */
function unchunk(body: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < body.length;) {
    const end = body.indexOf('\r\n', at);
    const line = end === -1 ? '' : body.subarray(at, Math.min(end, at + 100)).toString('latin1');
    const size = (line.split(';', 1)[0] ?? '').trim();
    if (!/^[0-9a-f]{1,8}$/i.test(size)) return chunks.length === 0 ? body : Buffer.concat(chunks);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    chunks.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return Buffer.concat(chunks);
}
