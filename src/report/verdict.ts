import { COPIED, RELATIONS, type Change, type Collation, type Relation } from '../collation/collation.js';
import { countVariants } from '../collation/count-variants.js';
import { REPORTED } from '../page/page.js';
import type { Witness } from '../witness/witness.js';
import { creditClause } from './credit-of.js';
import type { Findings } from './findings.js';
import { tracesOn } from './own-traces.js';
import { countOf, dayOf, HEADLINES, listOf, nameOf, percentOf } from './plain-words.js';
import type { ReportCollation, Verdict } from './report.js';
import { restsOn } from './rests-on.js';
import { TURNED } from './version-changes.js';
import { versionSentence } from './version-words.js';

/** Stage 7's first sentence: the relation in plain words, with what was counted. */
export function judge(findings: Findings): Verdict {
  const version = aboveAllVersion(findings);
  const basis = version ?? findings.exemplars[0] ?? findings.nearest;
  const relations = basis?.collation.relations ?? relationsOfOlder(findings);
  const relation = basis?.collation.relation ?? 'unrelated';
  const grounds = [...groundsOf(findings, relation)];
  return {
    relation,
    ...(version?.version && { version: TURNED[version.version.other] }),
    probability: relations[relation],
    relations,
    sentence: [openingOf(findings, relation), ...grounds].join(' '),
    grounds,
  };
}

/** The version that is told of first: where nobody else has to do with the page. */
function aboveAllVersion({ exemplars, copies, lostExemplar, versions }: Findings): ReportCollation | undefined {
  return exemplars.length + copies.length > 0 || lostExemplar ? undefined : versions[0];
}

/** No source was found: of a page that is only copied, as sure as it's the older. */
function relationsOfOlder({ copies, isOlder }: Findings): Readonly<Record<Relation, number>> {
  const [copy] = copies;
  if (copy === undefined) return NOTHING_FOUND;
  const share = (relation: Relation): number =>
    isOlder * NOTHING_FOUND[relation] + (1 - isOlder) * copy.collation.relations[relation];
  return Object.fromEntries(RELATIONS.map((relation) => [relation, share(relation)])) as Record<Relation, number>;
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

function openingOf(findings: Findings, relation: Relation): string {
  const { exemplars, isYounger, nearest, lostExemplar, copies } = findings;
  const version = aboveAllVersion(findings)?.version;
  if (version !== undefined) return VERSION_HEADLINES[version.other];
  if (!isYounger) return orItsSource(relation);
  if (exemplars.length > 1 && relation === 'partial') return 'In part a copy, of several pages.';
  if (exemplars.length > 0 || (lostExemplar && COPIED.includes(relation))) return HEADLINES[relation];
  if (copies.length > 0)
    return copies.length === 1
      ? 'The older text: 1 page copies it.'
      : `The older text: ${copies.length} pages copy it.`;
  if (nearest === undefined || relation === 'unrelated' || relation === 'independent') return HEADLINES[relation];
  return orItsSource(relation);
}

function orItsSource(relation: Relation): string {
  return `${HEADLINES[relation].replace(/\.$/, '')}, or its source: which is older is unknown.`;
}

/** By what the other page is. */
const VERSION_HEADLINES = {
  earlier: 'A later version of a story at hand.',
  later: 'An earlier version of a story at hand.',
  unknown: 'Another version of a story at hand: which is older is unknown.',
} as const;

function* groundsOf(findings: Findings, relation: Relation): Iterable<string> {
  const { exemplars, nearest, witness, versions } = findings;
  if (exemplars[0] !== undefined) {
    for (const exemplar of exemplars)
      yield withClause(
        followed(witness, exemplar),
        creditClause(witness.page, { ...exemplar.with, text: exemplar.text }),
      );
    yield* changed(exemplars[0].collation);
    const gap = daysApart(exemplars[0].with.published, witness.page.published);
    if (gap !== undefined) yield gap;
  } else if (findings.copies.length > 0 && !findings.lostExemplar) {
    yield carriedHow(findings.copies, witness.page.outlet);
    if (nearest?.collation.relation === 'independent')
      yield `${nameOf(nearest.with)} is a report of its own on the same.`;
    else if (nearest !== undefined && COPIED.includes(relation)) yield followed(witness, nearest);
  } else if (aboveAllVersion(findings) !== undefined) {
    if (nearest?.collation.relation === 'independent')
      yield `${nameOf(nearest.with)} is a report of its own on the same.`;
  } else if (nearest !== undefined && relation !== 'unrelated') {
    yield followed(witness, nearest);
    if (relation !== 'independent') yield* changed(nearest.collation);
    if (findings.lostExemplar) yield 'Both go back to a text that isn’t here.';
  } else {
    yield* tracesOn(witness.page);
    if (findings.inspect.spun >= 0.5) yield `A machine has probably reworded it (${percentOf(findings.inspect.spun)}).`;
  }
  for (const version of versions.slice(0, MOST_VERSIONS)) yield versionSentence(version);
  if (findings.statements > 0) yield restsOn(findings);
}

/** Versions that the verdict tells of; the report has all. A choice. */
const MOST_VERSIONS = 2;

/** "2 have it spun, 1 word for word and 1 in part; 1 of the 4 says whose it is." */
function carriedHow(copies: readonly ReportCollation[], outlet: string | undefined): string {
  const credit = creditedBy(copies, outlet);
  const words = copies.map((copy) => HOW.get(copy.collation.relation) ?? OTHERWISE);
  const counts = [...HOW.values(), OTHERWISE].flatMap((how) => {
    const count = words.filter((each) => each === how).length;
    return count === 0 ? [] : [{ count, words: how }];
  });
  const [only] = copies;
  if (copies.length === 1 && only !== undefined)
    return `${nameOf(only.with)} has it ${counts[0]?.words ?? OTHERWISE}${credit}.`;
  const said = counts.map((each, i) =>
    i > 0 ? `${each.count} ${each.words}` : `${each.count} ${each.count === 1 ? 'has' : 'have'} it ${each.words}`,
  );
  return `${listOf(said)}${credit}.`;
}

/** Of how many copies at other outlets it can be said whether they name this one; nothing where it has no name. */
function creditedBy(copies: readonly ReportCollation[], outlet: string | undefined): string {
  const others = copies.filter((copy) => copy.with.outlet !== outlet);
  if (outlet === undefined || others.length === 0) return '';
  const honest = others.filter(({ credited }) => credited).length;
  if (others.length === 1) return honest === 1 ? `; it credits ${outlet}` : `; it doesn’t credit ${outlet}`;
  if (honest === 0) return `; none credits ${outlet}`;
  return honest === others.length
    ? `; all credit ${outlet}`
    : `; ${honest} of ${others.length} ${honest === 1 ? 'credits' : 'credit'} ${outlet}`;
}

function withClause(sentence: string, clause: string): string {
  return `${sentence.replace(/\.$/u, '')}${clause}.`;
}

/** Through others, until little but the facts is left. */
const OTHERWISE = 'in other words';
const HOW: ReadonlyMap<Relation, string> = new Map([
  ['verbatim', 'word for word'],
  ['spun', 'spun'],
  ['rewritten', 'rewritten'],
  ['partial', 'in part'],
]);

function followed(witness: Witness, { collation, with: other }: ReportCollation): string {
  const { relation } = collation;
  const [shared, all] = sentencesIn(witness, collation);
  const name = nameOf(other);
  if (relation === 'independent')
    return shared === 0
      ? `It shares no sentence with ${name}.`
      : `Only ${shared} of ${countOf(all, 'sentence')} stand close to ${name}.`;
  const { swapped } = countVariants(collation);
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

function inOrder(collation: Collation): boolean {
  return collation.passages.every((passage, i, all) => i === 0 || passage.base[0] >= (all[i - 1]?.base[0] ?? 0));
}

function* changed({ changes, relation }: Collation): Iterable<string> {
  if (changes.quotes.length > 0)
    yield `${countOf(changes.quotes.length, 'direct quote')} ${changes.quotes.length === 1 ? 'is' : 'are'} altered${turned(changes.quotes)}.`;
  const facts = (['numbers', 'dates', 'names'] as const)
    .filter((field) => changes[field].length > 0)
    .map((field) => countOf(changes[field].length, field.slice(0, -1)));
  if (facts.length > 0)
    yield `${listOf(facts)} ${facts.length === 1 && facts[0]?.startsWith('1 ') ? 'differs' : 'differ'}.`;
  // Told in other words, a "neither" for a "no" turns nothing; the list of changes has them all the same.
  if (changes.meaning.length > 0 && relation !== 'rewritten')
    yield `The meaning turns in ${countOf(changes.meaning.length, turned(changes.quotes) === '' ? 'place' : 'further place')}.`;
  if (relation === 'partial') return;
  if (changes.byline.length > 0) yield 'The byline is not the original’s.';
  const lines = linesGone(changes.credit);
  if (lines.length > 0) yield `The original’s ${listOf(lines)} ${lines.length === 1 ? 'is' : 'are'} gone.`;
}

/** Of altered quotes, how many say something else now. */
function turned(quotes: readonly Change[]): string {
  const count = quotes.filter(({ also }) => also?.includes('meaning')).length;
  if (count === 0) return '';
  return quotes.length === 1 ? ', and its meaning turned' : `, and the meaning turned in ${count} of them`;
}

/** Which of the lines that say whose text it is were left out: "dateline", "contributor line". */
function linesGone(changes: readonly Change[]): string[] {
  const gone = changes.filter(({ from, to }) => from !== '' && to === '').map(({ sentence }) => sentence);
  return [...LINES]
    .filter(([kind]) => gone.some((sentence) => sentence.includes(`the ${kind} line “`)))
    .map(([, line]) => line);
}

const LINES: ReadonlyMap<string, string> = new Map([
  ['dateline', 'dateline'],
  ['contributor', 'contributor line'],
  ['credit', 'credit line'],
]);

function daysApart(older: string | undefined, newer: string | undefined): string | undefined {
  if (older === undefined || newer === undefined) return undefined;
  const days = Math.round((Date.parse(newer.slice(0, 10)) - Date.parse(older.slice(0, 10))) / 86_400_000);
  if (!Number.isFinite(days) || days === 0) return undefined;
  return days > 0
    ? `It came out ${countOf(days, 'day')} later.`
    : `It claims to be ${countOf(-days, 'day')} older (${dayOf(newer)}).`;
}
