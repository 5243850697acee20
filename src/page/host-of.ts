/** The host of an address, without "www."; undefined for what is no web address. */
export function hostOf(url: string | undefined): string | undefined {
  return /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(url ?? '')?.[1]?.toLowerCase();
}
