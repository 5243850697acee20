import type { Page } from './page.js';

/** A page before it is read. One of `html`, `text` and `bytes` holds the content; the other fields are what the caller knows and win over what the page says. */
export interface RawPage {
  readonly id?: string;
  readonly url?: string;
  readonly html?: string;
  readonly text?: string;
  /** Undecoded content; its kind and encoding are sniffed, `contentType` (a header) helps. */
  readonly bytes?: Uint8Array;
  readonly contentType?: string;
  readonly title?: string;
  readonly byline?: string | readonly string[];
  readonly outlet?: string;
  readonly published?: string;
  readonly modified?: string;
  /** The page as it was read before, out of an archive: then nothing is read again. */
  readonly read?: Page;
}

/** The same with bytes of its own: a message to a thread carries the whole of what a view is cut from. */
export function detached(page: RawPage): RawPage {
  return page.bytes === undefined ? page : { ...page, bytes: Uint8Array.from(page.bytes) };
}

/** Bytes or characters of a page before it is read. */
export function sizeOf({ bytes, html, text }: RawPage): number {
  return bytes?.length ?? html?.length ?? text?.length ?? 0;
}
