import type { Change, Changes, Collation } from './collation/collation.js';
import type { Family } from './family.js';
import type { Knowledge } from './knowledge/knowledge.js';
import { isCredited } from './report/credit-of.js';
import type { Findings } from './report/findings.js';
import { nameSides } from './report/name-sides.js';
import type { Exhibit, Report, ReportCollation } from './report/report.js';
import { judge } from './report/verdict.js';
import { versionChanges } from './report/version-changes.js';
import { inspect } from './spin/inspect.js';
import { tellsSomething } from './statement/tells-something.js';
import { findStatements } from './statement/find-statements.js';
import { countSources } from './stemma/count-sources.js';
import { descendantsOf } from './stemma/lines.js';
import { isDirected, type Descent, type Stemma } from './stemma/stemma.js';
import type { Witness } from './witness/witness.js';

/** Stage 7: statements of the whole family grouped, copies set aside, and the answer in one sentence. */
export function weigh(family: Family, stemma: Stemma, knowledge: Knowledge): Report {
  const { lexicon, statementModel, spinModel } = knowledge;
  const last = family.members.length - 1;
  const witness = family.members[last];
  if (witness === undefined) throw new RangeError('A report needs at least the traced page.');
  const statements = family.members.map((member) => findStatements(member, { lexicon, model: statementModel }));
  const sources = countSources(family.members, stemma, statements, {
    lexicon,
    collations: family.collations,
    traced: last,
  });
  const inspection = inspect(witness, { lexicon, model: spinModel });
  const collations = collationsWith(family, stemma);
  const exemplar = collations.find(({ place }) => place === 'exemplar');
  const self = witness.id || (stemma.witnesses[last]?.siglum ?? '');
  const verdict = judge({
    ...placed(collations, family, stemma),
    witness,
    self,
    sources,
    statements: (statements[last] ?? []).filter((one) => tellsSomething(witness.text, one)).length,
    inspect: inspection,
  });
  return {
    ...(witness.page.id === undefined ? {} : { id: witness.page.id }),
    self,
    page: witness.page,
    verdict,
    ...(exemplar === undefined ? {} : { exemplar: exemplar.with }),
    collations,
    stemma,
    statements: statements[last] ?? [],
    sources,
    inspect: inspection,
    exhibits: family.members.map((member, i) => exhibitOf(member, family.digests[i] ?? '')),
  };
}

/** What the verdict needs to know of the other pages. */
function placed(
  collations: readonly ReportCollation[],
  family: Family,
  stemma: Stemma,
): Omit<Findings, 'witness' | 'self' | 'sources' | 'statements' | 'inspect'> {
  const own = ownSigla(family, stemma);
  const into = descentsInto(stemma, own);
  const inPlace = (place: ReportCollation['place']): ReportCollation[] =>
    collations.filter((entry) => entry.place === place);
  const exemplars = inPlace('exemplar');
  return {
    exemplars,
    isYounger: exemplars.length === 0 || into.some(isDirected),
    versions: inPlace('version'),
    nearest: inPlace('kin')[0],
    lostExemplar: exemplars.length === 0 && into.length > 0,
    copies: inPlace('copy'),
    isOlder: probabilityOfCopies(stemma, own),
  };
}

/**
 * The other members laid beside the traced page: exemplars first, then by how much of the page they share. Its copies come
 * last, unless it was copied from nobody: then they are what is to be seen, behind an earlier version of it.
 */
function collationsWith(family: Family, stemma: Stemma): ReportCollation[] {
  const last = family.members.length - 1;
  const traced = family.members[last];
  if (traced === undefined) return [];
  const own = ownSigla(family, stemma);
  const into = descentsInto(stemma, own);
  const below = descendantsOf(stemma, own);
  const probability = (siglum: string): number =>
    into.reduce((most, descent) => (descent.exemplar === siglum ? Math.max(most, descent.probability) : most), 0);
  const placeOf = (siglum: string): ReportCollation['place'] => {
    if (own.has(siglum)) return 'version';
    return probability(siglum) > 0 ? 'exemplar' : below.has(siglum) ? 'copy' : 'kin';
  };
  return family.collations
    .filter((pair) => pair.witness === last)
    .map(({ base, collation }) => {
      const member = family.members[base];
      if (member === undefined) throw new RangeError(`No member ${base} in the family.`);
      const siglum = stemma.witnesses[base]?.siglum ?? '';
      const entry = entryOf({ member, traced, collation, place: placeOf(siglum) });
      return { entry, rank: rankOf(entry, into.length > 0) + probability(siglum) + collation.shared.witness };
    })
    .sort((a, b) => b.rank - a.rank)
    .map(({ entry }) => entry);
}

interface Laid {
  readonly member: Witness;
  readonly traced: Witness;
  readonly collation: Collation;
  readonly place: ReportCollation['place'];
}

function entryOf({ member, traced, collation, place }: Laid): ReportCollation {
  const version = place === 'version' ? versionChanges(member, traced, collation) : undefined;
  return {
    with: identityOf(member),
    collation: inReadersWords(collation, place === 'version' ? VERSIONS[version?.other ?? 'unknown'] : OTHERS[place]),
    text: member.text,
    place,
    ...(version && { version }),
    credited: place === 'copy' ? isCredited(member.page, traced.page) : isCredited(traced.page, member.page),
  };
}

function rankOf({ place, version }: ReportCollation, isCopy: boolean): number {
  if (place === 'version') return isCopy ? 3 : version?.other === 'earlier' ? 8 : 5;
  return { exemplar: 4, kin: 2, copy: isCopy ? 0 : 6 }[place];
}

/** The traced page and the other versions of its story. */
function ownSigla(family: Family, { witnesses }: Stemma): ReadonlySet<string> {
  const last = family.members.length - 1;
  const versions = family.collations.filter(({ witness, collation }) => witness === last && collation.version);
  return new Set([last, ...versions.map(({ base }) => base)].map((member) => witnesses[member]?.siglum ?? ''));
}

/** Copyings of a story from others: from version to version nobody copied. */
function descentsInto({ descents }: Stemma, own: ReadonlySet<string>): readonly Descent[] {
  return descents.filter(({ exemplar, copy }) => own.has(copy) && !own.has(exemplar));
}

/** How sure the surest copy of a story is; 0 where it has none. */
function probabilityOfCopies({ descents }: Stemma, own: ReadonlySet<string>): number {
  return descents
    .filter(({ exemplar, copy }) => own.has(exemplar) && !own.has(copy))
    .reduce((most, { probability }) => Math.max(most, probability), 0);
}

/** Changes in a reader's words: here it's known which side is the page that was asked about. */
function inReadersWords(collation: Collation, other: string): Collation {
  const names = { base: other, witness: 'this page' };
  const named = (change: Change): Change => ({ ...change, sentence: nameSides(change.sentence, names) });
  const changes = Object.fromEntries(
    Object.entries(collation.changes).map(([field, list]) => [field, list.map(named)]),
  ) as unknown as Changes;
  return { ...collation, changes };
}

const OTHERS = { exemplar: 'the original', copy: 'the copy', kin: 'the other page' } as const;
const VERSIONS = { earlier: 'the earlier version', later: 'the later version', unknown: 'the other version' } as const;

function identityOf({ page, id }: Witness): ReportCollation['with'] {
  const { url, outlet, title, published, modified } = page;
  return {
    id,
    ...(url === undefined ? {} : { url }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published }),
    ...(modified === undefined ? {} : { modified }),
  };
}

function exhibitOf({ page, id }: Witness, digest: string): Exhibit {
  return {
    id,
    digest,
    ...(page.url === undefined ? {} : { url: page.url }),
    ...(page.published === undefined ? {} : { published: page.published }),
  };
}
