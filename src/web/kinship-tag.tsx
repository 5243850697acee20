import type { JSX } from 'preact';
import type { Relation } from '../collation/collation.js';

/** A relation in one or two words, as labels have it. */
export const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  verbatim: 'Copied',
  spun: 'Spun',
  rewritten: 'Rewritten',
  partial: 'In part',
  independent: 'Independent',
  unrelated: 'No source',
};

/** A relation as a small label; a mark in front of it goes with the stemma's lines. */
export function RelationTag({ relation }: { readonly relation: Relation }): JSX.Element {
  return (
    <span class={`tag ${relation}`}>
      <svg viewBox="0 0 18 8" width="18" height="8" aria-hidden="true">
        <line x1="1" y1="4" x2="17" y2="4" class={`line ${relation}`} />
      </svg>
      {RELATION_WORDS[relation]}
    </span>
  );
}
