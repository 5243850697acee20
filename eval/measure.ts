/** One figure of the gate. */
export interface Figure {
  /** `group.name`, as in floors.json. */
  readonly name: string;
  readonly value: number;
  /** What an issue or a user would want to see; shown beside the figure. */
  readonly bar?: number;
  /** True where less is better: the floor is then a ceiling that only falls. */
  readonly lowerIsBetter?: boolean;
  /** How far the value may move by chance between equal versions (a sampling margin); below floor minus margin fails. */
  readonly margin?: number;
  /** Words for people: how many cases, which half. */
  readonly note?: string;
}

/** A measure of the gate: a name to select it by, and how to get its figures. Skips by returning a string that says why. */
export interface Measure {
  readonly name: string;
  run(): Promise<readonly Figure[] | string>;
}
