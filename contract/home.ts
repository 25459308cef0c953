import { daySchema } from '#domain/kernel/day.ts';
import { z } from 'zod';
import { endpoints, idParams, idSchema } from './endpoint.ts';
import { fileRefSchema } from './shapes.ts';

const taskSchema = z.object({
  /** Stable key of the rule and the record, for the list's identity. */
  key: z.string(),
  title: z.string(),
  /** Where it comes from: the step, the document that set it. */
  basis: z.string(),
  due: daySchema.nullable(),
  daysLeft: z.number().int().nullable(),
  late: z.boolean(),
  count: z.number().int(),
  link: z.string(),
  button: z.string(),
  primary: z.boolean(),
});

const waitingSchema = z.object({
  key: z.string(),
  tone: z.enum(['red', 'gold', 'green', 'blue', 'grey']),
  tag: z.string(),
  title: z.string(),
  detail: z.string(),
  link: z.string(),
  button: z.string(),
});

export const homeApi = endpoints({
  'GET /api/home': {
    summary: 'What I owe with its date and basis, what waits for my answer, my area in the campaign',
    permission: 'signed_in',
    response: z.object({
      today: daySchema,
      owed: z.array(taskSchema),
      waiting: z.array(waitingSchema),
      /** The area shown with the strip of GET /api/campaigns/:id/overview. */
      area: z
        .object({
          campaignId: idSchema,
          campaignTitle: z.string(),
          /** Null where several units are in my charge: the numbers are then of all of them together. */
          unitId: idSchema.nullable(),
          unitName: z.string(),
        })
        .nullable(),
      /** Who stands in for whom today: me for others, or others for me. */
      standIns: z.array(
        z.object({
          direction: z.enum(['given', 'received']),
          otherName: z.string(),
          roles: z.array(z.string()),
          endsOn: daySchema,
        }),
      ),
      recent: z.array(z.object({ text: z.string(), at: z.string(), link: z.string() })),
    }),
  },
  'GET /api/search': {
    summary: 'Find any practice, unit, person or document that I may see; without accents',
    permission: 'signed_in',
    query: z.object({ q: z.string().min(1).max(200), day: daySchema.optional() }),
    response: z.object({
      day: daySchema,
      groups: z.array(
        z.object({
          kind: z.enum(['practices', 'units', 'people', 'documents']),
          label: z.string(),
          items: z.array(z.object({ id: idSchema, title: z.string(), detail: z.string(), link: z.string() })),
        }),
      ),
    }),
  },
});

export const filesApi = endpoints({
  'POST /api/files': {
    summary:
      'Upload one file; it is checked by content and stored by its hash, and belongs to nothing until it is attached',
    permission: 'signed_in',
    upload: true,
    response: fileRefSchema,
    problems: [
      'file_too_large',
      'file_type_not_allowed',
      'file_content_mismatch',
      'file_damaged',
      'file_has_macros',
      'file_encrypted',
      'file_bomb',
      'image_too_many_pixels',
      'file_empty',
      'file_name_bad',
    ],
  },
  'GET /api/files/:id': {
    summary: 'A file, to whoever may read a record it is attached to',
    permission: 'signed_in',
    params: idParams,
    query: z.object({ preview: z.enum(['small', 'large']).optional() }),
    response: 'file',
  },
});

export const systemApi = endpoints({
  'GET /healthz': {
    summary: 'The process answers',
    permission: 'public',
    response: z.object({ status: z.literal('ok') }),
  },
  'GET /readyz': {
    summary: 'The database answers and is migrated',
    permission: 'public',
    response: z.object({ status: z.literal('ok') }),
    problems: ['not_ready'],
  },
});
