import type { JSX } from 'preact';
import type { Range } from '../collation/collation.js';
import type { Reading } from '../server/view.js';
import { labelOf } from './format.js';
import { Pieces } from './pieces.js';
import { ProblemNote, Waiting } from './problem-note.js';
import { useAnswer } from './use-answer.js';

/** How every witness has one sentence. */
export function Apparatus({ report, range }: { readonly report: string; readonly range: Range }): JSX.Element {
  const { value, problem } = useAnswer<{ readonly readings: readonly Reading[] }>(
    `/api/reports/${report}/readings?start=${range[0]}&end=${range[1]}`,
  );
  if (problem !== undefined) return <ProblemNote problem={problem} />;
  if (value === undefined) return <Waiting words="Looking up how the other pages have this sentence" />;
  return (
    <dl class="apparatus" aria-label="All readings of this sentence">
      {value.readings.map((reading) => (
        <div key={reading.page.siglum ?? reading.page.id} class={reading.pieces.length === 0 ? 'lacks' : undefined}>
          <dt>
            {reading.page.siglum !== undefined && <span class="siglum">{reading.page.siglum}</span>}
            {labelOf(reading.page)}
          </dt>
          <dd>{reading.pieces.length === 0 ? 'leaves this out' : <Pieces pieces={reading.pieces} />}</dd>
        </div>
      ))}
    </dl>
  );
}
