import { daySchema } from '#domain/kernel/day.ts';
import { optionalShortText, shortText } from '#domain/kernel/text.ts';
import { reorganisationKinds, splitRules } from '#domain/organisations/reorganisation.ts';
import { unitKindSchema } from '#domain/organisations/unit.ts';
import { z } from 'zod';
import { doneSchema, endpoints, idParams, idSchema, pageOf, pageQuery } from './endpoint.ts';
import { actionStateSchema, instantSchema, unitRefSchema } from './shapes.ts';

const newUnitSchema = z.object({
  name: shortText(200),
  shortName: shortText(80),
  kind: unitKindSchema,
  code: shortText(40),
  parentId: idSchema,
});

/** Where units go: to one that stands on the day, or to one that the act founds. */
const targetSchema = z.union([z.object({ unitId: idSchema }), z.object({ found: newUnitSchema })]);

const paperOfAct = {
  on: daySchema,
  /** The decision in the register of papers, or its symbol and issuer where it is not there. */
  documentId: idSchema.nullable().default(null),
  documentText: optionalShortText(300).default(''),
  reason: shortText(500),
};

const mergeSchema = z.object({
  kind: z.literal('merge'),
  ...paperOfAct,
  fromUnitIds: z.array(idSchema).min(1).max(60),
  into: targetSchema,
  /** Whether those who hold a role at a unit that ends hold it at the successor from the day on. */
  moveGrants: z.boolean(),
});

const splitSchema = z.object({
  kind: z.literal('split'),
  ...paperOfAct,
  unitId: idSchema,
  into: z.array(targetSchema).min(2).max(12),
  rule: z.enum(splitRules),
  children: z.array(z.object({ unitId: idSchema, to: z.number().int().min(0) })).max(500),
  shares: z.array(z.number().positive().max(1)).max(12).default([]),
  practices: z
    .array(z.object({ practiceId: idSchema, to: z.number().int().min(0) }))
    .max(20_000)
    .default([]),
  moveGrants: z.boolean(),
});

const removeLevelSchema = z.object({
  kind: z.literal('remove_level'),
  ...paperOfAct,
  withinId: idSchema,
  unitKind: unitKindSchema,
});

export const reorganisationSchema = z.discriminatedUnion('kind', [
  mergeSchema,
  splitSchema,
  removeLevelSchema,
]);

/** Acts of one unit have endpoints of their own; all six can be looked at before they happen. */
const previewSchema = z.discriminatedUnion('kind', [
  mergeSchema,
  splitSchema,
  removeLevelSchema,
  z.object({ kind: z.literal('found'), ...paperOfAct, unit: newUnitSchema }),
  z.object({
    kind: z.literal('change'),
    ...paperOfAct,
    unitId: idSchema,
    name: shortText(200),
    shortName: shortText(80),
    code: shortText(40),
    parentId: idSchema.nullable(),
  }),
  z.object({ kind: z.literal('dissolve'), ...paperOfAct, unitId: idSchema }),
]);

const comparisonQuery = z.object({ from: daySchema, to: daySchema, within: idSchema.optional() });

const movedSchema = z.object({
  what: z.enum(['child', 'practice', 'report', 'document', 'grant', 'position', 'quota']),
  /** In words, with its number: "12 mô hình đang thực hiện". */
  words: z.string(),
  count: z.number().int(),
  /** What becomes of it. */
  outcome: z.string(),
});

const actSchema = z.object({
  id: idSchema,
  kind: z.enum(reorganisationKinds),
  kindName: z.string(),
  on: daySchema,
  from: z.array(unitRefSchema),
  to: z.array(unitRefSchema),
  movedCount: z.number().int(),
  document: z.object({ id: idSchema, symbol: z.string().nullable(), subject: z.string() }).nullable(),
  documentText: z.string(),
  reason: z.string(),
  byName: z.string().nullable(),
  at: instantSchema,
  undone: z.object({ at: instantSchema, reason: z.string() }).nullable(),
});

export const reorganisationsApi = endpoints({
  'POST /api/reorganisations/preview': {
    summary: 'What an act would change and move, and why it cannot be; changes nothing',
    permission: 'organisation.manage',
    commandless: true,
    body: previewSchema,
    response: z.object({
      refused: z.array(z.object({ path: z.string(), message: z.string() })),
      ending: z.array(unitRefSchema),
      founded: z.array(z.object({ name: z.string(), kind: unitKindSchema, code: z.string() })),
      /** Units below that come under another, with where from and where to. */
      moving: z.array(z.object({ unit: unitRefSchema, fromName: z.string(), toName: z.string() })),
      moves: z.array(movedSchema),
      /** For a split: each practice with the successor that its village suggests. */
      practices: z.array(
        z.object({
          id: idSchema,
          name: z.string(),
          placeName: z.string().nullable(),
          stateName: z.string(),
          to: z.number().int().nullable(),
        }),
      ),
    }),
  },
  'POST /api/reorganisations': {
    summary: 'Merge, split or remove a level on a day, wholly or not at all',
    permission: 'organisation.manage',
    body: reorganisationSchema,
    response: doneSchema.extend({ unitIds: z.array(idSchema) }),
  },
  'GET /api/reorganisations': {
    summary: 'Acts that changed the organisation, newest first',
    permission: 'organisation.read',
    query: pageQuery.extend({
      unitId: idSchema.optional(),
      kind: z.enum(reorganisationKinds).optional(),
      from: daySchema.optional(),
      to: daySchema.optional(),
    }),
    response: pageOf(actSchema),
  },
  'GET /api/reorganisations/:id': {
    summary: 'One act with what it moved and whether it can be taken back',
    permission: 'organisation.read',
    params: idParams,
    response: actSchema.extend({
      moved: z.array(unitRefSchema),
      moves: z.array(movedSchema),
      actions: z.array(actionStateSchema),
    }),
  },
  'POST /api/reorganisations/:id/undoing': {
    summary: 'Takes an act back while nothing depends on it',
    permission: 'organisation.manage',
    params: idParams,
    body: z.object({ reason: shortText(500) }),
    response: doneSchema,
    problems: ['action_blocked'],
  },
  'GET /api/unit-comparison': {
    summary: 'What differs between two days: founded, ended, renamed, moved',
    permission: 'organisation.read',
    query: comparisonQuery,
    response: z.object({
      from: daySchema,
      to: daySchema,
      counts: z.array(z.object({ kind: unitKindSchema, before: z.number().int(), after: z.number().int() })),
      founded: z.array(unitRefSchema.extend({ fromNames: z.array(z.string()) })),
      ended: z.array(unitRefSchema.extend({ on: daySchema, intoNames: z.array(z.string()) })),
      renamed: z.array(z.object({ unit: unitRefSchema, before: z.string() })),
      moved: z.array(z.object({ unit: unitRefSchema, fromName: z.string(), toName: z.string() })),
    }),
  },
  'GET /api/unit-comparison.xlsx': {
    summary: 'The same as Excel, a sheet for each kind of difference',
    permission: 'organisation.read',
    query: comparisonQuery,
    response: 'file',
  },
  'GET /api/unit-names': {
    summary: 'Finds units by any name they ever had, and says what became of them',
    permission: 'organisation.read',
    query: z.object({
      q: z.string().min(1).max(200),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    response: z.object({
      items: z.array(
        z.object({
          unit: unitRefSchema,
          /** The name that was found, with the days on which it was true. */
          name: z.string(),
          validFrom: daySchema,
          validTo: daySchema.nullable(),
          parentName: z.string().nullable(),
          stands: z.boolean(),
          /** What carries it on today; itself where it stands. Several after a split. */
          now: z.array(unitRefSchema),
        }),
      ),
    }),
  },
});
