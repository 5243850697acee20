import type { Collation, Range } from '../collation/collation.js';
import type { Page } from '../page/page.js';
import type { Report } from '../report/report.js';
import type { Piece, Row } from '../report/rows.js';
import type { StemmaLayout } from '../report/placed-stemma.js';

/** A page as the desk names it beside another. */
export interface PageTag {
  readonly id: string;
  readonly siglum?: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly published?: string;
}

/** Two texts side by side, ready to be shown. */
export interface PairView {
  readonly base: PageTag;
  readonly witness: PageTag;
  readonly collation: Omit<Collation, 'passages'>;
  readonly rows: readonly Row[];
  /** Lengths of the two texts in UTF-16 units: the scale of the map. */
  readonly lengths: { readonly base: number; readonly witness: number };
}

/** A report as the desk shows it. */
export interface ReportView {
  readonly id: string;
  readonly made: string;
  readonly report: Report;
  readonly layout: StemmaLayout;
  /** The traced page among the witnesses. */
  readonly traced: PageTag;
  /** The traced page beside the one it was copied from (else its fullest copy, else the nearest); absent where nothing was found. */
  readonly pair?: PairView;
  /** What the differences of the pair are called; absent where neither text was taken from the other. */
  readonly changesTitle?: string;
  /** How sure the verdict's relation is; absent where there is none to be sure of. */
  readonly assurance?: string;
}

/** How one witness has a sentence. */
export interface Reading {
  readonly page: PageTag;
  readonly relation: string;
  /** Its text of the sentence, variants marked; empty where it leaves the sentence out. */
  readonly pieces: readonly Piece[];
  /** Where that stands in its text. */
  readonly at?: Range;
}

/** A holding of the archive as lists show it. */
export interface HoldingView {
  readonly key: number;
  readonly version: number;
  readonly address: string;
  readonly added: string;
  readonly page: PageTag;
  readonly byline: readonly string[];
  readonly agencies: readonly string[];
  readonly excerpt: string;
}

/** A holding of the archive as its own page shows it. */
export interface HoldingPage {
  readonly holding: HoldingView;
  readonly page: Page;
  readonly versions: readonly HoldingView[];
}

/** How many of the found pages have a value. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** What a search of the archive gives. */
export interface SearchView {
  /** How many of those found stand before the first that is shown. */
  readonly from: number;
  readonly holdings: readonly HoldingView[];
  readonly facets: {
    readonly outlets: readonly FacetCount[];
    readonly agencies: readonly FacetCount[];
    readonly months: readonly FacetCount[];
  };
  /** How many were found; `more` where there are more than were counted. */
  readonly found: number;
  readonly more: boolean;
}

/** A page by the number of copies that reports found of it. */
export interface CopiedView {
  readonly page: Omit<PageTag, 'id'>;
  readonly copies: number;
  readonly by: readonly FacetCount[];
}

/** What the archive is and holds. */
export interface ArchiveInfo {
  readonly name: string;
  readonly witnesses: number;
  readonly addresses: number;
  readonly postings: number;
}
