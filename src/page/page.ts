/** What a part of a page is to its reader. */
export type PartKind =
  | 'headline'
  | 'deck'
  | 'byline'
  | 'outlet'
  | 'dateline'
  | 'paragraph'
  | 'subheading'
  | 'blockquote'
  | 'listitem'
  | 'table'
  | 'caption'
  | 'credit'
  | 'contributor'
  | 'correction'
  | 'tags'
  | 'advertisement'
  | 'share'
  | 'related'
  /** When it was published or changed, as a line of the page. */
  | 'timestamp'
  /** Menus, sign-ups, cookie and legal notices, comments: no part of the report and none of the kinds above. */
  | 'furniture';

/** A typed piece of a page, in reading order. */
export interface Part {
  readonly kind: PartKind;
  readonly text: string;
  /** Where it stands in `Page.source`, half-open UTF-16 offsets; absent when it isn't part of it (a caption of an HTML page, a byline known from metadata). */
  readonly start?: number;
  readonly end?: number;
}

/** Something a page says of itself. `from` names the place: `json-ld`, `og:title`, `meta author`, `<time>`, `canonical`, `contributor line`, `credit`, … */
export interface Claim {
  readonly field: string;
  readonly value: string;
  readonly from: string;
  /** Where claims of the field disagree: why this one was believed, as one sentence. */
  readonly reason?: string;
}

/** A page as read: what it says and what it says of itself. Plain JSON. */
export interface Page {
  /** The caller's name for it. */
  readonly id?: string;
  readonly url?: string;
  readonly canonical?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly byline: readonly string[];
  readonly dateline?: string;
  /** ISO 8601; with an offset only where the page gives one. */
  readonly published?: string;
  readonly modified?: string;
  readonly language?: string;
  readonly parts: readonly Part[];
  /** What was reported: paragraphs, subheadings, quotations and lists, in reading order, a blank line between two. */
  readonly text: string;
  /** The text that all offsets (parts, tokens, statements, variants) point into: a plain text exactly as it was given; for HTML it equals `text`. */
  readonly source: string;
  readonly claims: readonly Claim[];
  /** Signs of disguise and other things a reader should know: zero-width marks, homoglyphs, several articles on the page. */
  readonly notes: readonly string[];
}

/** Kinds whose words were reported, as against furniture of the page. */
export const REPORTED: ReadonlySet<PartKind> = new Set(['paragraph', 'subheading', 'blockquote', 'listitem', 'table']);
