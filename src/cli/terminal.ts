import type { Style } from '../report/paint.js';

/** Where a command reads what people ask for and prints its answers. Machines' output goes to `out`, words for people to `say`. */
export interface Terminal extends Style {
  /** Standard output. */
  out(text: string): void;
  /** Standard error. */
  say(text: string): void;
  /** Whether a person watches standard error: progress is shown only then. */
  readonly watched: boolean;
}

/** The process's own terminal. NO_COLOR (no-color.org), FORCE_COLOR, COLUMNS and pipes are respected. */
export function processTerminal(): Terminal {
  const forced = process.env['FORCE_COLOR'] !== undefined && process.env['FORCE_COLOR'] !== '0';
  const muted = (process.env['NO_COLOR'] ?? '') !== '' || process.env['TERM'] === 'dumb';
  const columns = Number(process.env['COLUMNS']) || process.stdout.columns || 100;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    colour: !muted && (forced || process.stdout.isTTY),
    width: Math.min(Math.max(columns, NARROWEST), WIDEST),
    watched: process.stderr.isTTY,
    out: (text) => void process.stdout.write(text),
    say: (text) => void process.stderr.write(`${text}\n`),
  };
}

/** Columns that a report needs at least, and beyond which lines are too long to read. */
const NARROWEST = 40;
const WIDEST = 132;
