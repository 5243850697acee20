import type { Family } from './family.js';
import type { Knowledge } from './knowledge/knowledge.js';
import type { Exhibit, Report, ReportCollation } from './report/report.js';
import { judge } from './report/verdict.js';
import { inspect } from './spin/inspect.js';
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
  const exemplar = collations.find((entry) => entry.isExemplar);
  const verdict = judge({
    witness,
    exemplar: exemplar?.entry,
    nearest: collations.find((entry) => !entry.isExemplar)?.entry,
    copies: descendants(stemma, stemma.witnesses[last]?.siglum ?? '').size,
    sources,
    statements: statements[last]?.length ?? 0,
    inspect: inspection,
  });
  return {
    ...(witness.page.id === undefined ? {} : { id: witness.page.id }),
    page: witness.page,
    verdict,
    ...(exemplar === undefined ? {} : { exemplar: exemplar.entry.with }),
    collations: collations.map(({ entry }) => entry),
    stemma,
    statements: statements[last] ?? [],
    sources,
    inspect: inspection,
    exhibits: family.members.map((member, i) => exhibitOf(member, family.digests[i] ?? '')),
  };
}

interface Laid {
  readonly entry: ReportCollation;
  readonly isExemplar: boolean;
}

/** The other members laid beside the traced page: exemplars first, then by how much of the page they share. */
function collationsWith(family: Family, stemma: Stemma): Laid[] {
  const last = family.members.length - 1;
  const own = stemma.witnesses[last]?.siglum;
  const probability = (member: number): number =>
    stemma.descents.find((descent) => descent.copy === own && descent.exemplar === stemma.witnesses[member]?.siglum)?.probability ?? 0;
  return family.collations
    .filter((pair) => pair.witness === last)
    .map(({ base, collation }) => {
      const member = family.members[base];
      if (member === undefined) throw new RangeError(`No member ${base} in the family.`);
      const entry: ReportCollation = { with: identityOf(member), collation, text: member.text };
      return { entry, isExemplar: probability(base) > 0, rank: probability(base) * 2 + collation.shared.witness };
    })
    .sort((a, b) => b.rank - a.rank);
}

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
  return { id, digest, ...(page.url === undefined ? {} : { url: page.url }), ...(page.published === undefined ? {} : { published: page.published }) };
}
