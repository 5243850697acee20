import type { TaskContext } from './task-context.js';
import { addPages } from '../add.js';
import { alignFamily } from '../collation/align-family.js';
import { copiesOf } from '../copies.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { RawPage } from '../page/raw-page.js';
import { readPage } from '../page/read-page.js';
import { familyTei } from '../report/tei.js';
import { collate, inspect, read, statements, stem } from '../verbs.js';
import { toWitness } from '../witness/to-witness.js';
import { fetchPage } from './fetch-page.js';
import { pollTask } from './poll-task.js';
import type { Task } from './task.js';
import { traceTask } from './trace-task.js';

/** Does a task: the same verbs, with the same answers, as the command line's. */
export async function runTask(task: Task, context: TaskContext): Promise<unknown> {
  // Each model is read when it is first asked for: nobody waits for one that the task doesn't need.
  const { knowledge } = context;
  switch (task.verb) {
    case 'trace':
      return traceTask(task, context);
    case 'read':
      return read(await fetchPage(task.page, context));
    case 'collate':
      return collate(await fetchPage(task.base, context), await fetchPage(task.witness, context), knowledge);
    case 'inspect':
      return inspect(await fetchPage(task.page, context), knowledge);
    case 'statements':
      return { statements: statements(await fetchPage(task.page, context), knowledge) };
    case 'stem':
      return stem(await fetchAll(task.pages, context), knowledge);
    case 'copies':
      return copiesTask(task, context);
    case 'tei':
      return teiTask(task, context);
    case 'poll':
      return pollTask(task, context);
    case 'add':
      return addTask(task, context);
    case 'warm':
      return Object.keys(knowledge).map((name) => knowledge[name as keyof Knowledge]).length;
  }
}

type Of<Verb extends Task['verb']> = Extract<Task, { verb: Verb }>;

async function copiesTask({ page, limit }: Of<'copies'>, context: TaskContext): Promise<unknown> {
  const { archive, knowledge } = context;
  return {
    copies: await copiesOf(await fetchPage(page, context), {
      archive,
      knowledge,
      ...(limit !== undefined && { limit }),
    }),
  };
}

async function teiTask({ page, others }: Of<'tei'>, context: TaskContext): Promise<string> {
  const witnesses = (await fetchAll([page, ...others], context)).map((raw) =>
    toWitness(readPage(raw), context.knowledge.lexicon),
  );
  const [base, ...rest] = witnesses;
  if (base === undefined) throw new RangeError('A family has at least one page.');
  return familyTei(alignFamily(base, rest, context.knowledge));
}

async function addTask(
  { sources, names = {} }: Of<'add'>,
  { archive, knowledge, allowPrivate, onProgress }: TaskContext,
): Promise<unknown> {
  onProgress({ stage: 'add', done: 0 });
  const summary = await addPages(sources, archive, knowledge, {
    web: { allowPrivate },
    onProgress: ({ added, known, versions }) => onProgress({ stage: 'add', done: added + known + versions }),
  });
  // A file that was sent lies under a name of the desk's; what is said of it is said under its sender's.
  const called = (text: string): string =>
    Object.entries(names).reduce((said, [path, name]) => said.replaceAll(path, name), text);
  return {
    ...summary,
    unreadable: summary.unreadable.map((each) => ({ ...each, input: called(each.input), why: called(each.why) })),
  };
}

async function fetchAll(pages: readonly RawPage[], context: TaskContext): Promise<RawPage[]> {
  const fetched: RawPage[] = [];
  for (const page of pages) fetched.push(await fetchPage(page, context));
  return fetched;
}
