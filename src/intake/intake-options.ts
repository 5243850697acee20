import type { Link } from './link.js';
import type { ByteStream } from './unzip.js';
import type { Web, WebOptions } from './web.js';

/** How sources are read. */
export interface IntakeOptions {
  /** Inputs are JSON Lines whatever they are called. False unless said. */
  readonly jsonLines?: boolean;
  /** What `-` reads; the process's standard input unless said. */
  readonly stdin?: ByteStream;
  /** Whether a page that a feed or sitemap lists is passed over, unfetched: one that the archive has and that hasn't changed since. */
  readonly isKnown?: (link: Link) => Promise<boolean>;
  /** Called for each page passed over. */
  readonly onKnown?: (link: Link) => void;
  /** How the web is used; opened for this intake unless given. */
  readonly web?: Web | WebOptions;
  readonly signal?: AbortSignal;
}
