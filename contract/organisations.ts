import { roles } from '#domain/access/permissions.ts';
import { daySchema } from '#domain/kernel/day.ts';
import { optionalShortText, shortText } from '#domain/kernel/text.ts';
import { splitRules } from '#domain/organisations/reorganisation.ts';
import { organisationTrees } from '#domain/organisations/trees.ts';
import { unitKindSchema } from '#domain/organisations/unit.ts';
import { z } from 'zod';
import { doneSchema, endpoints, idParams, idSchema } from './endpoint.ts';
import { actionStateSchema, historyEntrySchema, unitRefSchema } from './shapes.ts';

const treeUnitSchema = unitRefSchema.extend({
  parentId: idSchema.nullable(),
  code: z.string(),
  depth: z.number().int(),
  childCount: z.number().int(),
  /** The first day without it, where it was gone by the day; it stands under what carries on its records. */
  goneOn: daySchema.nullable(),
});

/** Another unit that a unit came from or that carries it on. */
const kinSchema = z.object({
  unit: unitRefSchema,
  on: daySchema,
  rule: z.enum(['whole', ...splitRules]),
  share: z.number().nullable(),
  reorganisationId: idSchema,
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

/** Where bodies are generated, and which beside the committees. */
const generationAsked = {
  /** The administrative unit below (and with) which they are generated. */
  withinId: idSchema,
  /** The committee above them, or the committee of that very place. */
  underId: idSchema,
  on: daySchema,
};

const generatedUnitSchema = z.object({
  name: z.string(),
  shortName: z.string(),
  kind: unitKindSchema,
  code: z.string(),
  areaName: z.string(),
  parentName: z.string(),
});

export const organisationsApi = endpoints({
  'GET /api/units': {
    summary: 'Units of a day that the caller may see: for pickers and the tree',
    permission: 'organisation.read',
    query: z.object({
      q: z.string().max(200).optional(),
      day: daySchema.optional(),
      within: idSchema.optional(),
      kind: unitKindSchema.optional(),
      tree: z.enum(organisationTrees).default('main'),
      /** Only what stands directly below this unit; `top`: the topmost that the caller sees. */
      under: z.union([z.literal('top'), idSchema]).optional(),
      /** Also units that were gone by the day, each under what carries on its records. */
      gone: z.enum(['yes']).optional(),
      limit: z.coerce.number().int().min(1).max(2000).default(500),
    }),
    response: z.object({ day: daySchema, items: z.array(treeUnitSchema) }),
  },
  'GET /api/unit-days': {
    summary: 'The days on which the organisation that the caller sees changed, oldest first',
    permission: 'organisation.read',
    response: z.object({
      items: z.array(
        z.object({
          day: daySchema,
          founded: z.number().int(),
          changed: z.number().int(),
          ended: z.number().int(),
        }),
      ),
    }),
  },
  'GET /api/units/generation': {
    summary:
      'Which committees, Fronts, government bodies and steering committees a part of the country is missing',
    permission: 'organisation.manage',
    query: z.object({
      ...generationAsked,
      front: z.stringbool().default(false),
      government: z.stringbool().default(false),
      steering_committee: z.stringbool().default(false),
    }),
    response: z.object({
      total: z.number().int(),
      counts: z.array(z.object({ kind: unitKindSchema, label: z.string(), count: z.number().int() })),
      steeringCount: z.number().int(),
      /** Committees that stand already; nothing is founded beside them. */
      existing: z.array(unitRefSchema.extend({ areaName: z.string() })),
      /** The first 500, in the order of the places. */
      units: z.array(generatedUnitSchema),
      warnings: z.array(z.string()),
    }),
  },
  'POST /api/units/generation': {
    summary: 'Found all of them in one act',
    permission: 'organisation.manage',
    body: z.object({
      ...generationAsked,
      front: z.boolean().default(false),
      government: z.boolean().default(false),
      steering_committee: z.boolean().default(false),
      ...paperOfAct,
    }),
    response: doneSchema.extend({ founded: z.number().int(), steeringCommittees: z.number().int() }),
    problems: ['action_blocked'],
  },
  'GET /api/units/:id': {
    summary: 'A unit: its versions through time, kin, terms, officers and history',
    permission: 'organisation.read',
    params: idParams,
    query: z.object({ day: daySchema.optional() }),
    response: treeUnitSchema.extend({
      path: z.array(unitRefSchema),
      /** The day as which it is shown: the one asked for, or the last one on which it stood. */
      shownOn: daySchema,
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
      cameFrom: z.array(kinSchema),
      became: z.array(kinSchema),
      /** Its places in the trees beside the main one, each from the top down to the unit above it. */
      otherPlaces: z.array(
        z.object({ tree: z.enum(organisationTrees), treeName: z.string(), path: z.array(unitRefSchema) }),
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
