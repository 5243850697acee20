import { z } from '@hono/zod-openapi';
import { CHANGE_FIELDS, RELATIONS } from '../collation/collation.js';

/**
 * The contract's JSON as schemas: what scripts may rely on, the same as the command line's `--json`. Answers may carry
 * more fields; these stay.
 */
const range = z
  .tuple([z.int().min(0), z.int().min(0)])
  .openapi({ description: 'Half-open range of UTF-16 offsets', type: 'array', items: { type: 'integer' } });
const probability = z.number().min(0).max(1);
const relation = z.enum(RELATIONS).openapi('Relation');
const relations = z.object(
  Object.fromEntries(RELATIONS.map((name) => [name, probability])) as Record<
    (typeof RELATIONS)[number],
    typeof probability
  >,
);

const claim = z.object({ field: z.string(), value: z.string(), from: z.string(), reason: z.string().optional() });
const part = z.object({
  kind: z.string(),
  text: z.string(),
  start: z.int().optional(),
  end: z.int().optional(),
});

export const pageSchema = z
  .object({
    id: z.string().optional(),
    url: z.string().nullish(),
    outlet: z.string().nullish(),
    title: z.string().nullish(),
    byline: z.array(z.string()),
    dateline: z.string().nullish(),
    published: z.string().nullish(),
    modified: z.string().nullish(),
    language: z.string().nullish(),
    parts: z.array(part),
    text: z.string(),
    claims: z.array(claim),
  })
  .openapi('Page');

const variant = z.object({
  kind: z.string(),
  base: range,
  witness: range,
  from: z.string(),
  to: z.string(),
  touches: z.array(z.string()),
});
const change = z
  .object({
    base: range,
    witness: range,
    from: z.string(),
    to: z.string(),
    sentence: z.string(),
    also: z.array(z.enum(CHANGE_FIELDS)).optional(),
  })
  .openapi('Change');
const ground = z.object({ kind: z.string(), text: z.string() });

export const collationSchema = z
  .object({
    relation,
    probability,
    relations,
    direction: z.enum(['base', 'witness', 'unknown']),
    shared: z.object({ base: probability, witness: probability }),
    passages: z.array(z.object({ base: range, witness: range, variants: z.array(variant) })),
    changes: z.object(
      Object.fromEntries(CHANGE_FIELDS.map((field) => [field, z.array(change)])) as Record<
        (typeof CHANGE_FIELDS)[number],
        z.ZodArray<typeof change>
      >,
    ),
  })
  .openapi('Collation');

export const inspectionSchema = z
  .object({
    spun: probability,
    spans: z.array(
      z.object({
        start: z.int(),
        end: z.int(),
        text: z.string(),
        suggestions: z.array(z.object({ text: z.string(), score: z.number() })),
      }),
    ),
    restored: z.string(),
    queries: z.array(z.string()),
  })
  .openapi('Inspection');

const statement = z.object({
  kind: z.enum(['direct', 'indirect', 'mixed']),
  content: z.array(range),
  cue: z.array(range),
  speaker: z.array(range),
  name: z.string().nullish(),
  via: z.array(z.string()),
  time: z.string().nullish(),
});
export const statementsSchema = z.object({ statements: z.array(statement) }).openapi('Statements');

const stemma = z
  .object({
    witnesses: z.array(
      z.object({
        siglum: z.string(),
        id: z.string().optional(),
        url: z.string().optional(),
        outlet: z.string().optional(),
        published: z.string().optional(),
        lost: z.boolean(),
      }),
    ),
    descents: z.array(
      z.object({ exemplar: z.string(), copy: z.string(), relation, probability, grounds: z.array(ground) }),
    ),
  })
  .openapi('Stemma');
const toldReading = {
  content: z.string(),
  told: z.string(),
  marks: z.array(z.string()),
};
const readingDifferences = z.array(z.object({ field: z.enum(CHANGE_FIELDS), from: z.string(), to: z.string() }));
const sources = z
  .object({
    pages: z.int(),
    independent: z.int(),
    origins: z.array(z.object({ name: z.string(), pages: z.array(z.string()) })),
    statements: z.array(
      z.object({
        name: z.string(),
        ...toldReading,
        carriers: z.array(z.string()),
        origins: z.array(z.string()),
        chain: z.array(z.string()),
        otherwise: z.array(
          z.object({
            ...toldReading,
            differences: readingDifferences,
            pages: z.array(z.string()),
            origins: z.array(z.string()),
          }),
        ),
        here: z.object({ ...toldReading, differences: readingDifferences, statement: z.int() }).optional(),
      }),
    ),
  })
  .openapi('Sources');
export const stemSchema = z.object({ stemma, sources });

export const reportSchema = z
  .object({
    id: z.string().optional(),
    page: pageSchema,
    verdict: z.object({ relation, probability, relations, sentence: z.string(), grounds: z.array(z.string()) }),
    exemplar: z.object({ id: z.string(), url: z.string().optional() }).optional(),
    collations: z.array(
      z.object({
        with: z.object({ id: z.string() }),
        collation: collationSchema,
        text: z.string(),
        place: z.enum(['exemplar', 'copy', 'kin', 'version']),
        credited: z.boolean(),
      }),
    ),
    stemma,
    statements: z.array(statement),
    sources,
    inspect: inspectionSchema,
    exhibits: z.array(
      z.object({ id: z.string(), url: z.string().optional(), digest: z.string(), published: z.string().optional() }),
    ),
  })
  .openapi('Report');

export const copiesSchema = z
  .object({
    copies: z.array(
      z.object({
        id: z.string().optional(),
        outlet: z.string().nullish(),
        url: z.string().nullish(),
        relation,
        share: probability,
        place: z.enum(['copy', 'exemplar', 'sibling', 'version', 'unclear']),
        credited: z.boolean(),
        changes: z.unknown(),
      }),
    ),
  })
  .openapi('Copies');

export const addSummarySchema = z
  .object({
    added: z.int(),
    known: z.int(),
    versions: z.int(),
    unreadable: z.array(z.object({ input: z.string(), why: z.string() })),
  })
  .openapi('AddSummary');

export const problemSchema = z
  .object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string(), code: z.string() })
  .openapi('Problem', { description: 'RFC 9457' });
