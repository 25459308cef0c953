import { longText, shortText } from '#domain/kernel/text.ts';
import { daySchema } from '#domain/kernel/day.ts';
import { z } from 'zod';
import { doneSchema, endpoints, idParams, idSchema } from './endpoint.ts';
import {
  actionStateSchema,
  evidenceSchema,
  historyEntrySchema,
  instantSchema,
  tracedNumberSchema,
  unitRefSchema,
} from './shapes.ts';

export const unitReportStateSchema = z.enum(['not_started', 'draft', 'submitted', 'returned', 'accepted']);

const reportRowSchema = z.object({
  id: idSchema.nullable(),
  campaign: z.object({ id: idSchema, title: z.string() }),
  unit: unitRefSchema,
  kind: z.enum(['mid_year', 'year_end']),
  kindName: z.string(),
  state: unitReportStateSchema,
  due: daySchema,
  late: z.boolean(),
  submittedAt: instantSchema.nullable(),
  /** The caller may write it, or review it. */
  canWrite: z.boolean(),
  canReview: z.boolean(),
});

export const reportsApi = endpoints({
  'GET /api/unit-reports': {
    summary:
      'Reports that units owe in a campaign and how they stand: every expected unit is named, also those that have not begun',
    permission: 'unit_report.read',
    query: z.object({ campaignId: idSchema.optional(), kind: z.enum(['mid_year', 'year_end']).optional() }),
    response: z.object({ items: z.array(reportRowSchema) }),
  },
  'POST /api/unit-reports': {
    summary: 'Begin (or find) the report of a unit',
    permission: 'unit_report.write',
    body: z.object({ campaignId: idSchema, unitId: idSchema, kind: z.enum(['mid_year', 'year_end']) }),
    response: doneSchema,
  },
  'GET /api/unit-reports/:id': {
    summary:
      'A report: figures counted from the register (frozen once sent), narrative, last time’s beside it',
    permission: 'unit_report.read',
    params: idParams,
    response: reportRowSchema.extend({
      id: idSchema,
      version: z.number().int(),
      figures: z.array(tracedNumberSchema.extend({ key: z.string() })),
      frozen: z.boolean(),
      results: z.string(),
      difficulties: z.string(),
      proposals: z.string(),
      returnReason: z.string().nullable(),
      previous: z
        .object({ title: z.string(), results: z.string(), difficulties: z.string(), proposals: z.string() })
        .nullable(),
      evidence: z.array(evidenceSchema),
      actions: z.array(actionStateSchema),
      history: z.array(historyEntrySchema),
    }),
  },
  'PUT /api/unit-reports/:id': {
    summary: 'Save the narrative of a draft or returned report',
    permission: 'unit_report.write',
    params: idParams,
    body: z.object({
      version: z.number().int(),
      results: longText(20_000),
      difficulties: longText(20_000),
      proposals: longText(20_000),
    }),
    response: doneSchema,
    problems: ['version_conflict', 'action_blocked'],
  },
  'POST /api/unit-reports/:id/submission': {
    summary: 'Send the report: its figures are counted and frozen now',
    permission: 'unit_report.write',
    params: idParams,
    response: doneSchema,
    problems: ['action_blocked', 'state_changed'],
  },
  'POST /api/unit-reports/:id/return': {
    summary: 'Return a report with the reason',
    permission: 'unit_report.review',
    params: idParams,
    body: z.object({ reason: shortText(2_000) }),
    response: doneSchema,
    problems: ['state_changed'],
  },
  'POST /api/unit-reports/:id/acceptance': {
    summary: 'Accept a report',
    permission: 'unit_report.review',
    params: idParams,
    response: doneSchema,
    problems: ['state_changed'],
  },
});
