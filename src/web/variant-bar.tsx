import type { JSX } from 'preact';
import type { PlacedVariant } from './collation-rows.js';
import { counted } from './format.js';
import type { TextPlace } from './text-place.js';
import { describeVariant, VARIANT_GROUPS } from './variant-groups.js';

interface Props {
  readonly variants: readonly PlacedVariant[];
  /** Numbers of the variants that the filter lets through. */
  readonly shown: readonly number[];
  readonly only: readonly string[];
  readonly current: number | undefined;
  /** Said instead of the current variant: the change that it belongs to. */
  readonly told: TextPlace['said'];
  readonly onOnly: (only: readonly string[]) => void;
  readonly onStep: (by: 1 | -1) => void;
}

/** Filters by kind. */
export function VariantFilter({ variants, only, onOnly }: Pick<Props, 'variants' | 'only' | 'onOnly'>): JSX.Element {
  const groups = VARIANT_GROUPS.map((group) => ({
    ...group,
    count: variants.filter((variant) => group.has(variant)).length,
  })).filter((group) => group.count > 0);
  const toggle = (id: string): void => onOnly(only.includes(id) ? only.filter((other) => other !== id) : [...only, id]);
  return (
    <div class="chips" role="group" aria-label="Show only">
      <button type="button" class="chip" aria-pressed={only.length === 0} onClick={() => onOnly([])}>
        All <span class="count">{variants.length}</span>
      </button>
      {groups.map((group) => (
        <button
          key={group.id}
          type="button"
          class={`chip g-${group.id}`}
          aria-pressed={only.includes(group.id)}
          onClick={() => toggle(group.id)}
        >
          {group.label} <span class="count">{group.count}</span>
        </button>
      ))}
    </div>
  );
}

/** The way from one variant to the next, and the current one in words; stays in view while the texts pass under it. */
export function VariantStepper({
  variants,
  shown,
  current,
  told,
  onStep,
}: Pick<Props, 'variants' | 'shown' | 'current' | 'told' | 'onStep'>): JSX.Element {
  const variant = current === undefined ? undefined : variants[current];
  return (
    <div class="stepper">
      <button type="button" aria-keyshortcuts="p" onClick={() => onStep(-1)} disabled={shown.length === 0}>
        <Arrow up /> Previous <kbd>p</kbd>
      </button>
      <button type="button" aria-keyshortcuts="n" onClick={() => onStep(1)} disabled={shown.length === 0}>
        <Arrow /> Next <kbd>n</kbd>
      </button>
      <p class="current" role="status">
        {told !== undefined ? (
          <>
            <a href={`#change-${told.number}`} class="hint">
              Change {told.number} of {told.of}
            </a>{' '}
            {told.sentence}
          </>
        ) : variant === undefined || current === undefined ? (
          <span class="hint">{counted(shown.length, 'variant')}</span>
        ) : (
          <>
            <span class="hint">
              {shown.indexOf(current) + 1 || '–'} of {shown.length}
            </span>{' '}
            <strong>{describeVariant(variant)}</strong>{' '}
            <span class="from-to">
              {variant.from !== '' && <q>{trimmed(variant.from)}</q>}
              {variant.from !== '' && variant.to !== '' && <span> → </span>}
              {variant.to !== '' && <q>{trimmed(variant.to)}</q>}
            </span>
          </>
        )}
      </p>
    </div>
  );
}

function trimmed(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length <= 120 ? flat : `${flat.slice(0, 119)}…`;
}

function Arrow({ up = false }: { readonly up?: boolean }): JSX.Element {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <path d={up ? 'M2 8l4-4 4 4' : 'M2 4l4 4 4-4'} fill="none" stroke="currentColor" stroke-width="1.6" />
    </svg>
  );
}
