import robotsParser from 'robots-parser';

/** What a site asks of robots (RFC 9309). */
export interface Robots {
  isDisallowed(url: string, agent: string): boolean | undefined;
  /** Seconds between two visits. */
  getCrawlDelay(agent: string): number | undefined;
}

/** Characters of a robots.txt that are read: RFC 9309 asks for at least 500 KiB. */
const ROBOTS_LIMIT = 512 * 1024;

/** Reads the rules of the robots.txt at `url`. */
export function parseRobots(url: string, text: string): Robots {
  return parse(url, text.slice(0, ROBOTS_LIMIT));
}

// The package is CommonJS whose export is the function; its types speak of a `default` that isn't there.
const parse = robotsParser as unknown as (url: string, text: string) => Robots;
