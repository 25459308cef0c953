import { roles } from '#domain/access/permissions.ts';
import { daySchema } from '#domain/kernel/day.ts';
import { optionalShortText, shortText } from '#domain/kernel/text.ts';
import { z } from 'zod';
import { doneSchema, endpoints, idParams, idSchema, pageOf, pageQuery } from './endpoint.ts';
import { passwordSchema, usernameSchema } from './session.ts';
import { instantSchema, unitRefSchema } from './shapes.ts';

/** Where a span stands today. */
export const standingSchema = z.enum(['now', 'future', 'past']);

const grantSchema = z.object({
  id: idSchema,
  role: z.enum(roles),
  roleName: z.string(),
  unit: unitRefSchema,
  beginsOn: daySchema,
  endsOn: daySchema.nullable(),
  coversSubtree: z.boolean(),
  standing: standingSchema,
  /** Works today: begun, not over and not taken back. */
  inForce: z.boolean(),
  grantedBy: z.string().nullable(),
  endReason: z.string().nullable(),
});

/** Roles of my area that the account stands in with, or has handed on. */
const handedSchema = z.object({
  id: idSchema,
  direction: z.enum(['given', 'received']),
  otherName: z.string(),
  roles: z.array(z.string()),
  beginsOn: daySchema,
  endsOn: daySchema,
  standing: standingSchema,
});

const accountSchema = z.object({
  id: idSchema,
  username: z.string(),
  displayName: z.string(),
  disabled: z.boolean(),
  mustChangePassword: z.boolean(),
  createdAt: instantSchema,
  grants: z.array(grantSchema),
  delegations: z.array(handedSchema),
});

const askedGrant = z.object({
  role: z.enum(roles),
  unitId: idSchema,
  beginsOn: daySchema,
  endsOn: daySchema.nullable(),
  coversSubtree: z.boolean(),
});

export const accountsApi = endpoints({
  'GET /api/accounts': {
    summary: 'Accounts with a grant in my area',
    permission: 'account.manage',
    query: pageQuery.extend({ q: z.string().max(200).optional(), id: idSchema.optional() }),
    response: pageOf(accountSchema),
  },
  'POST /api/accounts': {
    summary: 'Create an account with its first grant; the password must be changed at first sign-in',
    permission: 'account.manage',
    body: z.object({
      username: usernameSchema,
      displayName: shortText(120),
      /** Null: the person sets the first password by an invitation. */
      password: passwordSchema.nullable(),
      grant: askedGrant,
    }),
    response: doneSchema,
    problems: ['username_taken', 'password_weak', 'grant_beyond_own'],
  },
  'POST /api/accounts/:id/grants': {
    summary: 'Give a role at a unit for a span of days',
    permission: 'account.manage',
    params: idParams,
    body: askedGrant,
    response: doneSchema,
    problems: ['grant_beyond_own', 'grant_to_oneself'],
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
  'GET /api/account-import-template.xlsx': {
    summary: 'The list to be filled in for an import of accounts',
    permission: 'account.manage',
    response: 'file',
  },
  'POST /api/account-import': {
    summary:
      'Read a list of accounts (.xlsx, .csv): all rows become accounts without a password, or none and every bad cell is named. `dryRun` only looks.',
    permission: 'account.manage',
    upload: true,
    query: z.object({ dryRun: z.stringbool().default(false) }),
    response: z.object({
      accounts: z.array(
        z.object({
          /** Null while only looking. */
          id: idSchema.nullable(),
          rowNumber: z.number(),
          username: z.string(),
          displayName: z.string(),
          grants: z.array(
            z.object({
              roleName: z.string(),
              unitName: z.string(),
              beginsOn: daySchema,
              endsOn: daySchema.nullable(),
              coversSubtree: z.boolean(),
            }),
          ),
        }),
      ),
    }),
    problems: ['import_has_errors', 'import_header_missing', 'import_empty', 'file_damaged'],
  },
});
