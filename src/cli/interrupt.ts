/**
 * A signal that Ctrl-C (or SIGTERM) aborts: the command ends in its own time, what it has begun is finished. A second
 * Ctrl-C ends it at once, which costs nothing that was acknowledged. `release` gives the signals back.
 */
export function interruptSignal(): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return { signal: controller.signal, release: () => void process.off('SIGINT', stop).off('SIGTERM', stop) };
}
