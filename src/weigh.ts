import type { Change, Changes, Collation } from './collation/collation.js';
import type { Family } from './family.js';
import type { Knowledge } from './knowledge/knowledge.js';
import { isCredited } from './report/credit-of.js';
import { nameSides } from './report/name-sides.js';
import type { Exhibit, Report, ReportCollation } from './report/report.js';
import { judge } from './report/verdict.js';
import { inspect } from './spin/inspect.js';
import { tellsSomething } from './statement/tells-something.js';
import { findStatements } from './statement/find-statements.js';
import { countSources } from './stemma/count-sources.js';
import type { Stemma } from './stemma/stemma.js';
import type { Witness } from './witness/witness.js';

/** Stage 7: statements of the whole family grouped, copies set aside, and the answer in one sentence. */
export function weigh(family: Family, stemma: Stemma, knowledge: Knowledge): Report {
  const { lexicon, statementModel, spinModel } = knowledge;
  const last = family.members.length - 1;
  const witness = family.members[last];
  if (witness === undefined) throw new RangeError('A report needs at least the traced page.');
  const statements = family.members.map((member) => findStatements(member, { lexicon, model: statementModel }));
  const sources = countSources(family.members, stemma, statements, { lexicon, collations: family.collations });
  const inspection = inspect(witness, { lexicon, model: spinModel });
  const collations = collationsWith(family, stemma);
  const inPlace = (place: ReportCollation['place']): ReportCollation[] =>
    collations.filter((entry) => entry.place === place);
  const [exemplars, copies] = [inPlace('exemplar'), inPlace('copy')];
  const self = witness.id || (stemma.witnesses[last]?.siglum ?? '');
  const verdict = judge({
    witness,
    self,
    exemplars,
    nearest: inPlace('kin')[0],
    lostExemplar: exemplars.length === 0 && isCopy(stemma, last),
    copies,
    isOlder: probabilityOfCopies(stemma, last),
    sources,
    statements: (statements[last] ?? []).filter((one) => tellsSomething(witness.text, one)).length,
    inspect: inspection,
  });
  return {
    ...(witness.page.id === undefined ? {} : { id: witness.page.id }),
    self,
    page: witness.page,
    verdict,
    ...(exemplars[0] === undefined ? {} : { exemplar: exemplars[0].with }),
    collations,
    stemma,
    statements: statements[last] ?? [],
    sources,
    inspect: inspection,
    exhibits: family.members.map((member, i) => exhibitOf(member, family.digests[i] ?? '')),
  };
}

/**
 * The other members laid beside the traced page: exemplars first, then by how much of the page they share. Its copies come
 * last, unless it was copied from nobody: then they are what is to be seen.
 */
function collationsWith(family: Family, stemma: Stemma): ReportCollation[] {
  const last = family.members.length - 1;
  const traced = family.members[last]?.page;
  if (traced === undefined) return [];
  const own = stemma.witnesses[last]?.siglum ?? '';
  const below = descendants(stemma, own);
  const rank = { exemplar: 4, kin: 2, copy: isCopy(stemma, last) ? 0 : 6 } as const;
  const probability = (siglum: string): number =>
    stemma.descents.find((descent) => descent.copy === own && descent.exemplar === siglum)?.probability ?? 0;
  return family.collations
    .filter((pair) => pair.witness === last)
    .map(({ base, collation }) => {
      const member = family.members[base];
      if (member === undefined) throw new RangeError(`No member ${base} in the family.`);
      const siglum = stemma.witnesses[base]?.siglum ?? '';
      const place = probability(siglum) > 0 ? 'exemplar' : below.has(siglum) ? 'copy' : 'kin';
      return {
        entry: {
          with: identityOf(member),
          collation: inReadersWords(collation, place),
          text: member.text,
          place,
          credited: place === 'copy' ? isCredited(member.page, traced) : isCredited(traced, member.page),
        },
        rank: rank[place] + probability(siglum) + collation.shared.witness,
      } as const;
    })
    .sort((a, b) => b.rank - a.rank)
    .map(({ entry }) => entry);
}

function isCopy({ witnesses, descents }: Stemma, member: number): boolean {
  return descents.some(({ copy }) => copy === witnesses[member]?.siglum);
}

/** How sure the surest copy of a member is; 0 where it has none. */
function probabilityOfCopies({ witnesses, descents }: Stemma, member: number): number {
  return descents
    .filter(({ exemplar }) => exemplar === witnesses[member]?.siglum)
    .reduce((most, { probability }) => Math.max(most, probability), 0);
}

/** Changes in a reader's words: here it's known which side is the page that was asked about. */
function inReadersWords(collation: Collation, place: ReportCollation['place']): Collation {
  const names = { base: OTHERS[place], witness: 'this page' };
  const named = (change: Change): Change => ({ ...change, sentence: nameSides(change.sentence, names) });
  const changes = Object.fromEntries(
    Object.entries(collation.changes).map(([field, list]) => [field, list.map(named)]),
  ) as unknown as Changes;
  return { ...collation, changes };
}

const OTHERS = { exemplar: 'the original', copy: 'the copy', kin: 'the other page' } as const;

function identityOf({ page, id }: Witness): ReportCollation['with'] {
  const { url, outlet, title, published } = page;
  return {
    id,
    ...(url === undefined ? {} : { url }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(title === undefined ? {} : { title }),
    ...(published === undefined ? {} : { published }),
  };
}

function descendants(stemma: Stemma, siglum: string): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = [siglum];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const descent of stemma.descents) {
      if (descent.exemplar !== at || found.has(descent.copy)) continue;
      found.add(descent.copy);
      queue.push(descent.copy);
    }
  }
  return found;
}

function exhibitOf({ page, id }: Witness, digest: string): Exhibit {
  return {
    id,
    digest,
    ...(page.url === undefined ? {} : { url: page.url }),
    ...(page.published === undefined ? {} : { published: page.published }),
  };
}
