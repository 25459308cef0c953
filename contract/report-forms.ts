import { daySchema } from '#domain/kernel/day.ts';
import { optionalShortText, shortText } from '#domain/kernel/text.ts';
import { unitKindSchema } from '#domain/organisations/unit.ts';
import { formContentSchema } from '#domain/reports/form.ts';
import { periodKinds } from '#domain/reports/report-period.ts';
import { z } from 'zod';
import { doneSchema, endpoints, idParams, idSchema } from './endpoint.ts';
import { periodSchema } from './report-shapes.ts';
import { actionStateSchema, historyEntrySchema, instantSchema, unitRefSchema } from './shapes.ts';

const formHead = {
  code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'Mã chỉ gồm chữ thường không dấu, số và dấu gạch'),
  name: shortText(200),
  periodKind: z.enum(periodKinds),
  askedFrom: daySchema,
  askedTo: daySchema.nullable(),
  customFrom: daySchema.nullable(),
  customTo: daySchema.nullable(),
};

/** Who answers a form: kinds of unit below its owner, of each revision. */
const kindsSchema = z.array(unitKindSchema).min(1);

const revisionSchema = z.object({
  revision: z.number().int(),
  validFrom: daySchema,
  validTo: daySchema.nullable(),
  unitKinds: z.array(unitKindSchema),
  legalBasis: z.string(),
  savedAt: instantSchema,
  savedByName: z.string().nullable(),
  /** Reports answered with it. */
  reportCount: z.number().int(),
});

export const formRowSchema = z.object({
  id: idSchema,
  owner: unitRefSchema,
  ...formHead,
  unitKinds: z.array(unitKindSchema),
  periodKindName: z.string(),
  revision: z.number().int(),
  sectionCount: z.number().int(),
  indicatorCount: z.number().int(),
  dueWords: z.string(),
  inForce: z.boolean(),
  canManage: z.boolean(),
});

/** A whole form in one file: export and import round-trip without loss. */
export const formFileSchema = z.object({
  format: z.literal('kheo-report-form'),
  formatVersion: z.literal(1),
  form: z.object(formHead),
  revisions: z
    .array(
      z.object({
        validFrom: daySchema,
        validTo: daySchema.nullable(),
        unitKinds: kindsSchema,
        legalBasis: optionalShortText(600),
        content: formContentSchema,
      }),
    )
    .min(1)
    .max(50),
});

export const reportFormsApi = endpoints({
  'GET /api/report-forms': {
    summary: 'Report forms that I manage or answer',
    permission: 'unit_report.read',
    response: z.object({ items: z.array(formRowSchema) }),
  },
  'GET /api/ready-report-forms': {
    summary: 'Forms ready to be taken: monthly, half-year, year, stage closing, resolution review',
    permission: 'report_form.manage',
    response: z.object({
      items: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          periodKind: z.enum(periodKinds),
          unitKinds: z.array(unitKindSchema),
          about: z.string(),
          content: formContentSchema,
        }),
      ),
    }),
  },
  'GET /api/report-forms/:id': {
    summary: 'A form with the content of one revision (the newest without one)',
    permission: 'unit_report.read',
    params: idParams,
    query: z.object({ revision: z.coerce.number().int().min(1).optional() }),
    response: formRowSchema.extend({
      version: z.number().int(),
      content: formContentSchema,
      legalBasis: z.string(),
      revisions: z.array(revisionSchema),
      /** Later days that were given, newest first; of units that the caller may see, and of all. */
      extensions: z.array(
        z.object({
          id: idSchema,
          period: periodSchema,
          unit: unitRefSchema.nullable(),
          dueOn: daySchema,
          reason: z.string(),
          grantedByName: z.string().nullable(),
          grantedAt: instantSchema,
        }),
      ),
      actions: z.array(actionStateSchema),
      history: z.array(historyEntrySchema),
    }),
  },
  'POST /api/report-forms': {
    summary: 'Make a form with its first revision',
    permission: 'report_form.manage',
    body: z.object({
      ownerUnitId: idSchema,
      ...formHead,
      unitKinds: kindsSchema,
      legalBasis: optionalShortText(600).default(''),
      content: formContentSchema,
    }),
    response: doneSchema,
  },
  'PUT /api/report-forms/:id': {
    summary: 'Change the head of a form: name, until when it is asked; who answers from a day on',
    permission: 'report_form.manage',
    params: idParams,
    body: z.object({
      version: z.number().int(),
      name: shortText(200),
      unitKinds: kindsSchema,
      /** Where other kinds answer: the first day of their first period. A new revision holds from then on. */
      unitKindsFrom: daySchema.nullable().default(null),
      askedTo: daySchema.nullable(),
    }),
    response: doneSchema,
    problems: ['version_conflict'],
  },
  'POST /api/report-forms/:id/revisions': {
    summary:
      'Save new content: replaces a revision that nobody has answered, else begins a new one from a day on',
    permission: 'report_form.manage',
    params: idParams,
    body: z.object({
      version: z.number().int(),
      validFrom: daySchema,
      legalBasis: optionalShortText(600).default(''),
      content: formContentSchema,
    }),
    response: doneSchema.extend({ revision: z.number().int() }),
    problems: ['version_conflict'],
  },
  'GET /api/report-forms/:id/file.json': {
    summary: 'The whole form with its revisions as one file',
    permission: 'unit_report.read',
    params: idParams,
    response: 'file',
  },
  'POST /api/report-form-imports': {
    summary: 'Take in a form from such a file',
    permission: 'report_form.manage',
    body: z.object({ ownerUnitId: idSchema, file: formFileSchema }),
    response: doneSchema,
  },
  'GET /api/holidays': {
    summary: 'Days off of a year: those that the law fixes, Tết, and those set by the office',
    permission: 'unit_report.read',
    query: z.object({ year: z.coerce.number().int().min(2010).max(2060) }),
    response: z.object({
      /** Only the office that has nothing above it sets days for all. */
      canManage: z.boolean(),
      items: z.array(
        z.object({ day: daySchema, name: z.string(), works: z.boolean(), byOffice: z.boolean() }),
      ),
      /** Who set or took away a day of the year, and when; the newest first. */
      history: z.array(historyEntrySchema),
    }),
  },
  'PUT /api/holidays/:day': {
    summary: 'Set a day off, or a day worked in exchange',
    permission: 'report_form.manage',
    params: z.object({ day: daySchema }),
    body: z.object({ name: shortText(120), works: z.boolean(), remove: z.boolean().default(false) }),
    response: z.object({ day: daySchema }),
  },
});
