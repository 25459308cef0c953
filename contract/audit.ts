import { permissions, roles } from '#domain/access/permissions.ts';
import { daySchema } from '#domain/kernel/day.ts';
import { z } from 'zod';
import { endpoints, idSchema, pageOf, pageQuery } from './endpoint.ts';
import { instantSchema, unitRefSchema } from './shapes.ts';

const auditFilter = z.object({
  accountId: idSchema.optional(),
  /** With the units below it. */
  unitId: idSchema.optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
  outcome: z.enum(['done', 'refused']).optional(),
});

const dayQuery = z.object({ day: daySchema.optional() });

export const auditApi = endpoints({
  'GET /api/audit': {
    summary: 'The audit trail, newest first',
    permission: 'audit.read',
    query: pageQuery.extend(auditFilter.shape),
    response: pageOf(
      z.object({
        seq: z.number(),
        at: instantSchema,
        accountName: z.string().nullable(),
        /** For whom somebody stood in. */
        onBehalfOf: z.string().nullable(),
        endpoint: z.string(),
        summary: z.string(),
        subjectType: z.string().nullable(),
        subjectId: idSchema.nullable(),
        unitName: z.string().nullable(),
        outcome: z.enum(['done', 'refused']),
        problem: z.string().nullable(),
      }),
    ),
  },
  'GET /api/audit.xlsx': {
    summary: 'The audit trail as it is filtered, as Excel',
    permission: 'audit.read',
    audited: true,
    query: auditFilter,
    response: 'file',
  },
  'GET /api/audit/verification': {
    summary: 'Whether the audit trail is whole: the first entry that was changed, and what is missing',
    permission: 'audit.read',
    response: z.object({
      whole: z.boolean(),
      entries: z.number().int(),
      checkedAt: instantSchema,
      /** In the order in which they are to be looked at. */
      faults: z.array(
        z.object({
          kind: z.enum(['changed', 'missing', 'cut_off', 'exchanged']),
          /** The first entry concerned, or the one after the gap. */
          seq: z.number().int().nullable(),
          at: instantSchema.nullable(),
          words: z.string(),
        }),
      ),
      /** Until when the trail is also held by marks outside the database. */
      markedAt: instantSchema.nullable(),
    }),
  },
  'GET /api/role-matrix': {
    summary: 'What each role may do, in words, and who holds it where on a day',
    permission: 'audit.read',
    query: dayQuery,
    response: z.object({
      day: daySchema,
      roles: z.array(
        z.object({
          role: z.enum(roles),
          name: z.string(),
          summary: z.string(),
          holders: z.number().int(),
        }),
      ),
      areas: z.array(
        z.object({
          name: z.string(),
          permissions: z.array(
            z.object({ permission: z.enum(permissions), does: z.string(), heldBy: z.array(z.enum(roles)) }),
          ),
        }),
      ),
      holders: z.array(
        z.object({
          key: z.string(),
          role: z.enum(roles),
          roleName: z.string(),
          accountName: z.string(),
          username: z.string(),
          disabled: z.boolean(),
          unit: unitRefSchema,
          coversSubtree: z.boolean(),
          beginsOn: daySchema,
          endsOn: daySchema.nullable(),
          grantedBy: z.string().nullable(),
          onBehalfOf: z.string().nullable(),
        }),
      ),
    }),
  },
  'GET /api/role-matrix.xlsx': {
    summary: 'The role matrix with its holders on a day, as Excel',
    permission: 'audit.read',
    audited: true,
    query: dayQuery,
    response: 'file',
  },
});
