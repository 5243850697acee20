import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ReportView } from '../server/view.js';
import { StemmaFigure } from './stemma-figure.js';
import { StemmaList } from './stemma-list.js';
import { Timeline } from './timeline.js';
import { WitnessCard } from './witness-card.js';

type Shape = 'drawing' | 'list' | 'timeline';
const SHAPES: readonly (readonly [Shape, string])[] = [
  ['drawing', 'Drawing'],
  ['list', 'List'],
  ['timeline', 'Timeline'],
];

/** Who copied whom: drawn along time, as a list, or as a timeline; two picked pages are compared. */
export function StemmaSection({
  view,
  onCompare,
}: {
  readonly view: ReportView;
  readonly onCompare: (base: string, witness: string) => void;
}): JSX.Element | null {
  const { layout } = view;
  const [shape, setShape] = useState<Shape>('drawing');
  const [seen, setSeen] = useState<string | undefined>();
  const [picked, setPicked] = useState<string | undefined>();
  if (layout.witnesses.length < 2) return null;
  const shown = seen ?? picked ?? view.traced.siglum ?? layout.witnesses[0]?.witness.siglum;
  const pick = (siglum: string): void => {
    if (picked === undefined || picked === siglum) {
      setPicked(picked === siglum ? undefined : siglum);
      return;
    }
    setPicked(undefined);
    // What comes first in the drawing is the older of the two, or the exemplar.
    const [base, witness] = layout.witnesses
      .map((placed) => placed.witness.siglum)
      .filter((each) => each === picked || each === siglum);
    if (base !== undefined && witness !== undefined) onCompare(base, witness);
  };
  return (
    <section id="stemma" class="section" aria-labelledby="stemma-title">
      <h2 id="stemma-title">Who copied whom</h2>
      <div class="stemma-tools">
        <div class="segments" role="group" aria-label="Show as">
          {SHAPES.map(([name, label]) => (
            <button key={name} type="button" aria-pressed={shape === name} onClick={() => setShape(name)}>
              {label}
            </button>
          ))}
        </div>
        <p class="hint" role="status">
          {picked === undefined
            ? 'Pick two pages to lay them side by side.'
            : `${picked} is picked: pick the page to lay beside it.`}
        </p>
      </div>
      <div class="stemma-body">
        <div class="stemma-main">
          {shape === 'drawing' && (
            <StemmaFigure
              layout={layout}
              traced={view.traced.siglum}
              shown={shown}
              pointed={seen ?? picked}
              picked={picked}
              onSee={setSeen}
              onPick={pick}
            />
          )}
          {shape === 'list' && <StemmaList layout={layout} traced={view.traced.siglum} picked={picked} onPick={pick} />}
          {shape === 'timeline' && <Timeline layout={layout} traced={view.traced.siglum} />}
        </div>
        <WitnessCard layout={layout} siglum={shown} view={view} onCompare={onCompare} />
      </div>
    </section>
  );
}
