import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { copyText } from './copy-text.js';

interface Props {
  /** Made when it's asked for. */
  readonly text: () => string;
  /** What the button says, and what it's called where that is too little. */
  readonly label?: string;
  readonly name?: string;
  readonly plain?: boolean;
}

/** Milliseconds that the button says what came of it. */
const SAID = 2000;

/** Copies a text with one click. */
export function CopyButton({ text, label = 'Copy', name, plain = false }: Props): JSX.Element {
  const [said, setSaid] = useState<string | undefined>();
  const copy = async (): Promise<void> => {
    setSaid((await copyText(text())) ? 'Copied' : 'The browser refused');
    setTimeout(() => setSaid(undefined), SAID);
  };
  return (
    <>
      <button
        type="button"
        class={plain ? 'plain copy' : 'copy'}
        aria-label={said === undefined ? name : undefined}
        onClick={() => void copy()}
      >
        {said ?? label}
      </button>
      <span class="visually-hidden" role="status">
        {said ?? ''}
      </span>
    </>
  );
}
