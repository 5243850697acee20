import type { Relation } from './collation/collation.js';
import {
  closeness,
  collateText,
  isTaken,
  modelFrom,
  twinModel,
  type Clustering,
  type Model,
  type Row,
} from './clustering.js';
import { inspect } from './spin/inspect.js';
import { toWitness } from './witness/to-witness.js';

/** How a text stands to the exemplar of its cluster. */
export interface Place {
  readonly cluster: number;
  readonly exemplar: number;
  readonly relation: Relation;
  readonly share: number;
  /** Another version of the exemplar's story. */
  readonly version?: true;
}

/**
 * Share of both sides from which a copy of a copy belongs to the exemplar's cluster, though too little of the exemplar is left in it. A
 * page that mixes two stories has less than that from one of them, or else too little of the other to be joined to it. A choice.
 */
const WHOLE = 2 / 3;

/** How much surer of a machine one has to be than of the other, before the other passes for the older one. A choice: half of the scale. */
const MACHINE = 0.5;

/**
 * The place of each text, when all are read. Texts of a cluster that neither copy its exemplar nor follow one that does, link by link
 * nearly whole, were joined by a page that mixes two stories: they become clusters of their own.
 * Clusters are numbered by their first texts.
 */
export function settleClusters(clustering: Clustering): Place[] {
  const spun = new Map<number, number>();
  const places: Place[] = [];
  const pending = membersOf(clustering);
  for (let members = pending.pop(); members !== undefined; members = pending.pop()) {
    const known = new Map<number, Model>();
    const exemplar = exemplarOf(coreOf(members, clustering.rows), { clustering, spun, known });
    const stay = new Set(members.filter((text) => settleCopy(text, exemplar, { clustering, places, known })));
    follow(members, stay, { exemplar, rows: clustering.rows, places });
    const left = members.filter((text) => !stay.has(text));
    if (left.length > 0) pending.push(left);
  }
  return numbered(places);
}

interface Settling {
  readonly clustering: Clustering;
  readonly places: Place[];
  /** By text the last that it was laid beside, and what came of it. */
  readonly known: Map<number, Model>;
}

/** Writes the place of a text that copies the exemplar, or is it; false of another. */
function settleCopy(text: number, exemplar: number, { clustering, places, known }: Settling): boolean {
  const at = { cluster: exemplar, exemplar };
  if (text === exemplar) {
    places[text] = { ...at, relation: 'verbatim', share: 1 };
    return true;
  }
  const { relation, share, taken, version } = besides(exemplar, text, { clustering, known });
  if (!isTaken(relation, share, taken)) return false;
  places[text] = { ...at, relation, share, ...(version && { version }) };
  return true;
}

/** What is known of a text (the copy) beside another (the model). */
function besides(model: number, text: number, { clustering, known }: Pick<Settling, 'clustering' | 'known'>): Model {
  const own = clustering.rows[text]?.model;
  if (own?.text === model) return own;
  const before = known.get(text);
  if (before?.text === model) return before;
  const found =
    twinOf(text, clustering.rows) === twinOf(model, clustering.rows)
      ? twinModel(model, clustering.spool.get(text), clustering)
      : modelFrom(model, collateText(model, clustering.spool.get(text), clustering));
  known.set(text, found);
  return found;
}

/** The first text that has a text's words. */
function twinOf(text: number, rows: readonly Row[]): number {
  const model = rows[text]?.model;
  return model?.twin ? model.text : text;
}

interface Following {
  readonly exemplar: number;
  readonly rows: readonly Row[];
  readonly places: Place[];
}

/** Adds what a nearly whole copy links to those that stay; what is known of it is that link. */
function follow(members: readonly number[], stay: Set<number>, { exemplar, rows, places }: Following): void {
  for (let before = -1; before < stay.size;) {
    before = stay.size;
    for (const text of members) {
      const model = rows[text]?.model;
      if (model === undefined || Math.min(model.share, model.taken) < WHOLE) continue;
      if (stay.has(text) === stay.has(model.text)) continue;
      const [added, share] = stay.has(text) ? [model.text, model.taken] : [text, model.share];
      stay.add(added);
      places[added] = { cluster: exemplar, exemplar, relation: model.relation, share };
    }
  }
}

function membersOf({ rows }: Clustering): number[][] {
  const members = new Map<number, number[]>();
  rows.forEach(({ cluster }, text) => {
    const others = members.get(cluster);
    if (others === undefined) members.set(cluster, [text]);
    else others.push(text);
  });
  return [...members.values()];
}

function numbered(places: readonly Place[]): Place[] {
  const numbers = new Map<number, number>();
  return places.map((place) => {
    const cluster = numbers.get(place.cluster) ?? numbers.size + 1;
    numbers.set(place.cluster, cluster);
    return { ...place, cluster };
  });
}

/**
 * The members that nearly whole copies link, most first of all such groups: what shares a part with the others (a live blog that has
 * two paragraphs of a report) isn't what they copy, be it ever so early.
 */
function coreOf(members: readonly number[], rows: readonly Row[]): readonly number[] {
  const group = new Map(members.map((text) => [text, [text]]));
  for (const text of members) {
    const model = rows[text]?.model;
    if (model === undefined || closeness(model) < WHOLE) continue;
    const [mine, other] = [group.get(text), group.get(model.text)];
    if (mine === undefined || other === undefined || mine === other) continue;
    other.push(...mine);
    for (const one of mine) group.set(one, other);
  }
  const groups = [...new Set(group.values())];
  const core = groups.reduce((most, one) => (one.length > most.length ? one : most));
  return [...core].sort((a, b) => a - b);
}

/**
 * The text that the others copy: the one that is the older by what speaks of the two pages' age (dates, credits, versions,
 * wording, which is fuller), else the earlier one, else the one that a person worded where the other is a machine's,
 * else the longest, else the first.
 */
function exemplarOf(members: readonly number[], comparing: Comparing): number {
  return members.reduce((best, text) => (isOlder(text, best, comparing) ? text : best));
}

interface Comparing extends Pick<Settling, 'clustering' | 'known'> {
  /** How likely a machine reworded a text, of those that were looked at. */
  readonly spun: Map<number, number>;
}

function isOlder(text: number, best: number, { clustering, known, spun }: Comparing): boolean {
  const [row, other] = [clustering.rows[text], clustering.rows[best]];
  if (row === undefined || other === undefined || text === best) return false;
  const { direction, relation } = besides(best, text, { clustering, known });
  if (direction !== 'unknown') return direction === 'witness';
  const order = compareDates(row.published, other.published);
  if (order !== 0) return order < 0;
  if (relation !== 'verbatim') {
    const more = spunIn(text, clustering, spun) - spunIn(best, clustering, spun);
    if (Math.abs(more) > MACHINE) return more < 0;
  }
  return row.length > other.length;
}

/** How likely a machine reworded a text. Asked of few, since it takes as long as several collations. */
function spunIn(text: number, { spool, knowledge }: Clustering, spun: Map<number, number>): number {
  let known = spun.get(text);
  if (known === undefined) {
    const witness = toWitness(spool.get(text), knowledge.lexicon);
    known = inspect(witness, { lexicon: knowledge.lexicon, model: knowledge.spinModel }).spun;
    spun.set(text, known);
  }
  return known;
}

/** Order of two ISO dates as far as both say it: by instant, or by day where one has no time; 0 where one is missing. */
function compareDates(a: string, b: string): number {
  const [x, y] = [Date.parse(a), Date.parse(b)];
  if (Number.isNaN(x) || Number.isNaN(y)) return 0;
  if (a.length > 10 && b.length > 10) return x - y;
  return a.slice(0, 10) < b.slice(0, 10) ? -1 : a.slice(0, 10) > b.slice(0, 10) ? 1 : 0;
}
