import { roles } from '#domain/access/permissions.ts';
import { daySchema } from '#domain/kernel/day.ts';
import { optionalShortText, shortText } from '#domain/kernel/text.ts';
import { z } from 'zod';
import { standingSchema } from './accounts.ts';
import { doneSchema, endpoints, idParams, idSchema } from './endpoint.ts';
import { actionStateSchema, instantSchema } from './shapes.ts';

const handedGrantSchema = z.object({
  id: idSchema,
  role: z.enum(roles),
  roleName: z.string(),
  unitName: z.string(),
  coversSubtree: z.boolean(),
  beginsOn: daySchema,
  endsOn: daySchema.nullable(),
});

const delegationSchema = z.object({
  id: idSchema,
  direction: z.enum(['given', 'received']),
  otherName: z.string(),
  beginsOn: daySchema,
  endsOn: daySchema,
  reason: z.string(),
  standing: standingSchema,
  delegatedAt: instantSchema,
  endedAt: instantSchema.nullable(),
  endReason: z.string().nullable(),
  grants: z.array(handedGrantSchema),
  actions: z.array(actionStateSchema),
});

export const delegationsApi = endpoints({
  'GET /api/delegations': {
    summary: 'Roles of mine that I may hand on, what I have handed on, and what was handed to me',
    permission: 'signed_in',
    response: z.object({ own: z.array(handedGrantSchema), items: z.array(delegationSchema) }),
  },
  'GET /api/delegation-receivers': {
    summary: 'To whom I may hand a role: who works at its unit, above or below',
    permission: 'signed_in',
    query: z.object({ q: z.string().max(200).optional() }),
    response: z.object({
      items: z.array(z.object({ id: idSchema, displayName: z.string(), detail: z.string() })),
    }),
  },
  'POST /api/delegations': {
    summary: 'Hand roles of mine on for an absence; they cannot be handed on further',
    permission: 'signed_in',
    body: z.object({
      grantIds: z.array(idSchema).min(1, 'Chọn ít nhất một vai trò').max(50),
      toAccountId: idSchema,
      beginsOn: daySchema,
      endsOn: daySchema,
      reason: shortText(300),
    }),
    response: doneSchema,
  },
  'POST /api/delegations/:id/end': {
    summary: 'Take back what was handed on; it stops working on the next request',
    permission: 'signed_in',
    params: idParams,
    body: z.object({ reason: optionalShortText(300) }),
    response: doneSchema,
    problems: ['action_blocked'],
  },
});
