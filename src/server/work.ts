import { openArchive } from '../archive/open-archive.js';
import type { Archive, Deposit, Receipt } from '../archive/archive.js';
import { openKnowledge } from '../knowledge/knowledge.js';
import { failure, problemOfError } from './problem.js';
import { runTask } from './run-task.js';
import type { FromWork, ToWork } from './work-message.js';

/**
 * The process beside the desk: takes a task, does it, says how far it is. It reads the archive itself and asks the desk
 * to write. It ends with the desk, whose end of the channel it hears closing.
 */
const { where, allowPrivate } = JSON.parse(process.argv[2] ?? '{}') as { where: string; allowPrivate: boolean };
const knowledge = openKnowledge();
const waiting = new Map<number, (answer: Extract<ToWork, { kind: 'written' }>) => void>();

process.on('disconnect', () => process.exit(0));
process.on('message', (message: ToWork) => {
  if (message.kind === 'written') return waiting.get(message.call)?.(message);
  void work(message.task);
});

tell({ kind: 'ready' });

async function work(task: Extract<ToWork, { kind: 'task' }>['task']): Promise<void> {
  let archive: Archive | undefined;
  try {
    const held = (archive = await openArchive(where, { readOnly: true }));
    const result = await runTask(task, {
      archive: {
        ...held,
        add: (batch) => askToWrite({ kind: 'add', batch }),
        claim: async (scheme) => {
          await askToWrite({ kind: 'claim', scheme });
        },
      },
      knowledge,
      allowPrivate,
      onProgress: (progress) => tell({ kind: 'progress', progress }),
    });
    tell({ kind: 'result', result });
  } catch (error) {
    const problem = problemOfError(error);
    if (problem.code === 'bug') console.error(error);
    tell({ kind: 'problem', problem });
  } finally {
    await archive?.close();
  }
}

function askToWrite(
  what:
    { readonly kind: 'add'; readonly batch: readonly Deposit[] } | { readonly kind: 'claim'; readonly scheme: string },
): Promise<readonly Receipt[]> {
  return new Promise((resolve, reject) => {
    const call = Math.max(0, ...waiting.keys()) + 1;
    waiting.set(call, (answer) => {
      waiting.delete(call);
      if ('receipts' in answer) resolve(answer.receipts);
      // A problem travels as it is: it has its sentence and its code already.
      else reject(failure(answer.problem.code, answer.problem.detail));
    });
    tell({ ...what, call });
  });
}

function tell(message: FromWork): void {
  process.send?.(message);
}
