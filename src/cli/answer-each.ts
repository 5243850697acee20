import { StemmaError } from '../error.js';
import type { RawPage } from '../page/raw-page.js';
import { pageInputs, type InputFlags } from './page-inputs.js';
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
  readonly answer: (raw: RawPage) => Promise<Answer>;
}

/**
 * Answers for each page in order of input: a JSON object a line with `--json` or `--jsonl`, else text.
 * A page that can't be read gives `{id, error}` in its place (a sentence on standard error without `--jsonl`), and the
 * rest goes on. Sets the exit status: 2 where a named page couldn't be read, 1 where nothing was found.
 */
export async function answerEach({ pages, flags, answer }: PageQuestion, terminal: Terminal): Promise<void> {
  const machine = flags.json === true || flags.jsonl === true;
  const count = { found: 0, nothing: 0, failed: 0 };
  for await (const input of pageInputs(pages, flags)) {
    const { raw } = input;
    const reply = raw instanceof StemmaError ? raw : await attempt(() => answer(raw));
    if (reply instanceof StemmaError) {
      count.failed++;
      const sentence = reply.message.includes(input.name) ? reply.message : `${input.name}: ${reply.message}`;
      if (machine)
        terminal.out(`${JSON.stringify({ id: input.id, error: { code: reply.code, message: sentence } })}\n`);
      if (flags.jsonl !== true) terminal.say(`stemma: ${sentence}`);
      continue;
    }
    count[reply.found ? 'found' : 'nothing']++;
    terminal.out(machine ? `${JSON.stringify({ id: input.id, ...reply.json })}\n` : reply.text);
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

async function attempt(act: () => Promise<Answer>): Promise<Answer | StemmaError> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof StemmaError && PER_PAGE.has(error.code)) return error;
    throw error;
  }
}

/** What concerns one page only; an archive that can't be reached ends the command. */
const PER_PAGE: ReadonlySet<string> = new Set(['bad-input', 'unreadable-page']);
