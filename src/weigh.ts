import type { Change, Changes, Collation } from './collation/collation.js';
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
  const exemplar = collations.find((laid) => laid.place === 'exemplar');
  const self = witness.id || (stemma.witnesses[last]?.siglum ?? '');
  const verdict = judge({
    witness,
    self,
    exemplar: exemplar?.entry,
    nearest: (collations.find((laid) => laid.place === 'kin') ?? collations[0])?.entry,
    lostExemplar:
      exemplar === undefined && stemma.descents.some((descent) => descent.copy === stemma.witnesses[last]?.siglum),
    copies: collations.filter((laid) => laid.place === 'copy').length,
    sources,
    statements: statements[last]?.length ?? 0,
    inspect: inspection,
  });
  return {
    ...(witness.page.id === undefined ? {} : { id: witness.page.id }),
    self,
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
  /** Where the stemma has the other page: above the traced one, below it, or beside it. */
  readonly place: 'exemplar' | 'copy' | 'kin';
}

/** The other members laid beside the traced page: exemplars first, then by how much of the page they share, its copies last. */
function collationsWith(family: Family, stemma: Stemma): Laid[] {
  const last = family.members.length - 1;
  const own = stemma.witnesses[last]?.siglum ?? '';
  const below = descendants(stemma, own);
  const probability = (siglum: string): number =>
    stemma.descents.find((descent) => descent.copy === own && descent.exemplar === siglum)?.probability ?? 0;
  return family.collations
    .filter((pair) => pair.witness === last)
    .map(({ base, collation }) => {
      const member = family.members[base];
      if (member === undefined) throw new RangeError(`No member ${base} in the family.`);
      const siglum = stemma.witnesses[base]?.siglum ?? '';
      const place = probability(siglum) > 0 ? 'exemplar' : below.has(siglum) ? 'copy' : 'kin';
      const rank = RANK[place] + probability(siglum) + collation.shared.witness;
      return {
        entry: { with: identityOf(member), collation: nameSides(collation, place), text: member.text },
        place,
        rank,
      } as const;
    })
    .sort((a, b) => b.rank - a.rank);
}

const RANK = { exemplar: 4, kin: 2, copy: 0 } as const;

/** Changes in a reader's words: here it's known which side is the page that was asked about. */
function nameSides(collation: Collation, place: Laid['place']): Collation {
  const names: Readonly<Record<string, string>> = {
    base: place === 'exemplar' ? 'the original' : 'the other page',
    witness: 'this page',
  };
  const named = (change: Change): Change => ({
    ...change,
    sentence: change.sentence.replace(SIDE, (side, at: number) => inSentence(names[side.slice(4)] ?? side, at)),
  });
  const changes = Object.fromEntries(
    Object.entries(collation.changes).map(([field, list]) => [field, list.map(named)]),
  ) as unknown as Changes;
  return { ...collation, changes };
}

const SIDE = /\bthe (?:base|witness)\b/gi;

function inSentence(words: string, at: number): string {
  return at === 0 ? words.charAt(0).toUpperCase() + words.slice(1) : words;
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
  return {
    id,
    digest,
    ...(page.url === undefined ? {} : { url: page.url }),
    ...(page.published === undefined ? {} : { published: page.published }),
  };
}
