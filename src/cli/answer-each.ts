import { StemmaError } from '../error.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { detached, sizeOf, type RawPage } from '../page/raw-page.js';
import { onThreads, type Threaded } from '../threads.js';
import type { Asking } from './answer-work.js';
import { isAboutPage, jsonAnswer, type PageVerb } from './json-answer.js';
import { pageInputs, type InputFlags, type PageInput } from './page-inputs.js';
import { STATUS } from './status.js';
import type { Terminal } from './terminal.js';

/** What a command makes of one page. */
export interface Answer {
  /** The object that `--json` prints; the page's id is put in front of it. */
  readonly json: object;
  /** What a person reads. */
  readonly text: string;
  /** Whether anything was found: decides the exit status. */
  readonly found: boolean;
}

/** A command about single pages: what it is asked and how it answers. */
export interface PageQuestion {
  readonly pages: readonly string[];
  readonly flags: InputFlags;
  readonly answer: (raw: RawPage) => Answer | Promise<Answer>;
}

/** The same of a command that needs no archive: its answers for scripts come from `jsonAnswer`, on as many threads as the flags say. */
export interface LoneQuestion {
  readonly verb: PageVerb;
  readonly pages: readonly string[];
  readonly flags: InputFlags;
  readonly knowledge: Knowledge;
  /** What a person reads. */
  readonly show: (raw: RawPage) => Omit<Answer, 'json'>;
}

/**
 * Answers for each page in order of input: a JSON object a line with `--json` or `--jsonl`, else text.
 * A page that can't be read gives `{id, error}` in its place (a sentence on standard error without `--jsonl`), and the
 * rest goes on. Sets the exit status: 2 where a named page couldn't be read, 1 where nothing was found.
 */
export async function answerEach(question: PageQuestion | LoneQuestion, terminal: Terminal): Promise<void> {
  const { pages, flags } = question;
  const machine = flags.json === true || flags.jsonl === true;
  const count = { found: 0, nothing: 0, failed: 0 };
  for await (const [input, reply] of repliesTo(question, machine)) {
    if (!('found' in reply)) {
      count.failed++;
      const sentence = reply.message.includes(input.name) ? reply.message : `${input.name}: ${reply.message}`;
      if (machine)
        terminal.out(`${JSON.stringify({ id: input.id, error: { code: reply.code, message: sentence } })}\n`);
      if (flags.jsonl !== true) terminal.say(`stemma: ${sentence}`);
      continue;
    }
    count[reply.found ? 'found' : 'nothing']++;
    terminal.out(machine ? `${JSON.stringify({ id: input.id, ...reply.json })}\n` : (reply.text ?? ''));
  }
  const answered = count.found + count.nothing;
  if (answered + count.failed === 0 && pages.length > 0 && flags.jsonl !== true)
    throw new StemmaError(
      'bad-input',
      `There is no page in ${pages.join(', ')}: name files, or a folder that has some.`,
    );
  if (count.failed > 0 && (flags.jsonl !== true || answered === 0)) process.exitCode = STATUS.error;
  else process.exitCode = count.found > 0 ? STATUS.found : STATUS.nothing;
}

/** An answer, in whichever of its forms was asked for, or why there is none. */
type Reply = (Partial<Answer> & Pick<Answer, 'found'>) | Pick<StemmaError, 'code' | 'message'>;

async function* repliesTo(
  question: PageQuestion | LoneQuestion,
  machine: boolean,
): AsyncIterable<readonly [PageInput, Reply]> {
  const inputs = pageInputs(question.pages, question.flags);
  if (machine && 'verb' in question) {
    yield* onThreads(inputs, machineAnswers(question));
    return;
  }
  const answer = 'verb' in question ? question.show : question.answer;
  for await (const input of inputs) {
    const { raw } = input;
    yield [input, raw instanceof StemmaError ? raw : await attempt(() => answer(raw))];
  }
}

function machineAnswers({ verb, knowledge, flags }: LoneQuestion): Threaded<PageInput, Reply> {
  return {
    entry: new URL('./answer-work.js', import.meta.url),
    threads: flags.readers ?? 1,
    alone: ({ raw }) => (raw instanceof StemmaError ? raw : jsonAnswer(verb, raw, knowledge)),
    message: ({ raw }) =>
      raw instanceof StemmaError
        ? undefined
        : { content: { verb, raw: detached(raw) } satisfies Asking, size: sizeOf(raw) },
  };
}

async function attempt(act: () => Reply | Promise<Reply>): Promise<Reply> {
  try {
    return await act();
  } catch (error) {
    if (isAboutPage(error)) return error;
    throw error;
  }
}
