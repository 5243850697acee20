import { addPages, prepare } from '../add.js';
import type { Archive } from '../archive/archive.js';
import { openMemoryArchive } from '../archive/memory.js';
import { alignFamily } from '../collation/align-family.js';
import { collate } from '../collation/collate.js';
import { copiesOf } from '../copies.js';
import { StemmaError } from '../error.js';
import { familyOf } from '../family.js';
import { openWeb } from '../intake/web.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Page } from '../page/page.js';
import type { RawPage } from '../page/raw-page.js';
import { readPage } from '../page/read-page.js';
import { familyTei } from '../report/tei.js';
import { inspect } from '../spin/inspect.js';
import { findStatements } from '../statement/find-statements.js';
import { buildStemma } from '../stemma/build-stemma.js';
import { countSources } from '../stemma/count-sources.js';
import { STAGES, traceByStage, type StageResult } from '../trace.js';
import { toWitness } from '../witness/to-witness.js';
import type { Witness } from '../witness/witness.js';
import { pollTask } from './poll-task.js';
import type { Asked, Task } from './task.js';
import type { Progress } from './work-message.js';

/** What a task is done with. */
export interface TaskContext {
  readonly archive: Archive;
  readonly knowledge: Knowledge;
  readonly allowPrivate: boolean;
  readonly onProgress: (progress: Progress) => void;
}

/** Does a task: the same verbs, with the same answers, as the command line's. */
export async function runTask(task: Task, context: TaskContext): Promise<unknown> {
  // Each model is read when it is first asked for: nobody waits for one that the task doesn't need.
  const { knowledge } = context;
  switch (task.verb) {
    case 'trace':
      return traceTask(task, context);
    case 'read':
      return readPage(await fetched(task.page, context));
    case 'collate': {
      const [base, witness] = [await witnessOf(task.base, context), await witnessOf(task.witness, context)];
      return collate(base, witness, { lexicon: knowledge.lexicon, model: knowledge.relationModel });
    }
    case 'inspect':
      return inspect(await witnessOf(task.page, context), { lexicon: knowledge.lexicon, model: knowledge.spinModel });
    case 'statements':
      return { statements: statementsIn(await witnessOf(task.page, context), knowledge) };
    case 'stem':
      return stemTask(task.pages, context);
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

function statementsIn(
  witness: Witness,
  { lexicon, statementModel: model }: Knowledge,
): ReturnType<typeof findStatements> {
  return findStatements(witness, { lexicon, model });
}

async function traceTask(task: Extract<Task, { verb: 'trace' }>, context: TaskContext): Promise<unknown> {
  const { knowledge, onProgress } = context;
  onProgress({ stage: 'page' });
  const raw = await fetched(task.page, context);
  const archive =
    task.against === undefined ? without(context.archive, task.exclude) : await archiveOf(task.against, context);
  for await (const result of traceByStage(raw, {
    archive,
    knowledge,
    ...(task.limit !== undefined && { limit: task.limit }),
  })) {
    if (result.stage === (task.until ?? 'report')) return stageAnswer(result);
    onProgress({ stage: STAGES[STAGES.indexOf(result.stage) + 1] ?? 'report' });
  }
  throw new StemmaError('bad-input', `There is no stage ${task.until ?? ''}: take one of ${STAGES.join(', ')}.`);
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
  return { ...archive, holdings: async (keys) => archive.holdings(keys.filter((each) => each !== key)) };
}

/** An archive in memory of pages that a trace is told to look at instead of the real one. */
async function archiveOf(pages: readonly Asked[], context: TaskContext): Promise<Archive> {
  const archive = openMemoryArchive();
  for (const [i, page] of pages.entries()) {
    const deposit = prepare(await fetched(page, context), context.knowledge, page.id ?? `page ${i + 2}`);
    if ('why' in deposit) throw new StemmaError('unreadable-page', `${deposit.input}: ${deposit.why}`);
    await archive.add([deposit]);
  }
  return archive;
}

async function copiesTask({ page, limit }: Extract<Task, { verb: 'copies' }>, context: TaskContext): Promise<unknown> {
  const { archive, knowledge } = context;
  return {
    copies: await copiesOf(await fetched(page, context), { archive, knowledge, ...(limit !== undefined && { limit }) }),
  };
}

async function stemTask(pages: readonly Asked[], context: TaskContext): Promise<unknown> {
  const { knowledge } = context;
  const { lexicon } = knowledge;
  const members: Witness[] = [];
  for (const page of pages) members.push(await witnessOf(page, context));
  const family = familyOf(members, knowledge);
  const stemma = buildStemma(family.members, family.collations, { lexicon });
  const statements = members.map((member) => statementsIn(member, knowledge));
  return { stemma, sources: countSources(members, stemma, statements, { lexicon, collations: family.collations }) };
}

async function teiTask({ page, others }: Extract<Task, { verb: 'tei' }>, context: TaskContext): Promise<unknown> {
  const witnesses: Witness[] = [];
  for (const other of others) witnesses.push(await witnessOf(other, context));
  return familyTei(alignFamily(await witnessOf(page, context), witnesses, context.knowledge));
}

async function addTask(
  { sources, names = {} }: Extract<Task, { verb: 'add' }>,
  { archive, knowledge, allowPrivate, onProgress }: TaskContext,
): Promise<unknown> {
  onProgress({ stage: 'add', done: 0 });
  const summary = await addPages(sources, archive, knowledge, {
    web: { allowPrivate },
    onProgress: ({ added, known, versions }) => onProgress({ stage: 'add', done: added + known + versions }),
  });
  const called = (input: string): string =>
    Object.entries(names).reduce((text, [path, name]) => text.replaceAll(path, name), input);
  return {
    ...summary,
    unreadable: summary.unreadable.map((each) => ({ ...each, input: called(each.input), why: called(each.why) })),
  };
}

async function witnessOf(asked: Asked, context: TaskContext): Promise<Witness> {
  return toWitness(await pageOf(asked, context), context.knowledge.lexicon);
}

async function pageOf(asked: Asked, context: TaskContext): Promise<Page> {
  return readPage(await fetched(asked, context));
}

/** A page that is only named by its address is fetched; one whose content came along isn't. */
async function fetched(asked: Asked, { allowPrivate }: TaskContext): Promise<RawPage> {
  if (asked.html !== undefined || asked.text !== undefined || asked.bytes !== undefined) return asked;
  if (asked.url === undefined) throw new StemmaError('bad-input', 'A page needs "text", "html" or "url".');
  const web = openWeb({ allowPrivate });
  try {
    const document = await web.get(asked.url);
    if (document === undefined) throw new StemmaError('unreadable-page', `${asked.url} gave nothing.`);
    const { url, bytes, contentType } = document;
    return { ...asked, url, bytes, ...(contentType !== undefined && { contentType }) };
  } finally {
    await web.close();
  }
}
