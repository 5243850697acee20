/** What is known of a family, lost ancestors included: readings, and for each ordered pair what speaks for a descent. */
import { COPIED, type Collation, type Relation } from '../collation/collation.js';
import type { FamilyCollations } from '../collation/family-collation.js';
import type { Lexicon } from '../witness/lexicon.js';
import type { Page } from '../page/page.js';
import type { Witness } from '../witness/witness.js';
import { choiceCosts, type ChoiceCost, compareRows, type RowCounts } from './compare-rows.js';
import { copyNats, rootNats } from './copy-likelihood.js';
import { creditGrounds, type Naming, supposedNats } from './credit-evidence.js';
import { dateGround, nameOf, pairGrounds, type SignedGround, wordingGround } from './direction-evidence.js';
import { familyWords } from './family-words.js';
import { joinPlaces } from './join-places.js';
import { findMentions, outletOf } from './mentions.js';
import { type ReadingRow, type ReadingTable, readingTable } from './reading-table.js';
import { readingDrift } from './reading-drift.js';
import { alignWords } from './word-alignment.js';

/** Below this a pair is taken for two reports of one event, and no descent is considered. */
const LEAST_COPIED = 0.5;
/** Share of the shorter one's words in common units from which two that were not collated may be kin. A working value, not measured. */
const KIN_SHARE = 0.15;

/** A lost witness as it is inferred. */
export interface LostRow {
  readonly row: ReadingRow;
  /** When it was there at the latest: the earliest date of its copies. */
  readonly latest: string | undefined;
  /** What it was called and whom it named, as far as its copies tell. */
  readonly naming?: Naming;
}

export interface FamilyKin {
  readonly table: ReadingTable;
  /** Kept witnesses come first. */
  readonly kept: number;
  readonly size: number;
  readonly pages: readonly Page[];
  /** What each page is called and whom it names. */
  readonly namings: readonly Naming[];
  /** Outlets that are named, and of which no page is at hand. */
  readonly absent: ReadonlySet<string>;
  readonly lost: readonly LostRow[];
  readonly lexicon: Lexicon;
  readonly cost: ChoiceCost;
  readonly collated: ReadonlyMap<number, Collation>;
  /** What was worked out before, by ordered pair of rows; families that differ in lost ancestors share it. */
  readonly memo: {
    readonly counts: PairMemo<RowCounts>;
    readonly grounds: PairMemo<readonly SignedGround[]>;
    /** Nats of each copy's text by the rows of its exemplars; a single one stands twice. */
    readonly texts: WeakMap<ReadingRow, PairMemo<number>>;
  };
}

type PairMemo<Value> = WeakMap<object, WeakMap<object, Value>>;

/** Ordered pairs are numbered in a square that lost ancestors find room in. */
const SIDE = 4096;

/** Gathers what the collations say of the family. Cost: collated words × family size. */
export function familyKin(family: readonly Witness[], collations: FamilyCollations, lexicon: Lexicon): FamilyKin {
  const words = familyWords(family, lexicon);
  const pairs = collations
    .filter(({ collation }) => copiedProbability(collation) >= LEAST_COPIED)
    .flatMap(({ base, witness, collation }) => {
      const [left, right] = [words.witnesses[base], words.witnesses[witness]];
      return left && right ? [{ base, witness, alignment: alignWords(left, right, collation) }] : [];
    });
  const table = readingTable(words, joinPlaces(words, pairs), lexicon);
  const namings = namingsOf(family);
  return {
    table,
    kept: family.length,
    size: family.length,
    pages: family.map(({ page }) => page),
    namings,
    absent: absentOutlets(namings),
    lost: [],
    lexicon,
    cost: choiceCosts(table.texts, lexicon),
    collated: new Map(collations.map(({ base, witness, collation }) => [base * SIDE + witness, collation])),
    memo: { counts: new WeakMap(), grounds: new WeakMap(), texts: new WeakMap() },
  };
}

function namingsOf(family: readonly Witness[]): Naming[] {
  const mentions = findMentions(family);
  return family.map(({ page }, i) => ({
    outlet: outletOf(page),
    shown: nameOf(page),
    mentions: mentions[i] ?? new Map<string, string>(),
  }));
}

function absentOutlets(namings: readonly Naming[]): Set<string> {
  const own = new Set(namings.map(({ outlet }) => outlet));
  return new Set(namings.flatMap(({ mentions }) => [...mentions.keys()]).filter((name) => !own.has(name)));
}

/** The family with one more lost ancestor. */
export function withLost(kin: FamilyKin, lost: LostRow): FamilyKin {
  return {
    ...kin,
    size: kin.size + 1,
    lost: [...kin.lost, lost],
    table: { ...kin.table, rows: [...kin.table.rows, lost.row] },
  };
}

/** The family without any. */
export function withoutLost(kin: FamilyKin): FamilyKin {
  const rows = kin.table.rows.slice(0, kin.kept);
  return {
    ...kin,
    size: kin.kept,
    lost: [],
    table: { ...kin.table, rows },
  };
}

/** The family with another text for one of its lost ancestors. */
export function replacedLost(kin: FamilyKin, node: number, lost: LostRow): FamilyKin {
  const rows = [...kin.table.rows];
  rows[node] = lost.row;
  return {
    ...kin,
    lost: kin.lost.map((one, i) => (kin.kept + i === node ? lost : one)),
    table: { ...kin.table, rows },
  };
}

export function rowAt(kin: FamilyKin, witness: number): ReadingRow {
  return kin.table.rows[witness] as ReadingRow;
}

/** The collation of a pair, whichever way round it was made. */
export function collationOf(kin: FamilyKin, a: number, b: number): Collation | undefined {
  return kin.collated.get(Math.min(a, b) * SIDE + Math.max(a, b));
}

/** Probability that one of two is a copy of the other at all, whichever. */
export function copiedProbability(collation: Collation): number {
  return COPIED.reduce((sum, relation) => sum + collation.relations[relation], 0);
}

/** The likeliest relation among those of copies. */
export function copyRelation(collation: Collation): Relation {
  return COPIED.reduce<Relation>(
    (best, relation) => (collation.relations[relation] > collation.relations[best] ? relation : best),
    'verbatim',
  );
}

/** Whether the one may be a copy of the other: by their collation, else by what they have in common. */
export function mayDescend(kin: FamilyKin, exemplar: number, copy: number): boolean {
  if (exemplar === copy) return false;
  const collation = collationOf(kin, exemplar, copy);
  if (collation) return copiedProbability(collation) >= LEAST_COPIED;
  const { all, lacked } = countsOf(kin, exemplar, copy);
  return all - lacked >= KIN_SHARE * Math.min(all, rowAt(kin, exemplar).words);
}

export function countsOf(kin: FamilyKin, exemplar: number, copy: number): RowCounts {
  const rows = { exemplar: rowAt(kin, exemplar), copy: rowAt(kin, copy) };
  return remembered(kin.memo.counts, [rows.exemplar, rows.copy], () => compareRows(kin.table, rows, kin.cost));
}

/** Evidence of direction beside the likeness of the texts, in natural-log odds. */
export function groundsOf(kin: FamilyKin, exemplar: number, copy: number): readonly SignedGround[] {
  return remembered(kin.memo.grounds, [bearerAt(kin, exemplar), bearerAt(kin, copy)], () => {
    const drift = readingDrift(kin.table, { exemplar: rowAt(kin, exemplar), copy: rowAt(kin, copy) });
    const [above, below] = [kin.pages[exemplar], kin.pages[copy]];
    const grounds: (SignedGround | undefined)[] =
      above && below ? pairGrounds(above, below, drift) : [wordingGround(drift), lostDate(kin, exemplar, copy)];
    const [named, naming] = [namingAt(kin, exemplar), namingAt(kin, copy)];
    const credits = named && naming ? creditGrounds(named, naming, kin.absent) : [];
    return [...grounds.filter((ground) => ground !== undefined), ...credits];
  });
}

/** What a witness is called and whom it names; unknown of some lost ones. */
export function namingAt(kin: FamilyKin, node: number): Naming | undefined {
  return kin.namings[node] ?? kin.lost[node - kin.kept]?.naming;
}

/** A witness's row, or a lost one with its date: two lost ones may read alike and differ in it. */
function bearerAt(kin: FamilyKin, node: number): ReadingRow | LostRow {
  return kin.lost[node - kin.kept] ?? rowAt(kin, node);
}

function remembered<Value>(memo: PairMemo<Value>, [a, b]: readonly [object, object], find: () => Value): Value {
  const inner = memo.get(a) ?? new WeakMap<object, Value>();
  memo.set(a, inner);
  const known = inner.get(b);
  if (known !== undefined) return known;
  const found = find();
  inner.set(b, found);
  return found;
}

/** What a lost page was made from can't be younger than its copies. */
function lostDate(kin: FamilyKin, exemplar: number, copy: number): SignedGround | undefined {
  const above = kin.pages[exemplar];
  const latest = kin.lost[copy - kin.kept]?.latest;
  return above === undefined || latest === undefined ? undefined : dateGround(above, { published: latest });
}

/** Nats of a witness with these exemplars; the one that gave more comes first. */
export function descentNats(kin: FamilyKin, copy: number, exemplars: readonly number[]): number {
  const row = rowAt(kin, copy);
  const naming = kin.lost[copy - kin.kept]?.naming;
  const supposed = naming === undefined ? 0 : supposedNats(naming, kin.absent);
  if (exemplars.length === 0) return rootNats(row) + supposed;
  return exemplars.reduce(
    (total, exemplar) => total + groundsOf(kin, exemplar, copy).reduce((all, ground) => all + ground.nats, 0),
    supposed + textNats(kin, copy, exemplars),
  );
}

/** Nats of a copy's text alone. */
function textNats(kin: FamilyKin, copy: number, exemplars: readonly number[]): number {
  const row = rowAt(kin, copy);
  const memo: PairMemo<number> = kin.memo.texts.get(row) ?? new WeakMap<object, WeakMap<object, number>>();
  kin.memo.texts.set(row, memo);
  const [main = row, second = main] = exemplars.map((exemplar) => rowAt(kin, exemplar));
  return remembered(memo, [main, second], () => {
    const sources = exemplars.map((exemplar) => ({ row: rowAt(kin, exemplar), counts: countsOf(kin, exemplar, copy) }));
    return copyNats(row, sources);
  });
}
