import type { Collation, Relation } from '../collation/collation.js';
import { REPORTED, type Page } from '../page/page.js';
import type { Inspection } from '../spin/inspection.js';
import type { Sources } from '../stemma/stemma.js';
import type { Witness } from '../witness/witness.js';
import { countOf, dayOf, HEADLINES, listOf, nameOf, percentOf } from './plain-words.js';
import type { ReportCollation, Verdict } from './report.js';

/** What the verdict is drawn from. */
export interface Findings {
  readonly witness: Witness;
  /** What the page is called in `sources`. */
  readonly self: string;
  /** The page it was copied from; absent where none was found. */
  readonly exemplar: ReportCollation | undefined;
  /** The nearest page that is no exemplar: a copy of this page, or an independent report of its event. */
  readonly nearest: ReportCollation | undefined;
  /** The page was copied from a text that nobody kept; `nearest` is then its closest relative. */
  readonly lostExemplar: boolean;
  /** Pages that were copied from this one. */
  readonly copies: number;
  readonly sources: Sources;
  readonly statements: number;
  readonly inspect: Inspection;
}

/** Stage 7's first sentence: the relation in plain words, with what was counted. */
export function judge(findings: Findings): Verdict {
  const basis = findings.exemplar ?? findings.nearest;
  const relation: Relation = basis?.collation.relation ?? 'unrelated';
  const relations = basis?.collation.relations ?? NOTHING_FOUND;
  const grounds = [...groundsOf(findings, relation)];
  return {
    relation,
    probability: relations[relation],
    relations,
    sentence: [openingOf(findings, relation), ...grounds].join(' '),
    grounds,
  };
}

/** Nothing in the archive shares enough with the page to be laid beside it. */
const NOTHING_FOUND: Readonly<Record<Relation, number>> = {
  verbatim: 0,
  spun: 0,
  rewritten: 0,
  partial: 0,
  independent: 0,
  unrelated: 1,
};

function openingOf({ exemplar, nearest, lostExemplar, copies }: Findings, relation: Relation): string {
  if (exemplar !== undefined || (lostExemplar && COPIED.has(relation))) return HEADLINES[relation];
  if (copies > 0)
    return copies === 1 ? 'The older text: 1 page copies it.' : `The older text: ${copies} pages copy it.`;
  if (nearest === undefined || relation === 'unrelated' || relation === 'independent') return HEADLINES[relation];
  return `${HEADLINES[relation].replace(/\.$/, '')}, or its source: which is older is unknown.`;
}

/** Relations in which text was taken over. */
const COPIED: ReadonlySet<Relation> = new Set(['verbatim', 'spun', 'rewritten', 'partial']);

function* groundsOf(findings: Findings, relation: Relation): Iterable<string> {
  const { exemplar, nearest, witness } = findings;
  const basis = exemplar ?? nearest;
  if (basis !== undefined && relation !== 'unrelated') {
    yield followed(witness, basis, relation);
    if (relation !== 'independent') yield* changed(basis.collation);
    if (findings.lostExemplar) yield 'Both go back to a text that isn’t here.';
    const gap = daysApart(basis.with.published, witness.page.published);
    if (exemplar !== undefined && gap !== undefined) yield gap;
  } else {
    yield* traces(witness.page);
    if (findings.inspect.spun >= 0.5) yield `A machine has probably reworded it (${percentOf(findings.inspect.spun)}).`;
  }
  if (findings.statements > 0) yield rested(findings);
}

function followed(witness: Witness, { collation, with: other }: ReportCollation, relation: Relation): string {
  const [shared, all] = sentencesIn(witness, collation);
  const name = nameOf(other);
  if (relation === 'independent')
    return shared === 0
      ? `It shares no sentence with ${name}.`
      : `Only ${shared} of ${countOf(all, 'sentence')} stand close to ${name}.`;
  const swapped = swapsIn(collation);
  const words =
    relation === 'rewritten'
      ? ', told in other words'
      : swapped === 0
        ? ''
        : `, with ${countOf(swapped, 'word or phrase', 'words or phrases')} swapped`;
  return `${shared} of ${countOf(all, 'sentence')} ${shared === 1 ? 'follows' : 'follow'} ${name}${inOrder(collation) ? ' in order' : ''}${words}.`;
}

/** Reported sentences (no captions, credits, lines of furniture) of which at least half stands in shared passages, and all of them. */
function sentencesIn(witness: Witness, collation: Collation): readonly [shared: number, all: number] {
  let shared = 0;
  const { parts } = witness.page;
  const told = witness.sentences.filter(({ part }) => part < 0 || REPORTED.has(parts[part]?.kind ?? 'paragraph'));
  for (const sentence of told) {
    const start = witness.start[sentence.from] ?? 0;
    const end = witness.end[sentence.to - 1] ?? start;
    const covered = collation.passages.reduce(
      (sum, passage) => sum + Math.max(0, Math.min(end, passage.witness[1]) - Math.max(start, passage.witness[0])),
      0,
    );
    if (covered * 2 >= end - start) shared++;
  }
  return [shared, told.length];
}

function swapsIn(collation: Collation): number {
  return collation.passages.reduce(
    (sum, passage) => sum + passage.variants.filter((variant) => SWAPS.has(variant.kind)).length,
    0,
  );
}

const SWAPS: ReadonlySet<string> = new Set(['synonym', 'substitution', 'inflection']);

function inOrder(collation: Collation): boolean {
  return collation.passages.every((passage, i, all) => i === 0 || passage.base[0] >= (all[i - 1]?.base[0] ?? 0));
}

function* changed({ changes }: Collation): Iterable<string> {
  if (changes.quotes.length > 0)
    yield `${countOf(changes.quotes.length, 'direct quote')} ${changes.quotes.length === 1 ? 'is' : 'are'} altered.`;
  const facts = (['numbers', 'dates', 'names'] as const)
    .filter((field) => changes[field].length > 0)
    .map((field) => countOf(changes[field].length, field.slice(0, -1)));
  if (facts.length > 0)
    yield `${listOf(facts)} ${facts.length === 1 && facts[0]?.startsWith('1 ') ? 'differs' : 'differ'}.`;
  if (changes.meaning.length > 0) yield `The meaning turns in ${countOf(changes.meaning.length, 'place')}.`;
  if (changes.byline.length > 0) yield 'The byline is not the original’s.';
  if (changes.credit.some((change) => change.from !== '' && change.to === '')) yield 'The credit is gone.';
}

function daysApart(older: string | undefined, newer: string | undefined): string | undefined {
  if (older === undefined || newer === undefined) return undefined;
  const days = Math.round((Date.parse(newer.slice(0, 10)) - Date.parse(older.slice(0, 10))) / 86_400_000);
  if (!Number.isFinite(days) || days === 0) return undefined;
  return days > 0
    ? `It came out ${countOf(days, 'day')} later.`
    : `It claims to be ${countOf(-days, 'day')} older (${dayOf(newer)}).`;
}

/** Whom the page itself names as where it came from. */
function* traces(page: Page): Iterable<string> {
  const originals = distinct(page, new Set(['original', 'canonical']), page.url);
  const agencies = distinct(page, new Set(['agency']), undefined);
  if (originals.length > 0) yield `The page itself points to ${listOf(originals)}.`;
  if (agencies.length > 0) yield `It names ${listOf(agencies)} in its credits, byline, dateline or image names.`;
}

function distinct(page: Page, fields: ReadonlySet<string>, own: string | undefined): string[] {
  return [
    ...new Set(
      page.claims.filter((claim) => fields.has(claim.field) && claim.value !== own).map((claim) => claim.value),
    ),
  ];
}

function rested({ self, statements, sources }: Findings): string {
  const carried = sources.statements.filter((statement) => statement.carriers.includes(self));
  const names = [
    ...new Set((carried.length > 0 ? carried : sources.statements).flatMap((statement) => statement.origins)),
  ];
  const shown = names.slice(0, 5);
  const more = names.length > shown.length ? [`${names.length - shown.length} more`] : [];
  const rest =
    names.length === 0
      ? ''
      : ` ${statements === 1 ? 'rests' : 'rest'} on ${countOf(names.length, 'source')}: ${listOf([...shown, ...more])}`;
  return rest === ''
    ? `It reports ${countOf(statements, 'statement')} of sources that it doesn’t name.`
    : `${countOf(statements, 'statement')}${rest}.`;
}
