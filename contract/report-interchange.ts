import { daySchema } from '#domain/kernel/day.ts';
import { z } from 'zod';
import { endpoints, idSchema } from './endpoint.ts';
import { instantSchema } from './shapes.ts';

const figuresAsked = {
  formCode: z.string().max(40),
  /** Periods that lie within these days, both included. */
  from: daySchema,
  to: daySchema,
  within: idSchema.optional(),
  indicator: z.string().max(40).optional(),
};

const filesAsked = {
  formId: idSchema,
  from: daySchema,
  to: daySchema,
  within: idSchema.optional(),
};

/** Decimal text with a dot: exact. */
const decimal = z.string().nullable();

/** The interchange of reports: figures and words for other systems and offices (docs/how-to/report-figures.md). */
export const reportInterchangeApi = endpoints({
  'GET /api/report-figures': {
    summary: 'Figures of sent reports for other systems: one row a unit, period and indicator',
    permission: 'unit_report.read',
    audited: true,
    query: z.object({
      ...figuresAsked,
      /** What the page before said under `next`. */
      after: z.string().max(120).optional(),
      /** Reports a page; all rows of a report stand on one page. */
      size: z.coerce.number().int().min(1).max(500).default(100),
    }),
    response: z.object({
      asOf: instantSchema,
      items: z.array(
        z.object({
          formOwnerCode: z.string(),
          unitCode: z.string(),
          unitName: z.string(),
          /** ISO 8601 interval of days, both included: 2026-01-01/2026-01-31. */
          period: z.string(),
          formRevision: z.number().int(),
          indicator: z.string(),
          value: decimal,
          counted: decimal,
          stated: decimal,
          state: z.enum(['submitted', 'accepted']),
          revision: z.number().int(),
        }),
      ),
      next: z.string().nullable(),
    }),
  },
  'GET /api/report-figures.csv': {
    summary: 'The same rows as CSV, all of them, streamed',
    permission: 'unit_report.read',
    audited: true,
    query: z.object(figuresAsked),
    response: 'file',
  },
  'GET /api/report-files': {
    summary:
      'Reports of a form and span with figures and words, as JSON, CSV or Excel; reads back without loss',
    permission: 'unit_report.read',
    audited: true,
    query: z.object({ ...filesAsked, format: z.enum(['json', 'csv', 'xlsx']) }),
    response: 'file',
  },
  'GET /api/report-entry-sheet': {
    summary: 'The report of one unit and period as an Excel sheet to fill in and read back',
    permission: 'unit_report.read',
    query: z.object({ formId: idSchema, unitId: idSchema, periodFrom: daySchema }),
    response: 'file',
  },
  'POST /api/report-file-imports': {
    summary: 'Read reports from such a file into drafts: every bad row named, all or nothing',
    permission: 'unit_report.write',
    upload: true,
    query: z.object({
      formId: idSchema,
      dryRun: z.enum(['true', 'false']).default('true'),
      /** Write over drafts that somebody has written in; a dry run names them. */
      overwrite: z.enum(['true', 'false']).default('false'),
    }),
    response: z.object({
      /** Reports in the file. */
      read: z.number().int(),
      /** Of these, what says already what the file says; a sent report may stand in a file this way only. */
      unchanged: z.number().int(),
      /** Drafts written; in a dry run none. */
      written: z.number().int(),
      /** Drafts with something written in them that the file says otherwise. */
      overwrites: z.array(z.string()),
      faultCount: z.number().int(),
      /** The first of them. */
      faults: z.array(z.object({ where: z.string(), message: z.string() })),
    }),
  },
});
