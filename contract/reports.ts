import { daySchema } from '#domain/kernel/day.ts';
import { longText, optionalShortText, shortText } from '#domain/kernel/text.ts';
import { formContentSchema } from '#domain/reports/form.ts';
import { z } from 'zod';
import { doneSchema, endpoints, idParams, idSchema } from './endpoint.ts';
import {
  exactSchema,
  figureSchema,
  periodSchema,
  pinSchema,
  reportRowSchema,
  reportStateSchema,
} from './report-shapes.ts';
import {
  actionStateSchema,
  evidenceSchema,
  historyEntrySchema,
  instantSchema,
  unitRefSchema,
} from './shapes.ts';

const statedSchema = z.record(z.string().max(40), exactSchema.nullable());

const matrixAsked = z.object({
  formId: idSchema,
  from: daySchema.optional(),
  to: daySchema.optional(),
  within: idSchema.optional(),
  /** The organisation of which day stands for all periods; each period's own last day without it. */
  day: daySchema.optional(),
});

const totalsAsked = z.object({
  formId: idSchema,
  periodFrom: daySchema,
  unitId: idSchema,
  /** As the organisation stood at the end of the period, or under the units of a day (today: domain.md §3). */
  day: daySchema.optional(),
});

export const reportsApi = endpoints({
  'GET /api/reports/owed': {
    summary: 'What my units owe: begun or not, with days left; what came back first',
    permission: 'unit_report.read',
    response: z.object({
      items: z.array(reportRowSchema),
      /** Where a form is owed more often than can be listed: how many more, of older periods. */
      left: z.array(
        z.object({ form: z.object({ id: idSchema, name: z.string() }), count: z.number().int() }),
      ),
    }),
  },
  'GET /api/reports/matrix': {
    summary:
      'Units × periods of a form: who did, who has not, how late; with completeness that cannot be gamed',
    permission: 'unit_report.read',
    query: matrixAsked.extend({
      page: z.coerce.number().int().min(1).default(1),
      size: z.coerce.number().int().min(1).max(500).default(100),
    }),
    response: z.object({
      form: z.object({ id: idSchema, name: z.string() }),
      day: daySchema.nullable(),
      periods: z.array(
        periodSchema.extend({
          due: daySchema,
          expected: z.number().int(),
          received: z.number().int(),
          onTime: z.number().int(),
          hollow: z.number().int(),
          nothingToReport: z.number().int(),
          /** Units reminded of it, each once: by the form's rule and by hand; and when the rule reminds next. */
          reminded: z.object({
            byRule: z.number().int(),
            byHand: z.number().int(),
            next: daySchema.nullable(),
          }),
        }),
      ),
      units: z.array(
        z.object({
          unit: unitRefSchema,
          /** Null where the unit was not expected in that period. */
          cells: z.array(
            z
              .object({
                reportId: idSchema.nullable(),
                state: reportStateSchema,
                late: z.boolean(),
                hollow: z.enum(['copied', 'empty']).nullable(),
                /** Changed after it had been accepted. */
                corrected: z.boolean(),
                nothingToReport: z.boolean(),
                /** Its own later day, where it was given one. */
                extendedTo: daySchema.nullable(),
              })
              .nullable(),
          ),
        }),
      ),
      unitCount: z.number().int(),
    }),
  },
  'GET /api/reports/matrix.xlsx': {
    summary: 'The same for every unit as Excel: units × periods, and the sums of each period',
    permission: 'unit_report.read',
    audited: true,
    query: matrixAsked,
    response: 'file',
  },
  'POST /api/reports': {
    summary: 'Begin (or find) the report of a unit for a period',
    permission: 'unit_report.write',
    body: z.object({ formId: idSchema, unitId: idSchema, periodFrom: daySchema }),
    response: doneSchema,
    problems: ['action_blocked'],
  },
  'GET /api/reports/:id': {
    summary: 'A report: figures counted and stated, words, last time’s beside both, what may be done',
    permission: 'unit_report.read',
    params: idParams,
    response: reportRowSchema.extend({
      id: idSchema,
      version: z.number().int(),
      formContent: formContentSchema,
      figures: z.array(figureSchema),
      sections: z.array(
        z.object({
          code: z.string(),
          title: z.string(),
          guidance: z.string(),
          required: z.boolean(),
          level: z.number().int(),
          words: z.string(),
          previous: z.string().nullable(),
        }),
      ),
      /** Who changed figures, words or evidence last. */
      written: z.object({ at: instantSchema, byName: z.string() }).nullable(),
      returnReason: z.string().nullable(),
      pins: z.array(pinSchema),
      figureRevision: z.number().int(),
      revisions: z.array(
        z.object({
          revision: z.number().int(),
          why: z.string(),
          at: instantSchema,
          byName: z.string().nullable(),
          changes: z.array(
            z.object({
              label: z.string(),
              before: exactSchema.nullable(),
              after: exactSchema.nullable(),
              decimals: z.number().int(),
            }),
          ),
        }),
      ),
      differs: z.boolean(),
      /** Units that had sent their report before what they had came to this one: what it counts of the register leaves theirs out. */
      sentBefore: z.array(z.object({ unit: unitRefSchema, sentOn: daySchema })),
      evidence: z.array(evidenceSchema),
      actions: z.array(actionStateSchema),
      history: z.array(historyEntrySchema),
    }),
  },
  'PUT /api/reports/:id': {
    summary:
      'Save a draft: figures stated by the unit with reasons, and words; wrong figures are kept and named',
    permission: 'unit_report.write',
    params: idParams,
    body: z.object({
      version: z.number().int(),
      nothingToReport: z.boolean().default(false),
      stated: statedSchema,
      reasons: z.record(z.string().max(40), optionalShortText(500)),
      narrative: z.record(z.string().max(40), longText(50_000)),
    }),
    response: doneSchema,
    problems: ['version_conflict', 'action_blocked'],
  },
  'POST /api/reports/:id/approval': {
    summary: 'Sign a report off inside the unit',
    permission: 'unit_report.approve',
    params: idParams,
    response: doneSchema,
    problems: ['action_blocked', 'state_changed'],
  },
  'POST /api/reports/:id/reopening': {
    summary: 'Open an approved report for changes',
    permission: 'unit_report.write',
    params: idParams,
    response: doneSchema,
    problems: ['state_changed'],
  },
  'POST /api/reports/:id/submission': {
    summary: 'Send the report: its figures are counted a last time and frozen',
    permission: 'unit_report.write',
    params: idParams,
    response: doneSchema,
    problems: ['action_blocked', 'state_changed'],
  },
  'POST /api/reports/:id/withdrawal': {
    summary: 'Take a sent report back before it is accepted',
    permission: 'unit_report.write',
    params: idParams,
    body: z.object({ reason: shortText(500) }),
    response: doneSchema,
    problems: ['action_blocked', 'state_changed'],
  },
  'POST /api/reports/:id/return': {
    summary: 'Return a report with reasons pinned to figures or sentences',
    permission: 'unit_report.review',
    params: idParams,
    body: z.object({ reason: shortText(2_000), pins: z.array(pinSchema).max(100).default([]) }),
    response: doneSchema,
    problems: ['action_blocked', 'state_changed'],
  },
  'POST /api/reports/:id/evidence': {
    summary: 'Attach uploads to a report',
    permission: 'unit_report.write',
    params: idParams,
    body: z.object({
      files: z
        .array(z.object({ fileId: idSchema, caption: optionalShortText(200) }))
        .min(1)
        .max(30),
    }),
    response: doneSchema,
    problems: ['action_blocked'],
  },
  'POST /api/reports/:id/evidence/:evidenceId/withdrawal': {
    summary: 'Take back a wrong piece of evidence of a report; it stays in the history',
    permission: 'unit_report.write',
    params: idParams.extend({ evidenceId: idSchema }),
    body: z.object({ reason: shortText(300) }),
    response: doneSchema,
    problems: ['action_blocked'],
  },
  'POST /api/reports/acceptances': {
    summary: 'Accept one report or many; those that cannot be are named and the others are accepted',
    permission: 'unit_report.review',
    body: z.object({ reportIds: z.array(idSchema).min(1).max(500) }),
    response: z.object({
      accepted: z.array(idSchema),
      refused: z.array(z.object({ id: idSchema, unitName: z.string(), reason: z.string() })),
    }),
  },
  'POST /api/reports/:id/corrections': {
    summary: 'Correct figures or words of a sent report: what was said before stays, the difference goes up',
    permission: 'unit_report.write',
    params: idParams,
    body: z.object({
      version: z.number().int(),
      why: shortText(500),
      stated: statedSchema,
      reasons: z.record(z.string().max(40), optionalShortText(500)).default({}),
      narrative: z.record(z.string().max(40), longText(50_000)).default({}),
    }),
    response: doneSchema,
    problems: ['version_conflict', 'action_blocked'],
  },
  'POST /api/reports/:id/recounts': {
    summary: 'Take over what the register counts now into a sent report',
    permission: 'unit_report.write',
    params: idParams,
    body: z.object({ why: shortText(500) }),
    response: doneSchema,
    problems: ['action_blocked'],
  },
  'POST /api/reports/:id/kept-figures': {
    summary:
      'Keep what was sent although more is known now: who and when is told, a further change shows again',
    permission: 'unit_report.write',
    params: idParams,
    /** What is known now by the indicator's code, as whoever keeps the old figures saw it. */
    body: z.object({ seen: statedSchema }),
    response: doneSchema,
    problems: ['action_blocked', 'state_changed'],
  },
  'POST /api/report-extensions': {
    summary:
      'Give a later day to units, or to all that owe the form in the period: to every one of them or to none',
    permission: 'unit_report.review',
    body: z.object({
      formId: idSchema,
      periodFrom: daySchema,
      /** Null: all that owe it. */
      unitIds: z.array(idSchema).min(1).max(500).nullable(),
      dueOn: daySchema,
      reason: shortText(500),
    }),
    response: z.object({ ids: z.array(idSchema) }),
  },
  'POST /api/report-reminders': {
    summary: 'Remind units that owe a report now; each is told on its home page, at most once a day',
    permission: 'unit_report.review',
    body: z.object({
      formId: idSchema,
      periodFrom: daySchema,
      unitIds: z.array(idSchema).max(500).default([]),
    }),
    response: z.object({ reminded: z.number().int() }),
  },
  'GET /api/report-totals': {
    summary:
      'A unit’s total of a form and period, its parts below and who is missing, in the tree of any day',
    permission: 'unit_report.read',
    query: totalsAsked,
    response: z.object({
      unit: unitRefSchema,
      period: periodSchema,
      day: daySchema,
      frozen: z.boolean(),
      /** The last night in which the totals kept did not agree with the reports; failed: they could not be added up. */
      putRight: z.object({ at: instantSchema, failed: z.boolean() }).nullable(),
      reports: z.number().int(),
      expected: z.number().int(),
      figures: z.array(figureSchema),
      parts: z.array(
        z.object({
          unit: unitRefSchema.nullable(),
          /** Own: the unit's own report. Unapportioned: of split units that nobody could give to one successor. */
          part: z.enum(['own', 'below', 'unapportioned']),
          reportId: idSchema.nullable(),
          reports: z.number().int(),
          expected: z.number().int(),
          values: z.array(exactSchema.nullable()),
        }),
      ),
      missing: z.array(unitRefSchema),
    }),
  },
  'GET /api/report-totals/levels.xlsx': {
    summary: 'The totals of a unit and of the two levels below it as Excel, in the tree of any day',
    permission: 'unit_report.read',
    audited: true,
    query: totalsAsked,
    response: 'file',
  },
  'GET /api/units/:id/profile': {
    summary: 'The place by year: area, households, people, poverty, members …',
    permission: 'unit_report.read',
    params: idParams,
    response: z.object({
      unit: unitRefSchema,
      years: z.array(
        z.object({
          year: z.number().int(),
          version: z.number().int(),
          source: z.string(),
          facts: z.record(z.string(), z.string()),
        }),
      ),
      canWrite: z.boolean(),
    }),
  },
  'PUT /api/units/:id/profile/:year': {
    summary: 'Save the profile of a place for a year',
    permission: 'unit_report.write',
    params: z.object({ id: idSchema, year: z.coerce.number().int().min(1990).max(2100) }),
    body: z.object({
      version: z.number().int().min(0),
      source: optionalShortText(300),
      facts: z.record(z.string().max(40), z.string().max(40)),
    }),
    response: doneSchema,
    problems: ['version_conflict'],
  },
});
