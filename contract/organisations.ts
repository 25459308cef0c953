import { roles } from '#domain/access/permissions.ts';
import { daySchema } from '#domain/kernel/day.ts';
import { optionalShortText, shortText } from '#domain/kernel/text.ts';
import { unitKindSchema } from '#domain/organisations/unit.ts';
import { z } from 'zod';
import { doneSchema, endpoints, idParams, idSchema, pageOf, pageQuery } from './endpoint.ts';
import { passwordSchema, usernameSchema } from './session.ts';
import { actionStateSchema, historyEntrySchema, instantSchema, unitRefSchema } from './shapes.ts';

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
    }),
    response: doneSchema,
    problems: ['unit_code_taken', 'unit_not_on_day'],
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
      reason: shortText(500),
    }),
    response: doneSchema,
    problems: ['unit_code_taken', 'unit_not_on_day'],
  },
  'POST /api/units/:id/dissolution': {
    summary: 'Dissolve a unit on a day',
    permission: 'organisation.manage',
    params: idParams,
    body: z.object({ on: daySchema, reason: shortText(500) }),
    response: doneSchema,
    problems: ['unit_has_children', 'unit_not_on_day'],
  },
  'POST /api/units/:id/terms': {
    summary: 'Declare a party term: number series restart with it',
    permission: 'organisation.manage',
    params: idParams,
    body: z.object({ name: shortText(40), beginsOn: daySchema, endsOn: daySchema.nullable() }),
    response: doneSchema,
  },
});

const grantSchema = z.object({
  id: idSchema,
  role: z.enum(roles),
  roleName: z.string(),
  unit: unitRefSchema,
  beginsOn: daySchema,
  endsOn: daySchema.nullable(),
  coversSubtree: z.boolean(),
  /** Works today: begun, not over and not taken back. */
  inForce: z.boolean(),
});

const accountSchema = z.object({
  id: idSchema,
  username: z.string(),
  displayName: z.string(),
  disabled: z.boolean(),
  mustChangePassword: z.boolean(),
  createdAt: instantSchema,
  grants: z.array(grantSchema),
});

export const accountsApi = endpoints({
  'GET /api/accounts': {
    summary: 'Accounts with a grant in my area',
    permission: 'account.manage',
    query: pageQuery.extend({ q: z.string().max(200).optional() }),
    response: pageOf(accountSchema),
  },
  'POST /api/accounts': {
    summary: 'Create an account with its first grant; the password must be changed at first sign-in',
    permission: 'account.manage',
    body: z.object({
      username: usernameSchema,
      displayName: shortText(120),
      password: passwordSchema,
      grant: z.object({
        role: z.enum(roles),
        unitId: idSchema,
        beginsOn: daySchema,
        endsOn: daySchema.nullable(),
        coversSubtree: z.boolean(),
      }),
    }),
    response: doneSchema,
    problems: ['username_taken', 'password_weak', 'grant_beyond_own'],
  },
  'POST /api/accounts/:id/grants': {
    summary: 'Give a role at a unit for a span of days',
    permission: 'account.manage',
    params: idParams,
    body: z.object({
      role: z.enum(roles),
      unitId: idSchema,
      beginsOn: daySchema,
      endsOn: daySchema.nullable(),
      coversSubtree: z.boolean(),
    }),
    response: doneSchema,
    problems: ['grant_beyond_own'],
  },
  'POST /api/grants/:id/end': {
    summary: 'End a grant; it stops working on the next request',
    permission: 'account.manage',
    params: idParams,
    body: z.object({ reason: shortText(300) }),
    response: doneSchema,
  },
  'POST /api/accounts/:id/password': {
    summary: 'Set a first password anew; ends all sessions of the account',
    permission: 'account.manage',
    params: idParams,
    body: z.object({ password: passwordSchema }),
    response: doneSchema,
    problems: ['password_weak'],
  },
  'POST /api/accounts/:id/disabling': {
    summary: 'Disable or enable an account',
    permission: 'account.manage',
    params: idParams,
    body: z.object({ disabled: z.boolean(), reason: optionalShortText(300) }),
    response: doneSchema,
  },
  'GET /api/audit': {
    summary: 'The audit trail, newest first',
    permission: 'audit.read',
    query: pageQuery.extend({
      accountId: idSchema.optional(),
      from: daySchema.optional(),
      to: daySchema.optional(),
      outcome: z.enum(['done', 'refused']).optional(),
    }),
    response: pageOf(
      z.object({
        seq: z.number(),
        at: instantSchema,
        accountName: z.string().nullable(),
        endpoint: z.string(),
        summary: z.string(),
        subjectType: z.string().nullable(),
        subjectId: idSchema.nullable(),
        outcome: z.enum(['done', 'refused']),
        problem: z.string().nullable(),
      }),
    ),
  },
});
