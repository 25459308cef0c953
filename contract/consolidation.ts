import { daySchema } from '#domain/kernel/day.ts';
import { optionalShortText } from '#domain/kernel/text.ts';
import { z } from 'zod';
import { doneSchema, endpoints, idParams, idSchema, pageOf, pageQuery } from './endpoint.ts';
import { figureSchema, periodSchema } from './report-shapes.ts';
import { fileRefSchema, instantSchema, unitRefSchema } from './shapes.ts';

/** A consolidated report with the paper it became. */
const consolidatedReport = {
  id: idSchema,
  documentId: idSchema,
  documentVersion: z.number().int(),
  form: z.object({ id: idSchema, name: z.string() }),
  unit: unitRefSchema,
  period: periodSchema,
  edition: z.number().int(),
  correctionReason: z.string().nullable(),
  symbol: z.string().nullable(),
  issuedAt: instantSchema.nullable(),
};

/** Consolidated reports, and the Word templates of offices. */
export const consolidationApi = endpoints({
  'POST /api/consolidated-reports': {
    summary: 'Draft the consolidated report from below: a paper with traced figures, ready to be edited',
    permission: 'document.draft',
    body: z.object({
      formId: idSchema,
      unitId: idSchema,
      periodFrom: daySchema,
      /** The practices shown as examples, in an empty list none; chosen by the system where nobody has chosen. */
      practiceIds: z.array(idSchema).max(200).nullable().default(null),
      /** Why an issued one is drafted anew. */
      correctionReason: optionalShortText(500).default(''),
      /** Draft the open one again: its edits are lost, which the screen asks first. */
      replaceDraft: z.boolean().default(false),
      /** The version of the draft that was seen; one that was edited since is not replaced. */
      draftVersion: z.number().int().nullable().default(null),
    }),
    response: doneSchema.extend({ documentId: idSchema, edition: z.number().int() }),
    problems: ['action_blocked', 'document_not_draft', 'report_nothing_below', 'version_conflict'],
  },
  'GET /api/consolidated-reports': {
    summary: 'Consolidated reports of a unit: drafts, issued ones, corrections',
    permission: 'unit_report.read',
    query: pageQuery.extend({
      formId: idSchema.optional(),
      unitId: idSchema.optional(),
      documentId: idSchema.optional(),
      /** Of the period that begins on this day, or of all others. */
      periodFrom: daySchema.optional(),
      otherThan: daySchema.optional(),
    }),
    response: pageOf(z.object({ ...consolidatedReport, missing: z.number().int() })),
  },
  'GET /api/consolidated-reports/:id': {
    summary:
      'What a consolidated report was made of: sections from below sentence by sentence, figures, who is missing',
    permission: 'unit_report.read',
    params: idParams,
    response: z.object({
      ...consolidatedReport,
      treeDay: daySchema,
      /** As they were drafted, or issued; `now` is what reports below amount to today, where it differs. */
      figures: z.array(figureSchema),
      differs: z.boolean(),
      /** Reports in it that the caller may read: out of so many units the same words are counted. */
      reportCount: z.number().int(),
      sections: z.array(
        z.object({
          code: z.string(),
          title: z.string(),
          parts: z.array(z.object({ reportId: idSchema, unit: unitRefSchema, words: z.string() })),
        }),
      ),
      candidates: z.array(
        z.object({
          id: idSchema,
          name: z.string(),
          unitName: z.string(),
          placeName: z.string().nullable(),
          evidenceCount: z.number().int(),
          chosen: z.boolean(),
        }),
      ),
      /** Practices that might stand as examples too, and have no room in the list. */
      candidatesLeft: z.number().int(),
      /** Had not sent when it was drafted; `arrived`: of these, who has sent since. */
      missing: z.array(unitRefSchema),
      arrived: z.array(unitRefSchema),
      /** Sent a report that says nothing, or says again what the one before said. */
      hollow: z.array(z.object({ unit: unitRefSchema, kind: z.enum(['copied', 'empty']) })),
    }),
  },
  'GET /api/consolidated-reports/:id/paper.docx': {
    summary: 'The consolidated report as Word, in an office’s own template where one is named',
    permission: 'unit_report.read',
    params: idParams,
    query: z.object({ templateId: idSchema.optional() }),
    response: 'file',
  },
  'GET /api/paper-templates': {
    summary: 'Word templates of consolidated reports',
    permission: 'unit_report.read',
    /** With `offered`, only those that are not retired. */
    query: pageQuery.extend({ formId: idSchema.optional(), offered: z.literal('yes').optional() }),
    response: pageOf(
      z.object({
        id: idSchema,
        familyId: idSchema,
        owner: unitRefSchema,
        name: z.string(),
        formId: idSchema.nullable(),
        formName: z.string().nullable(),
        revision: z.number().int(),
        file: fileRefSchema,
        placeholders: z.array(
          z.object({ name: z.string(), known: z.boolean(), message: z.string().nullable() }),
        ),
        addedAt: instantSchema,
        addedByName: z.string().nullable(),
        retired: z.boolean(),
        canManage: z.boolean(),
      }),
    ),
  },
  'GET /api/paper-templates/starter.docx': {
    summary: 'A template to start from, with every place-holder of a form explained',
    permission: 'unit_report.read',
    query: z.object({ formId: idSchema }),
    response: 'file',
  },
  'POST /api/paper-template-files': {
    summary: 'Upload a template; its place-holders are checked and wrong ones named',
    permission: 'report_form.manage',
    upload: true,
    query: z.object({
      ownerUnitId: idSchema,
      formId: idSchema.optional(),
      familyId: idSchema.optional(),
      name: z.string().max(200),
    }),
    response: doneSchema.extend({
      placeholders: z.array(
        z.object({ name: z.string(), known: z.boolean(), message: z.string().nullable() }),
      ),
    }),
  },
  'POST /api/paper-templates/:id/retirement': {
    summary: 'Offer a template no longer; papers made with it stay',
    permission: 'report_form.manage',
    params: idParams,
    response: doneSchema,
  },
});
