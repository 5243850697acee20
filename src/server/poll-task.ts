import { openWeb } from '../intake/web.js';
import type { Report } from '../report/report.js';
import { trace } from '../trace.js';
import { pollFeed } from '../watch.js';
import type { TaskContext } from './task-context.js';
import type { PollOutcome, Task } from './task.js';

/** Reads a feed once: its new pages are traced, then added. */
export async function pollTask(
  { feed, memory }: Extract<Task, { verb: 'poll' }>,
  context: TaskContext,
): Promise<PollOutcome> {
  const { archive, knowledge, allowPrivate, onProgress } = context;
  const web = openWeb({ allowPrivate });
  const remembered = { validators: memory.validators, refused: new Set(memory.refused) as ReadonlySet<string> };
  const reports: Report[] = [];
  let pages = 0;
  let problem: string | undefined;
  onProgress({ stage: 'poll', at: feed });
  try {
    for await (const news of pollFeed(feed, remembered, {
      archive,
      knowledge,
      web,
      trace: (raw) => trace(raw, { archive, knowledge }),
    })) {
      if ('why' in news) {
        if (news.input === feed) problem = news.why;
        continue;
      }
      pages++;
      if (news.report.collations.length > 0) reports.push(news.report);
      onProgress({ stage: 'poll', at: feed, done: pages });
    }
  } finally {
    await web.close();
  }
  return {
    memory: { validators: remembered.validators, refused: [...remembered.refused] },
    pages,
    reports,
    ...(problem !== undefined && { problem }),
  };
}
