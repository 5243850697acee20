import type { JSX } from 'preact';
import type { Relation } from '../collation/collation.js';

/** How a page goes together with another, as labels tell it: by the words' relation, unless something else says more. */
export type Kinship = Relation | 'version' | 'older';

/** A kinship in one or two words. */
export const KINSHIP_WORDS: Readonly<Record<Kinship, string>> = {
  verbatim: 'Copied',
  spun: 'Spun',
  rewritten: 'Rewritten',
  partial: 'In part',
  independent: 'Independent',
  unrelated: 'No source',
  version: 'Version',
  older: 'The older',
};

/** What a copy is to its exemplar: a later version of one story is no copy of it. */
export function kinshipOf({
  relation,
  version,
}: {
  readonly relation: Relation;
  readonly version?: true;
}): Relation | 'version' {
  return version === true ? 'version' : relation;
}

/** A kinship as a small label; a mark in front of it goes with the stemma's lines. */
export function KinshipTag({ kinship }: { readonly kinship: Kinship }): JSX.Element {
  return (
    <span class={`tag ${kinship}`}>
      <svg viewBox="0 0 18 8" width="18" height="8" aria-hidden="true">
        <line x1="1" y1="4" x2="17" y2="4" class={`line ${kinship}`} />
      </svg>
      {KINSHIP_WORDS[kinship]}
    </span>
  );
}
