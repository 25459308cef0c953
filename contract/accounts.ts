import { roles } from '#domain/access/permissions.ts';
import { daySchema } from '#domain/kernel/day.ts';
import { optionalShortText, shortText } from '#domain/kernel/text.ts';
import { z } from 'zod';
import { doneSchema, endpoints, idParams, idSchema, pageOf, pageQuery } from './endpoint.ts';
import { passwordSchema, usernameSchema } from './session.ts';
import { instantSchema, unitRefSchema } from './shapes.ts';

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
