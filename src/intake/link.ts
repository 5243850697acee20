/** A page that a list of pages points to: a feed's entry, a sitemap's address. */
export interface Link {
  readonly url: string;
  /** When the list says that it was last changed, as written there. */
  readonly changed?: string;
  /** What the list says of the page. */
  readonly title?: string;
  readonly published?: string;
  /** The page's content where the list holds it, HTML. */
  readonly content?: string;
}

/** Whether a list's address is one of the web. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address);
}

/** An address as a list gives it, made absolute; undefined where it can't be one of the web. */
export function linkAddress(address: string | undefined, base: string | undefined): string | undefined {
  const trimmed = address?.trim() ?? '';
  if (trimmed === '' || !URL.canParse(trimmed, base)) return undefined;
  const { href } = new URL(trimmed, base);
  return isWebAddress(href) ? href : undefined;
}
