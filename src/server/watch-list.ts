import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Relation } from '../collation/collation.js';
import type { PageName } from './report-store.js';
import { failure } from './problem.js';
import type { PollMemory } from './task.js';

/** A feed that the desk keeps reading. */
interface WatchedFeed {
  readonly url: string;
  /** When it was read last. */
  readonly read?: string;
  /** New pages that it brought so far. */
  readonly pages: number;
  /** Why it couldn't be read the last time. */
  readonly problem?: string;
}

/** A new page that has to do with something in the archive. */
export interface WatchFinding {
  readonly at: string;
  readonly report: string;
  readonly relation: Relation;
  readonly sentence: string;
  readonly page: PageName;
}

export interface WatchState {
  readonly feeds: readonly WatchedFeed[];
  /** Newest first. */
  readonly findings: readonly WatchFinding[];
}

/** Feeds and findings, kept in a file. */
export interface WatchList {
  state(): WatchState;
  /** Throws `bad-input` for what is no address of the web. */
  add(url: string): Promise<void>;
  remove(url: string): Promise<void>;
  /** What the last reading of a feed left to be remembered. */
  memoryOf(url: string): PollMemory;
  /** After a feed was read: what came of it. */
  note(url: string, reading: Reading): Promise<void>;
}

/** What one reading of a feed brought. */
interface Reading {
  readonly pages?: number;
  readonly problem?: string;
  readonly findings?: readonly WatchFinding[];
  readonly memory?: PollMemory;
}

/** What is in the file: the state, and what readings left to be remembered. */
interface Kept extends WatchState {
  readonly memories: Readonly<Record<string, PollMemory>>;
}

/** Findings that are kept. */
const REMEMBERED = 500;
/** Feeds that one desk reads. */
const MOST_FEEDS = 500;

export async function openWatchList(file: string): Promise<WatchList> {
  let state = await load(file);
  let writing: Promise<void> = Promise.resolve();
  const keep = (next: Kept): Promise<void> => {
    state = next;
    // One write after the other, each of the whole state: the last one wins, and none is torn.
    writing = writing.then(() => save(file, state));
    return writing;
  };
  return {
    state: () => ({ feeds: state.feeds, findings: state.findings }),
    memoryOf: (url) => state.memories[url] ?? { validators: {}, refused: [] },
    add: async (url) => {
      const address = checked(url);
      if (state.feeds.some((feed) => feed.url === address)) return;
      if (state.feeds.length >= MOST_FEEDS)
        throw failure('bad-input', `A desk watches ${MOST_FEEDS} feeds at most; stop one first.`);
      await keep({ ...state, feeds: [...state.feeds, { url: address, pages: 0 }] });
    },
    remove: (url) => keep({ ...state, feeds: state.feeds.filter((feed) => feed.url !== url) }),
    note: (url, { pages = 0, problem, findings = [], memory }) =>
      keep({
        feeds: state.feeds.map((feed) =>
          feed.url === url
            ? {
                url,
                read: new Date().toISOString(),
                pages: feed.pages + pages,
                ...(problem !== undefined && { problem }),
              }
            : feed,
        ),
        findings: [...findings, ...state.findings].slice(0, REMEMBERED),
        memories: memory === undefined ? state.memories : { ...state.memories, [url]: memory },
      }),
  };
}

function checked(url: string): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw failure('bad-input', `${url.slice(0, 200)} is no address of the web.`);
  return new URL(url).href;
}

async function load(file: string): Promise<Kept> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Kept;
  } catch {
    return { feeds: [], findings: [], memories: {} };
  }
}

async function save(file: string, state: Kept): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.draft`, JSON.stringify(state));
  await rename(`${file}.draft`, file);
}
