import type { JSX } from 'preact';
import type { PlacedPiece } from './collation-rows.js';

/** Text with its variants marked: `v`, the kind, and what it touches; see the shared stylesheet. */
export function Pieces({ pieces }: { readonly pieces: readonly PlacedPiece[] }): JSX.Element {
  return (
    <>
      {pieces.map((piece, i) => {
        if (piece.kind === 'same') return piece.text;
        if (piece.kind === 'apart') return <span class="apart">{piece.text}</span>;
        return (
          <span
            key={i}
            class={['v', piece.kind, ...piece.touches.map((touch) => `t-${touch}`)].join(' ')}
            data-v={piece.variant}
          >
            {piece.text}
          </span>
        );
      })}
    </>
  );
}
