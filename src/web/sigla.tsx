import type { JSX } from 'preact';
import type { ReportView } from '../server/view.js';
import { labelOf } from './format.js';

/** Sigla that are shown before the rest is counted. */
const SHOWN = 8;

/** Pages by their sigla, with names for whoever hovers or listens. */
export function Sigla({ ids, view }: { readonly ids: readonly string[]; readonly view: ReportView }): JSX.Element {
  const pages = ids.map(
    (id) =>
      view.report.stemma.witnesses.find((witness) => witness.id === id || witness.siglum === id) ?? {
        id,
        siglum: undefined,
      },
  );
  return (
    <span class="sigla">
      {pages.slice(0, SHOWN).map((page) => (
        <abbr key={page.id} class="siglum" title={labelOf(page)}>
          {page.siglum ?? labelOf(page)}
        </abbr>
      ))}
      {pages.length > SHOWN && <span class="hint">+{pages.length - SHOWN}</span>}
    </span>
  );
}
