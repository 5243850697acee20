import type { Collation, Relation } from '../collation/collation.js';
import type { Page } from '../page/page.js';
import type { Inspection } from '../spin/inspection.js';
import type { Sources, Stemma } from '../stemma/stemma.js';
import type { Statement } from '../statement/statement.js';
import type { VersionChanges } from './version-changes.js';

/** The answer's first sentence and what it rests on. */
export interface Verdict {
  readonly relation: Relation;
  /** Set where the page is above all another version of a story at hand: the later or the earlier one. `relation` is then of their words. */
  readonly version?: 'later' | 'earlier' | 'unknown';
  readonly probability: number;
  readonly relations: Readonly<Record<Relation, number>>;
  /** Plain words. */
  readonly sentence: string;
  /** One plain sentence each. */
  readonly grounds: readonly string[];
}

/** A page of the family that the traced page was laid beside, with the collation (base: this other page, witness: the traced page). */
export interface ReportCollation {
  readonly with: {
    readonly id: string;
    readonly url?: string;
    readonly outlet?: string;
    readonly title?: string;
    readonly published?: string;
    /** When it was changed last, as far as it says. */
    readonly modified?: string;
  };
  readonly collation: Collation;
  /** The other page's text, which `base` ranges point into. */
  readonly text: string;
  /** Where the stemma has the other page: above the traced one, below it, or beside it; `version` where both are one story of one outlet. */
  readonly place: 'exemplar' | 'copy' | 'kin' | 'version';
  /** What was changed since, where the other page is a version. */
  readonly version?: VersionChanges;
  /** Whether the copy says that its text is the other's: the traced page, unless this one stands below it. */
  readonly credited: boolean;
}

/** What a page rests on: for evidence. */
export interface Exhibit {
  readonly id: string;
  readonly url?: string;
  readonly digest: string;
  readonly published?: string;
}

/** Where one page's text comes from. Plain JSON: everything that is shown is in here. */
export interface Report {
  readonly id?: string;
  /** What the page is called in `sources`: its id, else its URL, else its siglum. */
  readonly self: string;
  readonly page: Page;
  readonly verdict: Verdict;
  /** The page it was copied from, where one was found. */
  readonly exemplar?: ReportCollation['with'];
  readonly collations: readonly ReportCollation[];
  readonly stemma: Stemma;
  /** Statements of the traced page. */
  readonly statements: readonly Statement[];
  readonly sources: Sources;
  readonly inspect: Inspection;
  readonly exhibits: readonly Exhibit[];
}
