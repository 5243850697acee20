import type { StageResult } from '../trace.js';
import type { Witness } from '../witness/witness.js';
import { pageJson } from '../report/page-json.js';

/** A stage's outcome as plain JSON, in the fields that scripts rely on. */
export function stageJson(result: StageResult): object {
  switch (result.stage) {
    case 'page':
      return pageJson(result.value);
    case 'witness':
      return witnessJson(result.value);
    case 'fingerprints':
      return { fingerprints: [...result.value.hashes] };
    case 'candidates':
      return {
        candidates: result.value.candidates.map(({ id, url, score }) => ({
          id,
          ...(url === undefined ? {} : { url }),
          score,
        })),
      };
    case 'collations':
      return {
        collations: result.value.collations.map(({ base, witness, collation }) => ({
          base: nameOf(result.value.members[base]),
          witness: nameOf(result.value.members[witness]),
          ...collation,
        })),
      };
    case 'stemma':
      return { stemma: result.value };
    case 'report':
      return result.value;
  }
}

function nameOf(witness: Witness | undefined): string {
  return witness?.id ?? '';
}

/** Columns as arrays; spans as they are. */
function witnessJson(witness: Witness): object {
  const { text, length, forms, sentences, names, numbers, dates, quotations } = witness;
  const columns = {
    start: [...witness.start],
    end: [...witness.end],
    form: [...witness.form],
    flags: [...witness.flags],
  };
  return { text, length, ...columns, forms, sentences, names, numbers, dates, quotations };
}
