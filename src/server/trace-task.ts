import { prepare } from '../prepare.js';
import type { Archive } from '../archive/archive.js';
import { openMemoryArchive } from '../archive/memory.js';
import { StemmaError } from '../error.js';
import type { RawPage } from '../page/raw-page.js';
import { STAGES, traceByStage, type StageResult } from '../trace.js';
import { fetchPage } from './fetch-page.js';
import type { TaskContext } from './task-context.js';
import type { Task } from './task.js';

/** Traces a page, by stage, in the archive or against some other pages only. */
export async function traceTask(task: Extract<Task, { verb: 'trace' }>, context: TaskContext): Promise<unknown> {
  const { knowledge, onProgress } = context;
  const { until = 'report', limit } = task;
  onProgress({ stage: 'page' });
  const raw = await fetchPage(task.page, context);
  const archive =
    task.against === undefined ? without(context.archive, task.exclude) : await archiveOf(task.against, context);
  for await (const result of traceByStage(raw, { archive, knowledge, ...(limit !== undefined && { limit }) })) {
    if (result.stage === until) return stageAnswer(result);
    onProgress({ stage: STAGES[STAGES.indexOf(result.stage) + 1] ?? 'report' });
  }
  throw new StemmaError('bad-input', `There is no stage ${until}: take one of ${STAGES.join(', ')}.`);
}

/** A stage's outcome in the contract's fields. */
function stageAnswer(result: StageResult): unknown {
  if (result.stage === 'candidates')
    return {
      candidates: result.value.candidates.map(({ id, url, score }) => ({
        id,
        ...(url !== undefined && { url }),
        score,
      })),
    };
  return result.stage === 'stemma' ? { stemma: result.value } : result.value;
}

/** An archive as if one page weren't in it: a page that is traced from the archive isn't its own source. */
function without(archive: Archive, key: number | undefined): Archive {
  if (key === undefined) return archive;
  const others = (keys: readonly number[]): number[] => keys.filter((each) => each !== key);
  return {
    ...archive,
    outlines: (keys) => archive.outlines(others(keys)),
    holdings: (keys) => archive.holdings(others(keys)),
  };
}

/** An archive in memory of pages that a trace is told to look at instead of the real one. */
async function archiveOf(pages: readonly RawPage[], context: TaskContext): Promise<Archive> {
  const archive = openMemoryArchive();
  for (const [i, page] of pages.entries()) {
    const deposit = prepare(await fetchPage(page, context), context.knowledge, page.id ?? `page ${i + 2}`);
    if ('why' in deposit) throw new StemmaError('unreadable-page', `${deposit.input}: ${deposit.why}`);
    await archive.add([deposit]);
  }
  return archive;
}
