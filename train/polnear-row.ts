/** Ranges of offsets; a span may be in several pieces. */
export type Pairs = readonly (readonly [start: number, end: number])[];

/** One attribution as an annotator marked it: offsets into the article's text. */
export interface Attribution {
  readonly source: Pairs;
  readonly cue: Pairs;
  readonly content: Pairs;
}

/** A row of PolNeAR. */
export interface PolnearRow {
  readonly id: string;
  readonly date: string;
  readonly text: string;
  readonly annotations: readonly { readonly annotator: string; readonly attributions: readonly Attribution[] }[];
}
