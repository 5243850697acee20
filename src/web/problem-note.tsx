import type { JSX } from 'preact';
import type { Problem } from '../server/problem.js';

/** What went wrong, in the server's own sentence. */
export function ProblemNote({ problem }: { readonly problem: Problem }): JSX.Element {
  return (
    <div class="problem" role="alert">
      <strong>{problem.title}</strong>
      <p>{problem.detail}</p>
    </div>
  );
}

/** A view that waits for the server's answer, in words. */
export function Waiting({ words }: { readonly words: string }): JSX.Element {
  return (
    <p class="waiting" role="status">
      {words}
    </p>
  );
}
