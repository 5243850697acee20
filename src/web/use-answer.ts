import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../server/problem.js';
import { ask } from './api.js';

/** What is known of a question to the server. `value` stays while it is asked again, so that the page doesn't jump. */
export interface Asked<T> {
  readonly value?: T;
  readonly problem?: Problem;
  readonly asking: boolean;
  readonly again: () => void;
}

/** Asks the server for `path` whenever it changes; nothing is asked while it is undefined. */
export function useAnswer<T>(path: string | undefined): Asked<T> {
  const [state, setState] = useState<{ value?: T; problem?: Problem; asking: boolean }>({ asking: path !== undefined });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (path === undefined) return;
    const abort = new AbortController();
    setState((old) => ({ ...old, asking: true }));
    void ask<T>(path, { signal: abort.signal }).then((answer) => {
      if (!abort.signal.aborted) setState({ ...answer, asking: false });
    });
    return () => abort.abort();
  }, [path, turn]);
  return { ...state, again: () => setTurn((old) => old + 1) };
}
