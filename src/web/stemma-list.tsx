import type { JSX } from 'preact';
import type { PlacedWitness, StemmaLayout } from '../report/placed-stemma.js';
import { momentOf, percentOf } from '../report/plain-words.js';
import { labelOf } from './format.js';
import { kinshipOf, KinshipTag } from './kinship-tag.js';

interface Props {
  readonly layout: StemmaLayout;
  readonly traced: string | undefined;
  readonly picked: string | undefined;
  readonly onPick: (siglum: string) => void;
}

/** The stemma as a nested list: each page under the one it was copied from. */
export function StemmaList({ layout, traced, picked, onPick }: Props): JSX.Element {
  const roots = layout.witnesses.filter(({ depth }) => depth === 0);
  const branch = (placed: PlacedWitness): JSX.Element => {
    const { witness } = placed;
    const from = layout.descents.filter(({ copy }) => copy === placed || copy.witness.siglum === witness.siglum);
    const main = from.find(({ further }) => !further);
    const copies = layout.witnesses.filter(({ witness: other }) =>
      layout.descents.some(
        (descent) =>
          !descent.further &&
          descent.exemplar.witness.siglum === witness.siglum &&
          descent.copy.witness.siglum === other.siglum,
      ),
    );
    return (
      <li key={witness.siglum}>
        <div class={witness.siglum === traced ? 'stemma-item traced' : 'stemma-item'}>
          <span class="siglum">{witness.siglum}</span>
          <span class="item-name">
            <strong>{witness.lost ? 'a lost page' : labelOf(witness)}</strong>
            {witness.title !== undefined && <span class="item-title">{witness.title}</span>}
          </span>
          {main !== undefined && (
            <span class="item-from">
              <KinshipTag kinship={kinshipOf(main)} />{' '}
              <span class="hint">
                from {from.map(({ exemplar }) => exemplar.witness.siglum).join(' and ')}, {percentOf(main.probability)}
              </span>
            </span>
          )}
          <span class="hint item-time">
            {witness.published === undefined
              ? witness.lost
                ? 'nobody kept it'
                : 'no date'
              : momentOf(witness.published)}
          </span>
          {!witness.lost && (
            <button
              type="button"
              class="plain"
              aria-pressed={picked === witness.siglum}
              onClick={() => onPick(witness.siglum)}
            >
              Pick
              <span class="visually-hidden"> {labelOf(witness)}</span>
            </button>
          )}
        </div>
        {copies.length > 0 && <ul>{copies.map(branch)}</ul>}
      </li>
    );
  };
  return <ul class="stemma-list">{roots.map(branch)}</ul>;
}
