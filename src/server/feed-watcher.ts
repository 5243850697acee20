import { WATCH_INTERVAL } from '../watch.js';
import type { DeskParts } from './desk-parts.js';
import { problemOfError } from './problem.js';
import type { ReportStore } from './report-store.js';
import type { PollOutcome } from './task.js';
import type { WatchFinding } from './watch-list.js';

/** The desk's own reading of the feeds on its list. */
export interface FeedWatcher {
  stop(): void;
}

/** Milliseconds between two looks at the list for a feed whose turn has come. */
const LOOK = 2000;

/** Reads each feed of the list when its turn has come, one after the other, until it's stopped. */
export function watchFeedList(
  desk: Pick<DeskParts, 'errands' | 'reports' | 'watch'>,
  interval = WATCH_INTERVAL,
): FeedWatcher {
  let reading = false;
  const look = async (): Promise<void> => {
    const due = desk.watch
      .state()
      .feeds.find(({ read }) => read === undefined || Date.now() - Date.parse(read) >= interval);
    if (reading || due === undefined) return;
    reading = true;
    await readFeed(desk, due.url).finally(() => (reading = false));
  };
  const timer = setInterval(() => void look(), Math.min(LOOK, interval));
  return { stop: () => clearInterval(timer) };
}

async function readFeed(
  { errands, reports, watch }: Pick<DeskParts, 'errands' | 'reports' | 'watch'>,
  url: string,
): Promise<void> {
  try {
    const outcome = (await errands.run({ verb: 'poll', feed: url, memory: watch.memoryOf(url) })) as PollOutcome;
    const findings: WatchFinding[] = [];
    for (const report of outcome.reports) findings.unshift(await findingOf(reports, report));
    await watch.note(url, { ...outcome, findings });
  } catch (error) {
    await watch.note(url, { problem: problemOfError(error).detail });
  }
}

async function findingOf(reports: ReportStore, report: PollOutcome['reports'][number]): Promise<WatchFinding> {
  const kept = await reports.save(report);
  const { url, outlet, title } = report.page;
  const page = {
    ...(url !== undefined && { url }),
    ...(outlet !== undefined && { outlet }),
    ...(title !== undefined && { title }),
  };
  return {
    at: new Date().toISOString(),
    report: kept.id,
    relation: report.verdict.relation,
    sentence: report.verdict.sentence,
    page,
  };
}
