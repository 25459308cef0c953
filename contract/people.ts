import { baseFields } from '#domain/campaigns/fields.ts';
import { daySchema } from '#domain/kernel/day.ts';
import { optionalShortText, shortText } from '#domain/kernel/text.ts';
import { bodyKinds, posts } from '#domain/people/bodies.ts';
import { actKinds } from '#domain/people/consolidation.ts';
import { openWorkKinds } from '#domain/people/hand-over.ts';
import { z } from 'zod';
import { doneSchema, endpoints, idParams, idSchema, pageOf, pageQuery } from './endpoint.ts';
import { actionStateSchema, historyEntrySchema, instantSchema, unitRefSchema } from './shapes.ts';

const personRefSchema = z.object({ id: idSchema, name: z.string() });

/** What somebody is in a body, as screens show it. Never a telephone number, never an address. */
const seatSchema = z.object({
  person: personRefSchema,
  post: z.enum(posts),
  postName: z.string(),
  title: z.string(),
  fields: z.array(z.enum(baseFields)),
  areas: z.array(unitRefSchema),
});

const memberSchema = seatSchema.extend({ positionId: idSchema, since: daySchema });

const bodyRefSchema = z.object({
  id: idSchema,
  name: z.string(),
  kind: z.enum(bodyKinds),
  kindName: z.string(),
  unit: unitRefSchema,
});

const bodyRowSchema = bodyRefSchema.extend({
  /** On the day asked for. */
  memberCount: z.number().int(),
  head: z.object({ name: z.string(), title: z.string() }).nullable(),
  validFrom: daySchema,
  /** The first day without it. */
  validTo: daySchema.nullable(),
  foundingKnown: z.boolean(),
  lastActOn: daySchema,
});

const blockedSchema = z.object({ reason: z.string(), mend: z.string() }).nullable();

const openWorkItemSchema = z.object({
  kind: z.enum(openWorkKinds),
  id: idSchema,
  title: z.string(),
  detail: z.string(),
  link: z.string().nullable(),
  /** Why it cannot be handed over by the caller; null when it can. */
  blocked: blockedSchema,
});

/** One move of an act, with the names as they stood. */
const moveSchema = z.object({ person: personRefSchema, postName: z.string(), title: z.string() });

const actSchema = z.object({
  id: idSchema,
  kind: z.enum(actKinds),
  kindName: z.string(),
  on: daySchema,
  document: z
    .object({
      id: idSchema,
      symbol: z.string().nullable(),
      subject: z.string(),
      issuedOn: daySchema.nullable(),
    })
    .nullable(),
  documentText: z.string(),
  note: z.string(),
  comes: z.array(moveSchema),
  goes: z.array(moveSchema),
  changes: z.array(z.object({ person: personRefSchema, before: z.string(), after: z.string() })),
  stays: z.number().int(),
  recordedAt: instantSchema,
  recordedBy: z.string(),
  /** Null for those who may not take acts back. */
  reversal: z
    .object({ allowed: z.boolean(), reason: z.string().nullable(), mend: z.string().nullable() })
    .nullable(),
  reversed: z.object({ at: instantSchema, reason: z.string() }).nullable(),
});

const seatInput = z.object({
  /** Somebody known; without it a new person of this name is entered at the body's unit. */
  personId: idSchema.nullable(),
  name: optionalShortText(120),
  post: z.enum(posts),
  title: optionalShortText(200),
  fields: z.array(z.enum(baseFields)).max(4),
  unitIds: z.array(idSchema).max(200),
});

/** The paper that an act stands on: one of the register, or its symbol and day in words. */
const byDocument = {
  on: daySchema,
  documentId: idSchema.nullable(),
  documentText: optionalShortText(300),
  note: optionalShortText(500),
};

const membersInput = z.array(seatInput).min(1, 'Chưa có thành viên nào').max(100);

const consolidationInput = z.object({ ...byDocument, members: membersInput });

const dayQuery = z.object({ day: daySchema.optional() });

export const peopleApi = endpoints({
  'GET /api/bodies': {
    summary: 'Committees, blocs and teams of my area as they stood on a day',
    permission: 'people.read',
    query: pageQuery.extend({
      q: z.string().max(200).optional(),
      day: daySchema.optional(),
      kind: z.enum(bodyKinds).optional(),
      unitId: idSchema.optional(),
    }),
    response: pageOf(bodyRowSchema).extend({ day: daySchema }),
  },
  'POST /api/bodies': {
    summary: 'Found a body with its first members; or enter one whose founding is not known',
    permission: 'people.manage',
    body: consolidationInput.extend({
      unitId: idSchema,
      kind: z.enum(bodyKinds),
      name: shortText(200),
      /** False: the act is the first consolidation that is known, the founding lies before. */
      foundingKnown: z.boolean(),
    }),
    response: doneSchema,
  },
  'GET /api/bodies/:id': {
    summary: 'A body: its members on a day, its acts through time, what may be done',
    permission: 'people.read',
    params: idParams,
    query: dayQuery,
    response: bodyRowSchema.extend({
      day: daySchema,
      members: z.array(memberSchema),
      /** The first day on which the next act may take effect. */
      nextDay: daySchema,
      acts: z.array(actSchema),
      actions: z.array(actionStateSchema),
    }),
  },
  'GET /api/bodies/:id/members.xlsx': {
    summary: 'The members of a day as Excel, without contacts',
    permission: 'people.read',
    audited: true,
    params: idParams,
    query: dayQuery,
    response: 'file',
  },
  'POST /api/bodies/:id/consolidations/preview': {
    summary:
      'What a consolidation would do: who comes, goes, stays, changes, and the open work of those who go',
    permission: 'people.manage',
    commandless: true,
    params: idParams,
    body: consolidationInput,
    response: z.object({
      comes: z.array(moveSchema.extend({ isNew: z.boolean() })),
      goes: z.array(moveSchema.extend({ openWork: z.array(openWorkItemSchema) })),
      stays: z.array(moveSchema),
      changes: z.array(z.object({ person: personRefSchema, before: z.string(), after: z.string() })),
    }),
  },
  'POST /api/bodies/:id/consolidations': {
    summary: 'Consolidate a body from a day on by a document: some go, others come, posts change',
    permission: 'people.manage',
    params: idParams,
    body: consolidationInput,
    response: doneSchema,
  },
  'POST /api/bodies/:id/dissolution': {
    summary: 'End a body on a day by a document; all its posts end',
    permission: 'people.manage',
    params: idParams,
    body: z.object(byDocument),
    response: doneSchema,
  },
  'POST /api/consolidations/:id/reversal': {
    summary: 'Take the newest act of a body back: everybody is again what he or she was before',
    permission: 'people.manage',
    params: idParams,
    body: z.object({ reason: shortText(500) }),
    response: doneSchema,
  },
  'GET /api/people': {
    summary: 'Persons of my area with their posts on a day; found without accents',
    permission: 'people.read',
    query: pageQuery.extend({
      q: z.string().max(200).optional(),
      day: daySchema.optional(),
      unitId: idSchema.optional(),
      /** Only those who hold a post on the day. */
      inOffice: z.enum(['yes']).optional(),
    }),
    response: pageOf(
      personRefSchema.extend({
        unit: unitRefSchema,
        posts: z.array(z.object({ body: bodyRefSchema, postName: z.string(), title: z.string() })),
      }),
    ).extend({ day: daySchema }),
  },
  'GET /api/people/accounts': {
    summary: 'Accounts of my area that a person can be linked to',
    permission: 'people.manage',
    query: z.object({ q: z.string().max(200).optional() }),
    response: z.object({ items: z.array(z.object({ id: idSchema, displayName: z.string() })) }),
  },
  'GET /api/people/in-charge': {
    summary: 'Who is in charge of a unit or a field on a day',
    permission: 'people.read',
    query: z.object({
      unitId: idSchema.optional(),
      field: z.enum(baseFields).optional(),
      day: daySchema.optional(),
    }),
    response: z.object({
      day: daySchema,
      items: z.array(
        seatSchema.extend({
          body: bodyRefSchema,
          since: daySchema,
          /** By the unit itself, or by one above it that is in the person's area. */
          direct: z.boolean(),
        }),
      ),
    }),
  },
  'POST /api/people': {
    summary: 'Enter a person',
    permission: 'people.manage',
    body: z.object({
      unitId: idSchema,
      name: shortText(120),
      accountId: idSchema.nullable(),
      phone: optionalShortText(40),
      email: optionalShortText(120),
    }),
    response: doneSchema,
  },
  'GET /api/people/:id': {
    summary: 'A person: the life line of posts; contacts only for those who keep the entry',
    permission: 'people.read',
    params: idParams,
    response: personRefSchema.extend({
      unit: unitRefSchema,
      account: z.object({ id: idSchema, displayName: z.string() }).nullable(),
      contact: z.object({ phone: z.string(), email: z.string() }).nullable(),
      version: z.number().int(),
      positions: z.array(
        seatSchema.omit({ person: true }).extend({
          positionId: idSchema,
          body: bodyRefSchema,
          validFrom: daySchema,
          validTo: daySchema.nullable(),
          begunBy: z.string(),
          endedBy: z.string().nullable(),
        }),
      ),
      actions: z.array(actionStateSchema),
      history: z.array(historyEntrySchema),
    }),
  },
  'PUT /api/people/:id': {
    summary: 'Mend a person: name, account, contacts',
    permission: 'people.manage',
    params: idParams,
    body: z.object({
      version: z.number().int(),
      name: shortText(120),
      accountId: idSchema.nullable(),
      phone: optionalShortText(40),
      email: optionalShortText(120),
    }),
    response: doneSchema,
    problems: ['version_conflict'],
  },
  'GET /api/people/:id/open-work': {
    summary: 'What a person still has in hand: roles, areas in running campaigns, drafts, posts elsewhere',
    permission: 'people.manage',
    params: idParams,
    response: z.object({ person: personRefSchema, items: z.array(openWorkItemSchema) }),
  },
  'POST /api/people/:id/hand-over': {
    summary: 'Hand a person’s open work over, each piece to its receiver, in one act',
    permission: 'people.manage',
    params: idParams,
    body: z.object({
      items: z
        .array(z.object({ kind: z.enum(openWorkKinds), id: idSchema, toPersonId: idSchema }))
        .min(1, 'Chưa chọn việc nào để bàn giao')
        .max(200),
      reason: shortText(500),
    }),
    response: doneSchema.extend({ handedOver: z.number().int() }),
    problems: ['grant_beyond_own'],
  },
  'GET /api/units/:id/people': {
    summary: 'The bodies of a unit with their members on a day, and who is in charge of it',
    permission: 'people.read',
    params: idParams,
    query: dayQuery,
    response: z.object({
      day: daySchema,
      bodies: z.array(bodyRefSchema.extend({ members: z.array(memberSchema) })),
      inCharge: z.array(seatSchema.extend({ body: bodyRefSchema, since: daySchema, direct: z.boolean() })),
    }),
  },
});
