import type { JSX } from 'preact';
import type { PlacedDescent, StemmaLayout } from '../report/placed-stemma.js';
import type { ReportView } from '../server/view.js';
import { momentOf, percentOf } from '../report/plain-words.js';
import { counted, labelOf, safeHref } from './format.js';
import { kinshipOf, KinshipTag } from './kinship-tag.js';

interface Props {
  readonly layout: StemmaLayout;
  readonly siglum: string | undefined;
  readonly view: ReportView;
  readonly onCompare: (base: string, witness: string) => void;
}

/** What is known of the page that the reader points at: its name, what it was copied from, and why that is believed. */
export function WitnessCard({ layout, siglum, view, onCompare }: Props): JSX.Element | null {
  const witness = layout.witnesses.find((placed) => placed.witness.siglum === siglum)?.witness;
  if (witness === undefined) return null;
  const from = layout.descents.filter(({ copy }) => copy.witness.siglum === siglum);
  const copies = layout.descents.filter(({ exemplar }) => exemplar.witness.siglum === siglum);
  const href = safeHref(witness.url);
  return (
    <aside class="witness-card" aria-label="The page pointed at" tabindex={0}>
      <p class="card-name">
        <span class="siglum">{witness.siglum}</span>
        {witness.lost ? 'A lost page' : labelOf(witness)}
        {siglum === view.traced.siglum && <span class="hint"> the traced page</span>}
      </p>
      {witness.title !== undefined && <p class="card-title">{witness.title}</p>}
      {witness.lost && <p class="card-title">Nobody kept it. It is inferred from what its copies share.</p>}
      <p class="hint">
        {witness.published === undefined ? (witness.lost ? '' : 'It gives no date.') : momentOf(witness.published)}
        {href !== undefined && (
          <>
            <br />
            <a href={href} target="_blank" rel="noreferrer noopener">
              {href}
            </a>
          </>
        )}
      </p>
      {from.map((descent) => (
        <DescentEvidence key={descent.exemplar.witness.siglum} descent={descent} onCompare={onCompare} />
      ))}
      {from.length === 0 && !witness.lost && <p class="hint">Nothing here says that it was copied from another.</p>}
      {copies.length > 0 && (
        <p class="hint">
          {counted(copies.length, 'page')} copied from it: {copies.map(({ copy }) => copy.witness.siglum).join(', ')}.
        </p>
      )}
    </aside>
  );
}

function DescentEvidence({
  descent,
  onCompare,
}: {
  readonly descent: PlacedDescent;
  readonly onCompare: (base: string, witness: string) => void;
}): JSX.Element {
  const { exemplar, copy, probability, grounds, further } = descent;
  const kinship = kinshipOf(descent);
  return (
    <div class="card-descent">
      <p>
        <KinshipTag kinship={kinship} /> {kinship === 'version' ? 'of' : 'from'}{' '}
        <span class="siglum">{exemplar.witness.siglum}</span>
        {exemplar.witness.lost ? 'a lost page' : labelOf(exemplar.witness)}
        <span class="hint">
          , {percentOf(probability)}
          {further ? ', a further exemplar' : ''}
        </span>
      </p>
      <ul>
        {grounds.map(({ kind, text }) => (
          <li key={`${kind}${text}`}>{text}</li>
        ))}
      </ul>
      {!exemplar.witness.lost && !copy.witness.lost && (
        <button type="button" onClick={() => onCompare(exemplar.witness.siglum, copy.witness.siglum)}>
          Lay side by side
        </button>
      )}
    </div>
  );
}
