import type { JSX } from 'preact';
import type { StemmaLayout } from '../report/placed-stemma.js';
import { kinshipOf } from './kinship-tag.js';

/** What the drawing's lines and dots mean. */
export function StemmaLegend({ layout }: { readonly layout: StemmaLayout }): JSX.Element {
  const kinships = [...new Set(layout.descents.map(kinshipOf))];
  return (
    <ul class="legend" aria-label="What the lines mean">
      {kinships.map((kinship) => (
        <li key={kinship}>
          <svg viewBox="0 0 36 8" width="36" height="8" aria-hidden="true">
            <line x1="0" x2="36" y1="4" y2="4" class={`line ${kinship}`} />
          </svg>
          {kinship}
        </li>
      ))}
      {layout.witnesses.some(({ witness }) => witness.lost) && (
        <li>
          <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" class="dot lost">
            <circle cx="7" cy="7" r="6" />
          </svg>
          lost, inferred from its copies
        </li>
      )}
      <li>wider is more probable</li>
      {layout.ticks.length > 0 && (
        <li>{layout.stretched ? 'times in UTC, drawn out where copies crowd' : 'times in UTC'}</li>
      )}
    </ul>
  );
}
