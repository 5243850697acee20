import type { Ground, Relation } from '../collation/collation.js';
import type { StemmaWitness } from '../stemma/stemma.js';

/** A witness in its place: one row each, time running from 0 to 1. */
export interface PlacedWitness {
  readonly witness: StemmaWitness;
  /** From 0, copies below what they were copied from. */
  readonly row: number;
  /** 0 to 1. */
  readonly x: number;
  /** Descents between it and its root. */
  readonly depth: number;
  /** False where the page gives no date and its place is between its relatives'. */
  readonly dated: boolean;
  /** The date that it's shown with: of a later version its last change. */
  readonly shown?: string | undefined;
  /** Where the page gives a day without a time: that day's stretch of the axis, `x` somewhere on it. */
  readonly span?: readonly [from: number, to: number] | undefined;
}

/** A descent from place to place. */
export interface PlacedDescent {
  readonly exemplar: PlacedWitness;
  readonly copy: PlacedWitness;
  readonly relation: Relation;
  readonly version?: true;
  readonly probability: number;
  readonly grounds: readonly Ground[];
  /** A further exemplar of a copy that has several. */
  readonly further: boolean;
  /** Where the line of a further one runs, right of all that stands between. */
  readonly lane?: Lane;
}

/** A vertical line's place: right of `x`, the `index`th of those that would meet there. */
export interface Lane {
  readonly x: number;
  readonly index: number;
}

/** A moment of the axis. */
export interface TimeTick {
  readonly x: number;
  /** "19 Jun", "14:00". */
  readonly label: string;
}

/** A stemma laid out in rows along time, without sizes: the evidence file and the desk give it theirs. */
export interface StemmaLayout {
  readonly witnesses: readonly PlacedWitness[];
  readonly descents: readonly PlacedDescent[];
  readonly rows: number;
  /** Empty where fewer than two pages are dated: then x is the depth. */
  readonly ticks: readonly TimeTick[];
  /** Whether time runs slower where copies crowd. */
  readonly stretched: boolean;
}
