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
  /** The page as it was read before, out of an archive: then nothing is read again. */
  readonly read?: Page;
}
