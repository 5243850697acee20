/**
 * A seeded copyist: grows a family of pages from texts and knows the true tree.
 * It copies as the web does: near-verbatim with a cut tail, edited, spun by one of several machines, merged from two;
 * some ancestors are lost, some dates lie or are missing, some copies give credit.
 */
import { type Draft, type Numbering, draftLength, draftOf, printDraft } from './copyist-draft.js';
import {
  append,
  type Chance,
  cut,
  insert,
  merge,
  pickOne,
  reorder,
  spin,
  type Spinner,
  type Thesaurus,
  touchUp,
} from './copyist-edits.js';
import { seeded } from './seeded.js';

/** A text to grow from: one independent report. */
export interface SeedText {
  readonly title: string;
  readonly text: string;
}

export interface CopyistOptions {
  readonly seed: number;
  /** Pages that are kept. */
  readonly size: number;
  /** One for each machine at work; none: no spinning. */
  readonly thesauri: readonly Thesaurus[];
  /** Probability, at each copying, that a page which was copied at least twice is lost. Default .05. */
  readonly lost?: number;
  /** Sentences that copiers add as their own. Default: a few stock lines. */
  readonly lines?: readonly string[];
  /** Share of copies made from two exemplars. Default .1. */
  readonly merged?: number;
}

/** A page as the copyist leaves it. */
export interface CopiedPage {
  readonly id: string;
  readonly outlet: string;
  readonly title: string;
  readonly text: string;
  /** Absent on some pages, a lie on some. */
  readonly published?: string;
  readonly draft: Draft;
  readonly lost: boolean;
}

/** A true copying; the exemplar that gave more comes first. */
interface TrueDescent {
  readonly exemplar: string;
  readonly copy: string;
}

/** All pages, lost ones too, exemplars before copies. */
export interface GrownFamily {
  readonly pages: readonly CopiedPage[];
  readonly descents: readonly TrueDescent[];
}

interface Growing {
  readonly id: string;
  readonly outlet: string;
  readonly draft: Draft;
  /** Hours since the first report. */
  readonly hours: number;
  readonly exemplars: readonly number[];
  readonly root: number;
}

/** Grows a family whose independent reports are the given texts. Same options, same family. */
export function growFamily(seeds: readonly SeedText[], options: CopyistOptions): GrownFamily {
  const chance = seeded(options.seed);
  let slots = 0;
  const tools: Tools = { chance, next: () => slots++, thesauri: options.thesauri, lines: options.lines ?? OWN_LINES };
  const grown = plantRoots(seeds, tools);
  const lost = new Set<number>();
  while (grown.length - lost.size < options.size) {
    grown.push(copyOf(grown, options.merged ?? 0.1, tools));
    if (chance() < (options.lost ?? 0.05)) loseOne(grown, lost, chance);
  }
  return publish(grown, lost, chance);
}

interface Tools {
  readonly chance: Chance;
  readonly next: Numbering;
  readonly thesauri: readonly Thesaurus[];
  readonly lines: readonly string[];
}

/** Independent reports of one event often carry one and the same quotation: half of the later ones are given a sentence of the first. */
function plantRoots(seeds: readonly SeedText[], tools: Tools): Growing[] {
  const { chance, next } = tools;
  const drafts = seeds.map((seed) => draftOf(seed.text, seed.title, next));
  const quotation = drafts[0]?.paragraphs
    .flat()
    .find((sentence) => /["“]/.test(sentence.map((slot) => slot.text).join(' ')));
  return drafts.map((draft, i) => ({
    id: `p${i}`,
    outlet: outletName(i),
    draft: i > 0 && quotation && chance() < 0.5 ? insert(draft, [[quotation]], chance) : draft,
    hours: i * chance() * 6,
    exemplars: [],
    root: i,
  }));
}

/** The next page: a copy of one earlier page, or of two that are strangers to each other. */
function copyOf(grown: readonly Growing[], merged: number, tools: Tools): Growing {
  const { chance, next } = tools;
  const main = chooseExemplar(grown, chance);
  const exemplar = grown[main] as Growing;
  const strangers = grown
    .map((_, i) => i)
    .filter((i) => i !== main && !ancestors(grown, i).has(main) && !ancestors(grown, main).has(i));
  const preferred = strangers.filter((i) => grown[i]?.root !== exemplar.root);
  const pool = preferred.length > 0 ? preferred : strangers.filter((i) => hasMore(grown[i] as Growing, exemplar));
  const second = pool.length > 0 && chance() < merged ? pickOne(pool, chance) : undefined;
  const other = second === undefined ? undefined : (grown[second] as Growing);
  let draft = other ? merge(exemplar.draft, other.draft, chance) : exemplar.draft;
  draft = alter(draft, tools);
  if (chance() < 0.3) draft = append(draft, credit(exemplar.outlet, chance), next);
  const hours = Math.max(exemplar.hours, other?.hours ?? 0) + 0.2 - Math.log(1 - chance()) * 12;
  const id = `p${grown.length}`;
  return {
    id,
    outlet: outletName(grown.length),
    draft,
    hours,
    exemplars: second === undefined ? [main] : [main, second],
    root: exemplar.root,
  };
}

/** Whether a page has at least two sentences of which the other has no word. */
function hasMore(page: Growing, than: Growing): boolean {
  const known = new Set(than.draft.paragraphs.flat(2).map((slot) => slot.origin));
  return page.draft.paragraphs.flat().filter((slots) => !slots.some((slot) => known.has(slot.origin))).length >= 2;
}

/** What a copier does to a text: one of four habits, then cuts, a moved paragraph, an own sentence. */
function alter(draft: Draft, tools: Tools): Draft {
  const { chance, next, thesauri, lines } = tools;
  const habit = chance();
  let altered = draft;
  if (thesauri.length > 0 && habit < 0.45) altered = spin(draft, machine(thesauri, chance), chance);
  else altered = touchUp(draft, habit < 0.75 ? 0.02 + chance() * 0.04 : 0.1 + chance() * 0.1, tools);
  const sentences = altered.paragraphs.flat().length;
  if (chance() < 0.5) altered = cut(altered, { tail: true, count: Math.floor(sentences * chance() * 0.5) }, chance);
  if (chance() < 0.4)
    altered = cut(altered, { tail: false, count: 1 + Math.floor(sentences * chance() * 0.2) }, chance);
  if (chance() < 0.2) altered = reorder(altered, chance);
  if (chance() < 0.25) altered = append(altered, pickOne(lines, chance), next);
  return altered;
}

function machine(thesauri: readonly Thesaurus[], chance: Chance): Spinner {
  return {
    thesaurus: pickOne(thesauri, chance),
    rate: 0.25 + chance() * 0.6,
    pick: chance() < 0.1 ? 'first' : 'any',
    quotes: chance() < 0.7,
  };
}

/** Earlier pages are copied more, and what was copied is copied again. */
function chooseExemplar(grown: readonly Growing[], chance: Chance): number {
  const weights = grown.map(
    (page, i) =>
      (1 + grown.filter((other) => other.exemplars.includes(i)).length) * (draftLength(page.draft) > 60 ? 1 : 0.1),
  );
  let left = chance() * weights.reduce((sum, weight) => sum + weight, 0);
  const chosen = weights.findIndex((weight) => (left -= weight) < 0);
  return chosen < 0 ? 0 : chosen;
}

function ancestors(grown: readonly Growing[], of: number): Set<number> {
  const found = new Set<number>();
  const queue = [...(grown[of]?.exemplars ?? [])];
  for (let page = queue.pop(); page !== undefined; page = queue.pop()) {
    if (found.has(page)) continue;
    found.add(page);
    queue.push(...(grown[page]?.exemplars ?? []));
  }
  return found;
}

/** Throws away one page that was copied at least twice. */
function loseOne(grown: readonly Growing[], lost: Set<number>, chance: Chance): void {
  const copied = grown
    .map((_, i) => i)
    .filter((i) => !lost.has(i) && grown.filter((other) => other.exemplars.includes(i)).length >= 2);
  if (copied.length > 0) lost.add(pickOne(copied, chance));
}

function publish(grown: readonly Growing[], lost: ReadonlySet<number>, chance: Chance): GrownFamily {
  const began = Date.UTC(2025, 2, 3, 6);
  const pages = grown.map((page, i) => {
    const lie = chance() < 0.05 ? 4 + chance() * 60 : 0;
    const time = new Date(began + (page.hours - lie) * 3_600_000).toISOString().slice(0, 19) + 'Z';
    return {
      id: page.id,
      outlet: page.outlet,
      title: page.draft.headline.map((slot) => slot.text).join(' '),
      text: printDraft(page.draft),
      draft: page.draft,
      lost: lost.has(i),
      ...(chance() < 0.15 ? {} : { published: time }),
    };
  });
  const descents = grown.flatMap((page) =>
    page.exemplars.map((exemplar) => ({ exemplar: grown[exemplar]?.id ?? '', copy: page.id })),
  );
  return { pages, descents };
}

function credit(outlet: string, chance: Chance): string {
  return pickOne(
    [`${outlet} contributed to this report.`, `Source: ${outlet}`, `This article first appeared in ${outlet}.`],
    chance,
  );
}

function outletName(i: number): string {
  const town = TOWNS[i % TOWNS.length] ?? '';
  const paper = PAPERS[(i + 2 * Math.floor(i / TOWNS.length)) % PAPERS.length] ?? '';
  return `${town} ${paper}`;
}

const TOWNS = [
  'Ashford',
  'Brackwell',
  'Corven',
  'Dunmere',
  'Elsing',
  'Farrow',
  'Glenholt',
  'Harwick',
  'Inverlea',
  'Jarrow',
  'Kelsmoor',
  'Lanford',
  'Merrow',
];
const PAPERS = ['Courier', 'Herald', 'Daily', 'Tribune', 'Post', 'Ledger', 'Observer'];
const OWN_LINES = [
  'Follow our live coverage for more on this story through the day.',
  'The newsroom has asked all parties for comment and will update this page.',
  'Readers can send their views to the editor by the end of the week.',
  'This is a developing story and more details are expected shortly.',
  'Our correspondents will bring further reaction in the evening bulletin.',
];
