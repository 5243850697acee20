import type { Command } from 'commander';
import { openKnowledge } from '../knowledge/knowledge.js';
import type { RawPage } from '../page/raw-page.js';
import { readPage } from '../page/read-page.js';
import { harmless, paint } from '../report/paint.js';
import { wrapText } from '../report/wrap.js';
import { inspect } from '../spin/inspect.js';
import type { Inspection, SuspectSpan } from '../spin/inspection.js';
import { toWitness } from '../witness/to-witness.js';
import { answerEach } from './answer-each.js';
import { isSpun } from './json-answer.js';
import type { InputFlags } from './page-inputs.js';
import { readersOption } from './readers-option.js';
import type { Terminal } from './terminal.js';

interface InspectFlags extends InputFlags {
  readonly restored?: boolean;
}

/** `stemma inspect PAGE…`: is its wording a person's, without its original. Status 0 where a page is more likely spun than not. */
export function registerInspect(program: Command, terminal: Terminal): void {
  program
    .command('inspect')
    .description(
      'is its wording a person’s: suspicious words, what stood there, the text restored, what to search the web for',
    )
    .argument('[page...]', 'files, folders, URLs, or - for standard input')
    .option('--json', 'print one JSON object a page')
    .option('--jsonl', 'inputs are JSON Lines: {id?, url?, html? | text?, …}')
    .option('--restored', 'print the restored text as well')
    .addOption(readersOption())
    .action((pages: string[], flags: InspectFlags) => {
      const knowledge = openKnowledge();
      const show = (raw: RawPage) => {
        const witness = toWitness(readPage(raw), knowledge.lexicon);
        const found = inspect(witness, { lexicon: knowledge.lexicon, model: knowledge.spinModel });
        const text = showInspection(witness.page.source, found, { terminal, restored: flags.restored === true });
        return { text, found: isSpun(found) };
      };
      return answerEach({ verb: 'inspect', pages, flags, knowledge, show }, terminal);
    });
}

const MOST_SHOWN = 30;
const CONTEXT = 30;

/** The verdict, its grounds, the suspects in their context with what stood there, and the searches. */
export function showInspection(
  text: string,
  found: Inspection,
  { terminal, restored }: { terminal: Terminal; restored: boolean },
): string {
  const percent = Math.round(found.spun * 100);
  const verdict = isSpun(found)
    ? `A machine reworded this page (${percent} %${found.machine === undefined ? '' : `, ${found.machine}`}).`
    : `Nothing says that a machine reworded this page (${percent} %).`;
  const lines = [
    paint(terminal, 'name', verdict),
    ...found.grounds.flatMap((ground) => wrapText(harmless(ground), terminal.width)),
  ];
  const places = distinct(found.spans).slice(0, MOST_SHOWN);
  if (places.length > 0)
    lines.push(
      '',
      'Suspicious words, and what probably stood there:',
      ...places.map((span) => showSpan(text, span, terminal)),
    );
  if (found.queries.length > 0)
    lines.push('', 'Search the web for:', ...found.queries.map((query) => `  ${harmless(query)}`));
  if (restored) lines.push('', harmless(found.restored));
  return `${lines.join('\n')}\n\n`;
}

function showSpan(text: string, span: SuspectSpan, terminal: Terminal): string {
  const before = text
    .slice(Math.max(0, span.start - CONTEXT), span.start)
    .replace(/\s+/g, ' ')
    .padStart(CONTEXT);
  const after = text.slice(span.end, span.end + CONTEXT).replace(/\s+/g, ' ');
  const suggestions = span.suggestions
    .slice(0, 3)
    .map(({ text: word }) => word)
    .join(', ');
  const chance = `${Math.round(span.probability * 100)} %`.padStart(5);
  return `${chance} ${paint(terminal, 'quiet', harmless(before))}${paint(terminal, 'name', harmless(span.text))}${paint(terminal, 'quiet', harmless(after))}${suggestions === '' ? '' : `  ← ${harmless(suggestions)}`}`;
}

/** One span of each wording: a machine swaps a word alike wherever it stands. */
function distinct(spans: readonly SuspectSpan[]): readonly SuspectSpan[] {
  const seen = new Set<string>();
  return spans.filter((span) => {
    const key = span.text.toLowerCase();
    return seen.has(key) ? false : seen.add(key);
  });
}
