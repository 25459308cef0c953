import { roles } from '#domain/access/permissions.ts';
import { daySchema } from '#domain/kernel/day.ts';
import { optionalShortText, shortText } from '#domain/kernel/text.ts';
import { unitKindSchema } from '#domain/organisations/unit.ts';
import { z } from 'zod';
import { doneSchema, endpoints, idParams, idSchema } from './endpoint.ts';
import { actionStateSchema, historyEntrySchema, unitRefSchema } from './shapes.ts';

const treeUnitSchema = unitRefSchema.extend({
  parentId: idSchema.nullable(),
  code: z.string(),
  depth: z.number().int(),
  childCount: z.number().int(),
});

const termSchema = z.object({
  id: idSchema,
  name: z.string(),
  beginsOn: daySchema,
  endsOn: daySchema.nullable(),
});

/** The decision that an act follows: in the register of papers, or its symbol and issuer where it is not there. */
const paperOfAct = {
  documentId: idSchema.nullable().default(null),
  documentText: optionalShortText(300).default(''),
  reason: shortText(500),
};

export const organisationsApi = endpoints({
  'GET /api/units': {
    summary: 'Units of a day that the caller may see: for pickers and the tree',
    permission: 'organisation.read',
    query: z.object({
      q: z.string().max(200).optional(),
      day: daySchema.optional(),
      within: idSchema.optional(),
      kind: unitKindSchema.optional(),
      limit: z.coerce.number().int().min(1).max(2000).default(500),
    }),
    response: z.object({ day: daySchema, items: z.array(treeUnitSchema) }),
  },
  'GET /api/units/:id': {
    summary: 'A unit: its versions through time, terms, officers and history',
    permission: 'organisation.read',
    params: idParams,
    query: z.object({ day: daySchema.optional() }),
    response: treeUnitSchema.extend({
      path: z.array(unitRefSchema),
      foundedOn: daySchema,
      dissolvedOn: daySchema.nullable(),
      versions: z.array(
        z.object({
          validFrom: daySchema,
          validTo: daySchema.nullable(),
          name: z.string(),
          shortName: z.string(),
          kind: unitKindSchema,
          code: z.string(),
          parentName: z.string().nullable(),
        }),
      ),
      terms: z.array(termSchema),
      grants: z.array(
        z.object({
          id: idSchema,
          accountName: z.string(),
          role: z.enum(roles),
          beginsOn: daySchema,
          endsOn: daySchema.nullable(),
        }),
      ),
      actions: z.array(actionStateSchema),
      history: z.array(historyEntrySchema),
    }),
  },
  'POST /api/units': {
    summary: 'Found a unit on a day',
    permission: 'organisation.manage',
    body: z.object({
      parentId: idSchema,
      name: shortText(200),
      shortName: shortText(80),
      kind: unitKindSchema,
      code: shortText(40),
      foundedOn: daySchema,
      ...paperOfAct,
      reason: optionalShortText(500).default(''),
    }),
    response: doneSchema,
  },
  'POST /api/units/:id/changes': {
    summary: 'Rename or move a unit from a day on; what it was before stays true for its days',
    permission: 'organisation.manage',
    params: idParams,
    body: z.object({
      from: daySchema,
      name: shortText(200),
      shortName: shortText(80),
      code: shortText(40),
      parentId: idSchema.nullable(),
      ...paperOfAct,
    }),
    response: doneSchema,
  },
  'POST /api/units/:id/dissolution': {
    summary: 'Dissolve a unit on a day',
    permission: 'organisation.manage',
    params: idParams,
    body: z.object({ on: daySchema, ...paperOfAct }),
    response: doneSchema,
  },
  'POST /api/units/:id/memberships': {
    summary: "Places a unit in the government's, the Front's or the mass organisations' tree from a day on",
    permission: 'organisation.manage',
    params: idParams,
    body: z.object({
      tree: z.enum(['government', 'front', 'mass_organisations']),
      on: daySchema,
      /** Null at the top of the tree, or where the unit leaves it. */
      parentId: idSchema.nullable(),
      leaves: z.boolean().default(false),
      reason: optionalShortText(500).default(''),
    }),
    response: doneSchema,
  },
  'POST /api/units/:id/terms': {
    summary: 'Declare a party term: number series restart with it',
    permission: 'organisation.manage',
    params: idParams,
    body: z.object({ name: shortText(40), beginsOn: daySchema, endsOn: daySchema.nullable() }),
    response: doneSchema,
  },
});
