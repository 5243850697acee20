import type { JSX } from 'preact';
import type { Problem } from '../server/problem.js';

/** What went wrong, in the server's own sentence; `alone` where it's all that a view has to show. */
export function ProblemNote({
  problem,
  alone = false,
}: {
  readonly problem: Problem;
  readonly alone?: boolean;
}): JSX.Element {
  return (
    <div class="problem" role="alert">
      {alone ? <h1>{problem.title}</h1> : <strong>{problem.title}</strong>}
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
