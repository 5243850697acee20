import type { Inspection } from '../spin/inspection.js';
import type { Sources } from '../stemma/stemma.js';
import type { Witness } from '../witness/witness.js';
import type { ReportCollation } from './report.js';

/** What the verdict is drawn from. */
export interface Findings {
  readonly witness: Witness;
  /** What the page is called in `sources`. */
  readonly self: string;
  /** The pages it was copied from, the one that it shares most with first. */
  readonly exemplars: readonly ReportCollation[];
  /** Whether it's known that those are older than it. */
  readonly isYounger: boolean;
  /** Other versions of its story. */
  readonly versions: readonly ReportCollation[];
  /** The nearest page that is neither above nor below it: of unknown age, or an independent report of its event. */
  readonly nearest: ReportCollation | undefined;
  /** The page was copied from a text that nobody kept; `nearest` is then its closest relative. */
  readonly lostExemplar: boolean;
  /** Pages that were copied from this one or another version of it, straight or through others. */
  readonly copies: readonly ReportCollation[];
  /** How sure it is that one was copied from this page and not the other way round. */
  readonly isOlder: number;
  readonly sources: Sources;
  /** Statements on the page, before those of one content are joined. */
  readonly statements: number;
  readonly inspect: Inspection;
}
