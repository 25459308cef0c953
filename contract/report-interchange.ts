import { daySchema } from '#domain/kernel/day.ts';
import { z } from 'zod';
import { endpoints, idSchema, pageQuery } from './endpoint.ts';
import { reportStateSchema } from './reports.ts';

/** The interchange of reports: figures and words for other systems and offices. */
export const reportInterchangeApi = endpoints({
  'GET /api/report-figures': {
    summary: 'Figures of sent reports for other systems: one row a unit, period and indicator',
    permission: 'unit_report.read',
    query: pageQuery.extend({
      formCode: z.string().max(40),
      from: daySchema,
      to: daySchema,
      within: idSchema.optional(),
      indicator: z.string().max(40).optional(),
      size: z.coerce.number().int().min(1).max(10_000).default(1_000),
    }),
    response: z.object({
      items: z.array(
        z.object({
          unitCode: z.string(),
          unitName: z.string(),
          periodFrom: daySchema,
          periodTo: daySchema,
          formRevision: z.number().int(),
          indicator: z.string(),
          /** Decimal text with a dot: exact. */
          value: z.string().nullable(),
          counted: z.string().nullable(),
          stated: z.string().nullable(),
          state: reportStateSchema,
          revision: z.number().int(),
        }),
      ),
      total: z.number().int(),
    }),
  },
  'GET /api/report-files': {
    summary:
      'Reports of a form and span with figures and words, as JSON, CSV or Excel; reads back without loss',
    permission: 'unit_report.read',
    query: z.object({
      formId: idSchema,
      from: daySchema,
      to: daySchema,
      within: idSchema.optional(),
      format: z.enum(['json', 'csv', 'xlsx']),
    }),
    response: 'file',
  },
  'POST /api/report-file-imports': {
    summary: 'Read reports from such a file into drafts: every bad row named, all or nothing',
    permission: 'unit_report.write',
    upload: true,
    query: z.object({ formId: idSchema, dryRun: z.enum(['true', 'false']).default('true') }),
    response: z.object({
      read: z.number().int(),
      written: z.number().int(),
      faults: z.array(z.object({ where: z.string(), message: z.string() })),
    }),
  },
});
