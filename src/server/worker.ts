import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Archive } from '../archive/archive.js';
import { failure, problemOfError } from './problem.js';
import type { Task } from './task.js';
import type { FromWork, Progress, ToWork } from './work-message.js';

/**
 * A process beside the desk that does the reading and comparing. Pages come from strangers: one that hangs or eats the
 * memory takes this process with it, never the desk. Tasks run one after the other; a process that ended is started again
 * with the next task. Reads go to the archive directly; what it writes goes through the desk, which is the only writer.
 */
export interface Worker {
  /** Rejects with a `Problem`: the task's own, `too-long`, `crashed` or `busy`. */
  run(task: Task, onProgress?: (progress: Progress) => void): Promise<unknown>;
  /** Of the process, while there is one. */
  pid(): number | undefined;
  close(): void;
}

export interface WorkerOptions {
  /** Where the process finds the archive; see `openArchive`. */
  readonly where: string;
  /** For what is written. */
  readonly archive: Pick<Archive, 'add' | 'claim'>;
  /** Milliseconds without a sign of progress after which a task is given up; see `PATIENCE`. */
  readonly patience?: number;
  /** Whether private addresses may be fetched. */
  readonly allowPrivate?: boolean;
}

/** Tasks that may wait; more are refused, so that a flood of them doesn't fill the memory. */
const QUEUE = 32;
/** MiB of heap. */
const MEMORY = 3072;
/** Milliseconds that a task may be silent: the longest honest stage seen, a family of 24 pages, takes a tenth of it. */
const PATIENCE = 120_000;
/** Milliseconds for the process to be loaded; a second is usual. */
const STARTING = 60_000;
/** Milliseconds after which an idle process is let go: its models take a few hundred MiB. */
const IDLE = 1_800_000;

interface Errand {
  readonly task: Task;
  readonly onProgress: (progress: Progress) => void;
  resolve(result: unknown): void;
  reject(problem: unknown): void;
}

interface Shop {
  readonly options: WorkerOptions;
  readonly queue: Errand[];
  current?: Errand | undefined;
  child?: ChildProcess | undefined;
  timer?: NodeJS.Timeout | undefined;
  closed: boolean;
}

export function openWorker(options: WorkerOptions): Worker {
  const shop: Shop = { options, queue: [], closed: false };
  return {
    run: (task, onProgress = () => undefined) =>
      new Promise((resolve, reject) => {
        if (shop.closed || shop.queue.length >= QUEUE) {
          reject(failure('busy', 'The desk has too much to do at the moment; try again in a minute.'));
          return;
        }
        shop.queue.push({ task, onProgress, resolve, reject });
        next(shop);
      }),
    pid: () => shop.child?.pid,
    close: () => {
      shop.closed = true;
      clearTimeout(shop.timer);
      shop.child?.kill('SIGKILL');
      for (const errand of shop.queue.splice(0)) errand.reject(failure('busy', 'The desk is closing.'));
    },
  };
}

function next(shop: Shop): void {
  if (shop.current !== undefined) return;
  const errand = shop.queue.shift();
  clearTimeout(shop.timer);
  if (errand === undefined) {
    shop.timer = setTimeout(() => shop.child?.kill('SIGKILL'), IDLE).unref();
    return;
  }
  shop.current = errand;
  const fresh = shop.child === undefined;
  shop.child ??= start(shop);
  tell(shop.child, { kind: 'task', task: errand.task });
  if (fresh) watch(shop, STARTING);
  else watch(shop);
}

/** (Re)starts the time that the current task may be silent. */
function watch(shop: Shop, patience = shop.options.patience ?? PATIENCE): void {
  clearTimeout(shop.timer);
  shop.timer = setTimeout(() => {
    settle(shop, (errand) =>
      errand.reject(
        failure('too-long', `This showed no progress for ${Math.round(patience / 1000)} seconds and was given up.`),
      ),
    );
    shop.child?.kill('SIGKILL');
    shop.child = undefined;
    next(shop);
  }, patience);
}

function settle(shop: Shop, how: (errand: Errand) => void): void {
  const errand = shop.current;
  shop.current = undefined;
  clearTimeout(shop.timer);
  if (errand !== undefined) how(errand);
}

function start(shop: Shop): ChildProcess {
  const { where, allowPrivate = false } = shop.options;
  // Compiled code runs as it is; from the sources (tests, development) the child needs the same loader as its parent.
  const compiled = import.meta.url.endsWith('.js');
  const path = fileURLToPath(new URL(compiled ? './work.js' : './work.ts', import.meta.url));
  const child = fork(path, [JSON.stringify({ where, allowPrivate })], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [`--max-old-space-size=${MEMORY}`, ...(compiled ? [] : ['--import', 'tsx'])],
  });
  child.on('message', (message) => hear(shop, child, message as FromWork));
  child.on('error', () => undefined);
  child.on('exit', () => {
    if (shop.child !== child) return;
    shop.child = undefined;
    settle(shop, (errand) =>
      errand.reject(failure('crashed', 'The process that worked on this ended unexpectedly; the desk itself goes on.')),
    );
    if (!shop.closed) next(shop);
  });
  return child;
}

function hear(shop: Shop, child: ChildProcess, message: FromWork): void {
  if (shop.child !== child) return;
  if (message.kind === 'ready') {
    watch(shop);
    return;
  }
  if (message.kind === 'progress') {
    shop.current?.onProgress(message.progress);
    watch(shop);
    return;
  }
  if (message.kind === 'add' || message.kind === 'claim') return void write(shop, child, message);
  settle(shop, (errand) =>
    message.kind === 'result'
      ? errand.resolve(message.result)
      : errand.reject(failure(message.problem.code, message.problem.detail)),
  );
  next(shop);
}

async function write(
  shop: Shop,
  child: ChildProcess,
  message: Extract<FromWork, { kind: 'add' | 'claim' }>,
): Promise<void> {
  const { archive } = shop.options;
  const { call } = message;
  try {
    if (message.kind === 'claim') await archive.claim(message.scheme);
    const receipts = message.kind === 'add' ? await archive.add(message.batch) : [];
    tell(child, { kind: 'written', call, receipts });
  } catch (error) {
    tell(child, { kind: 'written', call, problem: problemOfError(error) });
  }
}

function tell(child: ChildProcess, message: ToWork): void {
  if (child.connected) child.send(message, () => undefined);
}
