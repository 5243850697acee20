import type { Validators } from '../intake/web.js';
import type { RawPage } from '../page/raw-page.js';
import type { Report } from '../report/report.js';

/** A page as a request names it: content, or only an address to fetch it from. */
export type Asked = RawPage;

/** What is remembered of a feed between two readings. Plain JSON. */
export interface PollMemory {
  readonly validators: Validators;
  /** Addresses that gave no page. */
  readonly refused: readonly string[];
}

/** What one reading of a feed came to. */
export interface PollOutcome {
  readonly memory: PollMemory;
  /** New pages, added. */
  readonly pages: number;
  /** Reports on those of them that have to do with something in the archive. */
  readonly reports: readonly Report[];
  /** Why the feed itself couldn't be read. */
  readonly problem?: string;
}

/** What the process beside the desk is asked to do. */
export type Task =
  | {
      readonly verb: 'trace';
      readonly page: Asked;
      readonly against?: readonly Asked[];
      readonly until?: string;
      readonly limit?: number;
      readonly exclude?: number;
    }
  | { readonly verb: 'read'; readonly page: Asked }
  | { readonly verb: 'collate'; readonly base: Asked; readonly witness: Asked }
  | { readonly verb: 'inspect'; readonly page: Asked }
  | { readonly verb: 'statements'; readonly page: Asked }
  | { readonly verb: 'stem'; readonly pages: readonly Asked[] }
  | { readonly verb: 'copies'; readonly page: Asked; readonly limit?: number }
  /** A page and its kin as TEI. */
  | { readonly verb: 'tei'; readonly page: Asked; readonly others: readonly Asked[] }
  /** One reading of a feed: its new pages traced and added. */
  | { readonly verb: 'poll'; readonly feed: string; readonly memory: PollMemory }
  /** Nothing but getting ready: what is known is read before the first page comes. */
  | { readonly verb: 'warm' }
  /** Files, folders or addresses into the archive; `names` are what people call the files. */
  | { readonly verb: 'add'; readonly sources: readonly string[]; readonly names?: Readonly<Record<string, string>> };
