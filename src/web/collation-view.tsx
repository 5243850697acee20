import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PageTag, PairView } from '../server/view.js';
import { CollationColumns } from './collation-columns.js';
import { placeRows } from './collation-rows.js';
import { labelOf, shareOf } from './format.js';
import { PassageMap } from './passage-map.js';
import { kinshipOf, KinshipTag } from './kinship-tag.js';
import { rowAt, variantsAt, witnessPlace, type TextPlace } from './text-place.js';
import { useKeys } from './use-keys.js';
import { VariantFilter, VariantStepper } from './variant-bar.js';
import { VARIANT_GROUPS } from './variant-groups.js';

interface Props {
  readonly pair: PairView;
  /** The report whose other witnesses have readings of the same sentence. */
  readonly report?: string;
  /** Where to go. */
  readonly place?: TextPlace | undefined;
  readonly chooser?: JSX.Element;
}

/** Two texts side by side: what was kept stands quiet, what was changed is marked; filters, and a way from variant to variant. */
export function CollationView({ pair, report, place, chooser }: Props): JSX.Element {
  const placed = useMemo(() => placeRows(pair.rows), [pair]);
  const [only, setOnly] = useState<readonly string[]>([]);
  const [{ current, told }, setCurrent] = useState<Current>(NOWHERE);
  const region = useRef<HTMLElement>(null);
  const shown = useMemo(() => {
    const groups = VARIANT_GROUPS.filter((group) => only.includes(group.id));
    return placed.variants
      .map((variant, i) => ({ variant, i }))
      .filter(({ variant }) => groups.length === 0 || groups.some((group) => group.has(variant)))
      .map(({ i }) => i);
  }, [placed, only]);

  useEffect(() => setCurrent(NOWHERE), [pair]);
  useEffect(() => markShown(region.current, shown, placed.variants.length), [shown, placed]);
  useEffect(() => markCurrent(region.current, current), [current, placed]);
  useEffect(() => {
    if (place === undefined) return;
    goToRow(region.current, rowAt(placed, place));
    setCurrent({ current: place.said === undefined ? [] : variantsAt(placed, place), told: place.said });
  }, [place, placed]);

  const step = (by: 1 | -1): void => {
    if (shown.length === 0) return;
    const at = (by === 1 ? current.at(-1) : current[0]) ?? (by === 1 ? -1 : placed.variants.length);
    const next = by === 1 ? shown.find((i) => i > at) : shown.findLast((i) => i < at);
    const variant = next ?? (by === 1 ? shown[0] : shown.at(-1));
    setCurrent({ current: variant === undefined ? [] : [variant] });
  };
  useKeys({ n: () => step(1), p: () => step(-1) });

  return (
    <section class="collation" ref={region} aria-label="The two texts side by side">
      <div class="collation-tools">
        {chooser}
        <p class="shares">
          <KinshipTag kinship={kinshipOf(pair.collation)} /> {shareOf(pair.collation.shared.witness)} of{' '}
          {nameOf(pair, 'witness')} stands in {nameOf(pair, 'base')}, {shareOf(pair.collation.shared.base)} the other
          way round.
        </p>
        <VariantFilter variants={placed.variants} only={only} onOnly={setOnly} />
      </div>
      <VariantStepper variants={placed.variants} shown={shown} current={current[0]} told={told} onStep={step} />
      <div class="collation-body">
        <PassageMap pair={pair} onPlace={(start) => goToRow(region.current, rowAt(placed, witnessPlace(start)))} />
        <div class="columns" data-report={report}>
          <header class="columns-head">
            <ColumnHead page={pair.base} side="base" direction={pair.collation.direction} />
            <ColumnHead page={pair.witness} side="witness" direction={pair.collation.direction} />
          </header>
          <CollationColumns
            rows={placed.rows}
            report={report}
            onVariant={(variant) => setCurrent({ current: [variant] })}
            onRow={(row) => goToRow(region.current, row)}
          />
        </div>
      </div>
    </section>
  );
}

/** The variants that the reader is at, and what is said of them if more than they say themselves. */
interface Current {
  readonly current: readonly number[];
  readonly told?: TextPlace['said'] | undefined;
}

const NOWHERE: Current = { current: [] };

/** What a side is called in a sentence; two versions of one page are told apart by their place. */
function nameOf(pair: PairView, side: 'base' | 'witness'): string {
  const [base, witness] = [labelOf(pair.base), labelOf(pair.witness)];
  return base === witness ? (side === 'base' ? 'the left text' : 'the right text') : labelOf(pair[side]);
}

function ColumnHead({
  page,
  side,
  direction,
}: {
  readonly page: PageTag;
  readonly side: 'base' | 'witness';
  readonly direction: string;
}): JSX.Element {
  const older =
    direction === side
      ? 'the older text'
      : direction !== 'unknown'
        ? 'the younger text'
        : side === 'base'
          ? 'which is older is unknown'
          : '';
  return (
    <div class={side}>
      {page.siglum !== undefined && <span class="siglum">{page.siglum}</span>}
      <span class="column-name">{labelOf(page)}</span>
      <span class="column-role">{older}</span>
    </div>
  );
}

/** Marks variants that a filter leaves out. Straight on the elements: rendering 600 variants anew would take a long task. */
function markShown(region: HTMLElement | null, shown: readonly number[], count: number): void {
  const on = new Set(shown);
  for (const element of region?.querySelectorAll<HTMLElement>('[data-v]') ?? []) {
    element.classList.toggle('off', on.size < count && !on.has(Number(element.dataset['v'])));
  }
}

function markCurrent(region: HTMLElement | null, current: readonly number[]): void {
  for (const element of region?.querySelectorAll('.v.current') ?? []) element.classList.remove('current');
  const elements = current.flatMap((variant) => [...(region?.querySelectorAll(`[data-v="${variant}"]`) ?? [])]);
  for (const element of elements) element.classList.add('current');
  elements.at(-1)?.scrollIntoView({ block: 'center', behavior: calm() });
}

function goToRow(region: HTMLElement | null, row: number): void {
  const element = region?.querySelector<HTMLElement>(`[data-row="${row}"]`);
  if (element === undefined || element === null) return;
  for (const details of element.querySelectorAll('details')) details.open = true;
  element.scrollIntoView({ block: 'center', behavior: calm() });
  element.classList.remove('arrived');
  requestAnimationFrame(() => element.classList.add('arrived'));
}

function calm(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}
