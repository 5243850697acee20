import type { JSX } from 'preact';
import { memo } from './memo.js';
import { useState } from 'preact/hooks';
import { Apparatus } from './apparatus.js';
import type { PlacedPiece, PlacedRow } from './collation-rows.js';
import { textOf } from './collation-rows.js';
import { counted } from './format.js';
import { Pieces } from './pieces.js';

interface Props {
  readonly rows: readonly PlacedRow[];
  readonly report: string | undefined;
  readonly onVariant: (variant: number) => void;
  readonly onRow: (row: number) => void;
}

/** The rows. Never rendered anew while the pair stays: filters and the current variant are marked on the elements. */
export const CollationColumns = memo(
  ({ rows, report, onVariant, onRow }: Props): JSX.Element => {
    const choose = (event: MouseEvent): void => {
      const marked = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-v]') : null;
      if (marked !== null) onVariant(Number(marked.dataset['v']));
    };
    const rowOf = (passage: number | undefined, kind: PlacedRow['kind']): number =>
      rows.findIndex((row) => row.passage === passage && row.kind === kind);
    return (
      <div class="columns-rows" onClick={choose}>
        {rows.map((row, i) => {
          if (row.kind === 'stub')
            return <StubRow key={i} index={i} row={row} onFollow={() => onRow(rowOf(row.passage, 'shared'))} />;
          if (row.kind === 'apart') return <ApartRow key={i} index={i} row={row} />;
          return (
            <SharedRow key={i} index={i} row={row} report={report} onFollow={() => onRow(rowOf(row.passage, 'stub'))} />
          );
        })}
      </div>
    );
  },
  (a, b) => a.rows === b.rows && a.report === b.report,
);

function SharedRow({
  index,
  row,
  report,
  onFollow,
}: {
  readonly index: number;
  readonly row: PlacedRow;
  readonly report: string | undefined;
  readonly onFollow: () => void;
}): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <div class={`pair-row shared${row.ends ? ' ends' : ''}`} data-row={index}>
      <div class="base">
        <Pieces pieces={row.base} />
      </div>
      <div class="witness">
        {row.moved && (
          <button type="button" class="moved-link" onClick={onFollow}>
            ↥ moved here; see where it stood
          </button>
        )}
        <Pieces pieces={row.witness} />
        {report !== undefined && (
          <button
            type="button"
            class="readings-button"
            title={open ? 'Close readings' : 'All readings'}
            aria-label={open ? 'Close readings' : 'All readings'}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
              <path d="M1 2.5h12M1 7h12M1 11.5h7" fill="none" stroke="currentColor" stroke-width="1.5" />
            </svg>
          </button>
        )}
      </div>
      {open && report !== undefined && <Apparatus report={report} range={row.at.witness} />}
    </div>
  );
}

function StubRow({
  index,
  row,
  onFollow,
}: {
  readonly index: number;
  readonly row: PlacedRow;
  readonly onFollow: () => void;
}): JSX.Element {
  return (
    <div class="pair-row stub" data-row={index}>
      <div class="base">
        <button type="button" class="moved-link" onClick={onFollow}>
          ↧ “{firstWords(row.base)}” stood here; see where it went
        </button>
      </div>
      <div class="witness" />
    </div>
  );
}

/** Characters of unshared text that are shown unfolded: about three lines of a column. */
const UNFOLDED = 180;

function ApartRow({ index, row }: { readonly index: number; readonly row: PlacedRow }): JSX.Element {
  return (
    <div class="pair-row apart-row" data-row={index}>
      <div class="base">
        <ApartText pieces={row.base} />
      </div>
      <div class="witness">
        <ApartText pieces={row.witness} />
      </div>
    </div>
  );
}

function ApartText({ pieces }: { readonly pieces: readonly PlacedPiece[] }): JSX.Element | null {
  const text = textOf(pieces).trim();
  if (text === '') return null;
  if (text.length <= UNFOLDED) return <span class="apart">{text}</span>;
  return (
    <details class="fold">
      <summary>
        <span class="fold-count">{counted(text.split(/\s+/).length, 'word')} only here</span>{' '}
        <span class="fold-lede">{firstWords(pieces)}</span>
      </summary>
      <div class="apart">{text}</div>
    </details>
  );
}

function firstWords(pieces: readonly PlacedPiece[]): string {
  const text = textOf(pieces).replace(/\s+/g, ' ').trim();
  return text.length <= 60 ? text : `${text.slice(0, 60).replace(/\s\S*$/, '')}…`;
}
