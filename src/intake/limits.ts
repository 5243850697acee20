/** Bytes of one page: forty times the largest of 305 saved news pages. More is no page; a stranger's file must not take the memory. */
export const PAGE_LIMIT = 16 * 2 ** 20;

/** Bytes of one line of JSON Lines: a page of `PAGE_LIMIT` with every second character escaped. */
export const LINE_LIMIT = 2 * PAGE_LIMIT;

/** Bytes that a compressed source may unpack to whatever its ratio, before `RATIO_LIMIT` is asked. */
export const UNPACKED_FREE = 64 * 2 ** 20;

/** Unpacked bytes for a packed one. Text packs 2 to 20 times, repeated tables 100; gzip's own limit is 1,032, which only a bomb comes near. */
export const RATIO_LIMIT = 500;

/** Bytes of a feed, an OPML file or a list of robots: these are read whole. */
export const LIST_LIMIT = 16 * 2 ** 20;

/** How deep folders, and sitemaps that list sitemaps, are followed. */
export const DEPTH_LIMIT = 32;
