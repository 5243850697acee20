import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { sizeOf } from './format.js';
import type { TraceInput } from './trace-request.js';

interface Props {
  readonly input: TraceInput;
  readonly onChange: (input: TraceInput) => void;
  readonly onSubmit: () => void;
}

/** Paste an address or a text, or drop files. */
export function DropArea({ input, onChange, onSubmit }: Props): JSX.Element {
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const add = (files: FileList | null | undefined): void => {
    if (files !== null && files !== undefined && files.length > 0)
      onChange({ ...input, files: [...input.files, ...files] });
  };
  return (
    <div
      class={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        add(event.dataTransfer?.files);
      }}
    >
      <label class="visually-hidden" for="pasted">
        Address or text of the page
      </label>
      <textarea
        id="pasted"
        rows={5}
        value={input.pasted}
        placeholder="Paste an address, or the text of the page"
        spellcheck={false}
        onInput={(event) => onChange({ ...input, pasted: event.currentTarget.value })}
        onKeyDown={(event) => {
          const submits =
            event.key === 'Enter' && (event.ctrlKey || event.metaKey || /^https?:\/\/\S+$/.test(input.pasted.trim()));
          if (!submits) return;
          event.preventDefault();
          onSubmit();
        }}
      />
      <div class="drop-files">
        <input
          ref={chooser}
          type="file"
          multiple
          class="visually-hidden"
          aria-label="Files of pages"
          tabindex={-1}
          onChange={(event) => add(event.currentTarget.files)}
        />
        <button class="plain" type="button" onClick={() => chooser.current?.click()}>
          Choose files…
        </button>
        <span class="hint">or drop them here: HTML, text, saved pages</span>
      </div>
      {input.files.length > 0 && <FileList input={input} onChange={onChange} />}
    </div>
  );
}

function FileList({ input, onChange }: Pick<Props, 'input' | 'onChange'>): JSX.Element {
  const several = input.files.length + (input.pasted.trim() === '' ? 0 : 1) > 1;
  return (
    <>
      <ul class="files">
        {input.files.map((file, i) => (
          <li key={`${file.name}-${i}`}>
            <span class="file-name">{file.name}</span>
            <span class="hint">{sizeOf(file.size)}</span>
            <button
              class="plain"
              type="button"
              aria-label={`Take out ${file.name}`}
              onClick={() => onChange({ ...input, files: input.files.filter((_, at) => at !== i) })}
            >
              Take out
            </button>
          </li>
        ))}
      </ul>
      {several && (
        <fieldset class="mode">
          <legend>Several pages</legend>
          {(['against', 'archive'] as const).map((mode) => (
            <label key={mode}>
              <input
                type="radio"
                name="mode"
                checked={input.mode === mode}
                onChange={() => onChange({ ...input, mode })}
              />
              {mode === 'against' ? 'Trace the first against the others' : 'Trace the first in the archive'}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
