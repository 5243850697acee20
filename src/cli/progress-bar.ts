import cliProgress from 'cli-progress';
import type { AddProgress } from '../add.js';
import type { Terminal } from './terminal.js';

/** How far an add has come, on one line that is rewritten. */
export interface ProgressBar {
  update(progress: AddProgress): void;
  /** A line of its own, above the bar. */
  say(line: string): void;
  stop(): void;
}

/** Pages, pages a second, known and unreadable ones: shown only where a person watches. */
export function progressBar(terminal: Terminal): ProgressBar {
  if (!terminal.watched) return { update: () => {}, say: (line) => terminal.say(line), stop: () => {} };
  const begun = performance.now();
  const format = '{pages} pages  {rate}/s  {known} known  {versions} new versions  {unreadable} unreadable';
  const bar = new cliProgress.SingleBar({ format, clearOnComplete: true, hideCursor: true, gracefulExit: false });
  const start = { pages: 0, rate: 0, known: 0, versions: 0, unreadable: 0 };
  bar.start(1, 0, start);
  return {
    update: ({ added, known, versions, unreadable }) => {
      const pages = added + known + versions;
      const rate = Math.round((pages * 1000) / (performance.now() - begun));
      bar.update(0, { pages, rate, known, versions, unreadable });
    },
    say: (line) => {
      process.stderr.write('\r\u001B[K');
      terminal.say(line);
      bar.render();
    },
    stop: () => bar.stop(),
  };
}
