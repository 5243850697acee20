import { collate as collateWitnesses } from './collation/collate.js';
import type { Collation } from './collation/collation.js';
import { familyOf, type Family } from './family.js';
import type { Knowledge } from './knowledge/knowledge.js';
import type { Page } from './page/page.js';
import type { RawPage } from './page/raw-page.js';
import { readPage } from './page/read-page.js';
import { inspect as inspectWitness } from './spin/inspect.js';
import type { Inspection } from './spin/inspection.js';
import { findStatements } from './statement/find-statements.js';
import type { Statement } from './statement/statement.js';
import { buildStemma } from './stemma/build-stemma.js';
import { countSources } from './stemma/count-sources.js';
import type { Sources, Stemma } from './stemma/stemma.js';
import { toWitness } from './witness/to-witness.js';
import type { Witness } from './witness/witness.js';

/**
 * The command line's verbs as functions, from pages as they come to answers as plain data. Each throws a `StemmaError`
 * with the code `unreadable-page` where a page has no article.
 */

/** A page's parts, typed, its text, and what it says of itself. */
export function read(raw: RawPage): Page {
  return readPage(raw);
}

/** What two pages share and every change between them. */
export function collate(base: RawPage, witness: RawPage, knowledge: Knowledge): Collation {
  const sides = [base, witness].map((raw) => witnessOf(raw, knowledge)) as [Witness, Witness];
  return collateWitnesses(...sides, { lexicon: knowledge.lexicon, model: knowledge.relationModel });
}

/** Whether a machine reworded a page, and what probably stood there. */
export function inspect(raw: RawPage, { lexicon, spinModel }: Knowledge): Inspection {
  return inspectWitness(toWitness(readPage(raw), lexicon), { lexicon, model: spinModel });
}

/** Who is reported to have said what. */
export function statements(raw: RawPage, { lexicon, statementModel }: Knowledge): readonly Statement[] {
  return findStatements(toWitness(readPage(raw), lexicon), { lexicon, model: statementModel });
}

/** What is known of a family: who copied whom, and how many sources are left. */
export interface FamilyAnswer {
  readonly stemma: Stemma;
  readonly sources: Sources;
}

/** Who copied whom among some pages, and how many sources are left. */
export function stem(pages: readonly RawPage[], knowledge: Knowledge): FamilyAnswer {
  return stemFamily(
    familyOf(
      pages.map((raw) => witnessOf(raw, knowledge)),
      knowledge,
    ),
    knowledge,
  );
}

/** The same for a family whose pages are read and collated. */
export function stemFamily({ members, collations }: Family, { lexicon, statementModel }: Knowledge): FamilyAnswer {
  const stemma = buildStemma(members, collations, { lexicon });
  const said = members.map((member) => findStatements(member, { lexicon, model: statementModel }));
  return { stemma, sources: countSources(members, stemma, said, { lexicon, collations }) };
}

function witnessOf(raw: RawPage, { lexicon }: Knowledge): Witness {
  return toWitness(readPage(raw), lexicon);
}
