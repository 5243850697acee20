import { Tinypool } from 'tinypool';

/** A kind of work that threads can do: the module that a thread begins with exports it as `work`. */
export interface Threaded<In, Out> {
  /** The thread's module, compiled: `./prepare-work.js` beside the caller, as a URL. */
  readonly entry: URL;
  readonly threads: number;
  /** Does one without a thread. */
  readonly alone: (input: In) => Out | Promise<Out>;
  /** What a thread is sent of an input, and how large it is (bytes or characters); undefined where `alone` has next to nothing to do. */
  readonly message: (input: In) => { readonly content: unknown; readonly size: number } | undefined;
}

/** Inputs that are done without threads first: a thread takes a third of a second to start, seconds until its code is compiled, and 150 MB. On two cores 300 web pages took as long on two threads as on none, 1,200 three quarters of it. */
const ALONE = 500;

/** Messages that wait at one thread: as many as a batch of `addPages` has, so that the next one is read while the last goes into the archive. */
const WAITING = 1000;

/** Bytes or characters on their way: large pages don't fill the memory. */
const UNDER_WAY = 2 ** 25;

interface Ahead<In, Out> {
  readonly input: In;
  readonly done: Promise<Out>;
  readonly size: number;
  settled: boolean;
}

/** Works on as many threads as are said, and gives each input with its result, in the order of the inputs. */
export async function* onThreads<In, Out>(
  inputs: AsyncIterable<In>,
  work: Threaded<In, Out>,
): AsyncIterable<readonly [In, Out]> {
  let [number, size] = [0, 0];
  let pool: Tinypool | undefined;
  const ahead: Ahead<In, Out>[] = [];
  try {
    for await (const input of inputs) {
      if (work.threads === 1 || ++number <= ALONE) {
        yield [input, await work.alone(input)];
        continue;
      }
      pool ??= openPool(work);
      const next = send(input, work, pool);
      ahead.push(next);
      size += next.size;
      for (let first = ahead[0]; first !== undefined; first = ahead[0]) {
        if (!first.settled && ahead.length < work.threads * WAITING && size < UNDER_WAY) break;
        yield [first.input, await first.done];
        size -= first.size;
        ahead.shift();
      }
    }
    for (const { input, done } of ahead) yield [input, await done];
  } finally {
    await pool?.destroy();
  }
}

function openPool({ entry, threads }: Pick<Threaded<never, unknown>, 'entry' | 'threads'>): Tinypool {
  const compiled = import.meta.url.endsWith('.js');
  return new Tinypool({
    filename: compiled ? entry.href : entry.href.replace(/\.js$/, '.ts'),
    name: 'work',
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: WAITING,
    ...(compiled ? {} : { execArgv: ['--import', loader()] }),
  });
}

/** Compiled code runs as it is; from the sources (tests, development) a thread needs a loader, which it doesn't have from its parent. */
function loader(): string {
  const tsx = import.meta.resolve('tsx/esm/api');
  return `data:text/javascript,${encodeURIComponent(`import { register } from '${tsx}'; register();`)}`;
}

function send<In, Out>(input: In, { alone, message }: Threaded<In, Out>, pool: Tinypool): Ahead<In, Out> {
  const sent = message(input);
  if (sent === undefined) return { input, done: Promise.resolve(alone(input)), size: 0, settled: true };
  const ahead = { input, done: pool.run(sent.content) as Promise<Out>, size: sent.size, settled: false };
  const settle = (): void => {
    ahead.settled = true;
  };
  // What fails is met when its turn comes; until then nobody listens.
  ahead.done.then(settle, settle);
  return ahead;
}
