import type { JSX } from 'preact';
import type { StemmaLayout } from '../report/placed-stemma.js';
import { momentOf } from '../report/plain-words.js';
import { labelOf, spanOf } from './format.js';
import { kinshipOf, KinshipTag } from './kinship-tag.js';

/** The pages in the order in which they say they came out, with the time between two. */
export function Timeline({
  layout,
  traced,
}: {
  readonly layout: StemmaLayout;
  readonly traced: string | undefined;
}): JSX.Element {
  const dated = layout.witnesses
    .flatMap(({ witness }) => {
      const time = Date.parse(witness.published ?? '');
      return Number.isNaN(time) ? [] : [{ witness, time }];
    })
    .sort((a, b) => a.time - b.time);
  const undated = layout.witnesses.filter(
    ({ witness }) => Number.isNaN(Date.parse(witness.published ?? '')) && !witness.lost,
  );
  return (
    <>
      <ol class="timeline">
        {dated.map(({ witness, time }, i) => {
          const from = layout.descents.find(({ copy, further }) => copy.witness.siglum === witness.siglum && !further);
          const before = dated[i - 1]?.time;
          return (
            <li key={witness.siglum} class={witness.siglum === traced ? 'traced' : undefined}>
              <time dateTime={witness.published}>
                {momentOf(witness.published ?? '')}
                <span class="hint">{before === undefined ? 'the first' : `${spanOf(time - before)} later`}</span>
              </time>
              <div>
                <span class="siglum">{witness.siglum}</span>
                <strong>{witness.lost ? 'a lost page' : labelOf(witness)}</strong>{' '}
                {from !== undefined && (
                  <>
                    <KinshipTag kinship={kinshipOf(from)} />{' '}
                    <span class="hint">from {from.exemplar.witness.siglum}</span>
                  </>
                )}
                {witness.title !== undefined && <p class="item-title">{witness.title}</p>}
              </div>
            </li>
          );
        })}
      </ol>
      {undated.length > 0 && (
        <p class="hint">
          Without a date: {undated.map(({ witness }) => `${witness.siglum} ${labelOf(witness)}`).join(', ')}.
        </p>
      )}
    </>
  );
}
