import type { ErrorCode, StemmaError } from '../error.js';
import type { RawPage } from '../page/raw-page.js';

/** An input, or a part of one, that gave no page. */
export interface Unreadable {
  /** Which: a path, an address, `file.jsonl line 17`. */
  readonly input: string;
  /** Why, as the rest of a sentence that begins with the input. */
  readonly why: string;
  /** The row's own name where it had one. */
  readonly id?: string;
  /** `bad-input` unless said. */
  readonly code?: ErrorCode;
}

/** A page, undecoded, or the reason why there is none. */
export type Incoming = RawPage | Unreadable;

export function isUnreadable(incoming: Incoming): incoming is Unreadable {
  return 'why' in incoming;
}

/** A page that can't be read, under its own name or the one given. */
export function refusalOf({ message, code }: StemmaError, { id, url }: RawPage, name: string): Unreadable {
  return { input: id ?? url ?? name, why: message, code, ...(id === undefined ? {} : { id }) };
}
