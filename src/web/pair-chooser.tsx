import type { JSX } from 'preact';
import type { PairView, ReportView } from '../server/view.js';
import { labelOf } from './format.js';

interface Props {
  readonly view: ReportView;
  readonly pair: PairView;
  readonly asking: boolean;
  readonly onCompare: (base: string, witness: string) => void;
}

/** Which two pages are laid side by side. */
export function PairChooser({ view, pair, asking, onCompare }: Props): JSX.Element {
  const pages = view.report.stemma.witnesses.filter((witness) => !witness.lost);
  const choose = (side: 'base' | 'witness') => (
    <label>
      <span class="visually-hidden">{side === 'base' ? 'Left text' : 'Right text'}</span>
      <select
        value={pair[side].siglum}
        onChange={(event) =>
          side === 'base'
            ? onCompare(event.currentTarget.value, pair.witness.siglum ?? '')
            : onCompare(pair.base.siglum ?? '', event.currentTarget.value)
        }
      >
        {pages.map((page) => (
          <option
            key={page.siglum}
            value={page.siglum}
            disabled={page.siglum === pair[side === 'base' ? 'witness' : 'base'].siglum}
          >
            {page.siglum} {labelOf(page)}
            {page.siglum === view.traced.siglum ? ' (this page)' : ''}
          </option>
        ))}
      </select>
    </label>
  );
  if (pages.length < 2) return <></>;
  return (
    <div class="pair-chooser">
      {choose('base')}
      <span class="hint">beside</span>
      {choose('witness')}
      <span class="hint" role="status">
        {asking ? 'Laying them side by side' : ''}
      </span>
    </div>
  );
}
