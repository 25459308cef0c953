import { baseFields } from '#domain/campaigns/fields.ts';
import { daySchema } from '#domain/kernel/day.ts';
import { longText, requiredLongText } from '#domain/kernel/text.ts';
import {
  natureSchema,
  originSchema,
  practiceDetailsSchema,
  practiceStateSchema,
  registrationSchema,
  subjectSchema,
} from '#domain/practices/practice.ts';
import { contributionKinds, contributionSources, selfCheckStatuses } from '#domain/practices/progress.ts';
import { scoreColumns } from '#domain/scoring/score.ts';
import { criteriaContentSchema, scoreLineSchema } from '#domain/scoring/criteria.ts';
import { z } from 'zod';
import { doneSchema, endpoints, idParams, idSchema, pageOf, pageQuery } from './endpoint.ts';
import {
  actionStateSchema,
  evidenceSchema,
  historyEntrySchema,
  instantSchema,
  unitNowSchema,
  unitRefSchema,
} from './shapes.ts';

const reason = requiredLongText(2_000);

/** A name near another: who has it, where, and how near (0 to 1). */
const nearDuplicateSchema = z.object({
  id: idSchema,
  name: z.string(),
  unit: unitRefSchema,
  placeName: z.string(),
  state: practiceStateSchema,
  year: z.number().nullable(),
  similarity: z.number(),
  samePlace: z.boolean(),
  otherBody: z.boolean(),
});

export const practiceRowSchema = z.object({
  id: idSchema,
  name: z.string(),
  unit: unitRefSchema,
  /** Who has its records today, where the unit is gone; `apportioned` is false where a split left that open. */
  unitNow: unitNowSchema.nullable(),
  year: z.number().nullable(),
  campaignId: idSchema.nullable(),
  stageName: z.string().nullable(),
  intake: z.number().int(),
  state: practiceStateSchema,
  nature: natureSchema,
  subject: subjectSchema,
  origin: originSchema,
  fieldCode: z.string().nullable(),
  fieldName: z.string(),
  baseField: z.enum(baseFields).nullable(),
  placeName: z.string(),
  ownerName: z.string(),
  startsOn: daySchema.nullable(),
  endsOn: daySchema.nullable(),
  submittedAt: instantSchema.nullable(),
  lastSignOfLifeAt: instantSchema.nullable(),
  silentDays: z.number().int().nullable(),
  evidenceCount: z.number().int(),
  /** Actions the caller may take on this row now. */
  allowed: z.array(z.string()),
  version: z.number().int(),
});

export const practiceFilterQuery = z.object({
  q: z.string().max(200).optional(),
  campaignId: idSchema.optional(),
  stageId: idSchema.optional(),
  year: z.coerce.number().int().min(1900).max(2200).optional(),
  /** The unit and all below it. */
  unitId: idSchema.optional(),
  /** One or several, separated by commas; `registered`, `accepted`, `open` name sets of states. */
  state: z.string().max(300).optional(),
  /** A stage of the funnel: opens exactly the practices that its number counts. */
  funnel: z.string().max(40).optional(),
  field: z.string().max(40).optional(),
  nature: natureSchema.optional(),
  subject: subjectSchema.optional(),
  origin: originSchema.optional(),
  intake: z.coerce.number().int().min(1).max(2).optional(),
  silentDays: z.coerce.number().int().min(1).max(1000).optional(),
  /** Recognised or proposed without an issued decision, without notice, without team score …: work lists. */
  lacking: z.enum(['notice', 'decision', 'self_score', 'team_score', 'final_score', 'self_check']).optional(),
  documentId: idSchema.optional(),
  /** Exactly the practices that a figure of a report counts; both together. */
  reportId: idSchema.optional(),
  indicator: z.string().max(40).optional(),
  /** As the register and the organisation stood at the end of this day; without it, the past under today's units. */
  day: daySchema.optional(),
  sort: z.enum(['name', 'unit', 'state', 'submitted', 'updated', 'field']).default('unit'),
  order: z.enum(['asc', 'desc']).default('asc'),
});

const progressEntrySchema = z.object({
  id: idSchema,
  onDate: daySchema,
  text: z.string(),
  participants: z.number().int().nullable(),
  by: z.string(),
  at: instantSchema,
  evidence: z.array(evidenceSchema),
});

const contributionSchema = z.object({
  id: idSchema,
  kind: z.enum(contributionKinds),
  source: z.enum(contributionSources),
  amount: z.number(),
  unit: z.string(),
  worth: z.number().nullable(),
  onDate: daySchema,
  note: z.string(),
  by: z.string(),
  cancelledReason: z.string().nullable(),
});

const selfCheckSchema = z.object({
  code: z.string(),
  name: z.string(),
  due: daySchema,
  expected: z.boolean(),
  late: z.boolean(),
  answer: z
    .object({
      status: z.enum(selfCheckStatuses),
      result: z.string(),
      difficulty: z.string(),
      need: z.string(),
      by: z.string(),
      at: instantSchema,
    })
    .nullable(),
});

const scoreSheetSchema = z.object({
  column: z.enum(scoreColumns),
  lines: z.array(scoreLineSchema),
  total: z.number(),
  grade: z.string().nullable(),
  passed: z.boolean(),
  note: z.string(),
  scoredOn: daySchema,
  by: z.string(),
  version: z.number().int(),
});

const lineageSchema = z.object({
  id: idSchema,
  name: z.string(),
  unitName: z.string(),
  year: z.number().nullable(),
  state: practiceStateSchema,
});

export const practicesApi = endpoints({
  'GET /api/practices': {
    summary: 'Practices in my area, filtered; search without accents',
    permission: 'practice.read',
    query: practiceFilterQuery.extend(pageQuery.shape),
    /** `total` is counted up to a limit; `totalIsExact` is false where there are more. */
    response: pageOf(practiceRowSchema).extend({ day: daySchema, totalIsExact: z.boolean() }),
  },
  'GET /api/practices.xlsx': {
    summary: 'The same list as Excel',
    permission: 'practice.read',
    audited: true,
    query: practiceFilterQuery,
    response: 'file',
  },
  'GET /api/practices/near-duplicates': {
    summary: 'Practices with a like name: same place, or another body; asked while the name is typed',
    permission: 'practice.register',
    query: z.object({
      name: z.string().max(300),
      unitId: idSchema,
      placeUnitId: idSchema.optional(),
      exceptId: idSchema.optional(),
    }),
    response: z.object({ items: z.array(nearDuplicateSchema) }),
  },
  'GET /api/registration-options': {
    summary:
      'What a unit may register into: open campaigns, fields, intake in force, quota and shortfall, last year’s practices to continue',
    permission: 'practice.register',
    query: z.object({ unitId: idSchema.optional() }),
    response: z.object({
      units: z.array(unitRefSchema),
      campaigns: z.array(
        z.object({
          id: idSchema,
          title: z.string(),
          year: z.number(),
          fields: z.array(z.object({ code: z.string(), name: z.string() })),
          intakes: z.array(
            z.object({ number: z.number(), opensOn: daySchema, closesOn: daySchema, open: z.boolean() }),
          ),
          unit: z
            .object({
              id: idSchema,
              registered: z.number(),
              least: z.number(),
              shortfall: z.number(),
              drafts: z.number(),
            })
            .nullable(),
        }),
      ),
      continuable: z.array(
        z.object({ id: idSchema, name: z.string(), year: z.number().nullable(), state: practiceStateSchema }),
      ),
    }),
  },
  'POST /api/practices': {
    summary:
      'Begin a registration (a draft of the unit); may continue an earlier practice or replicate another',
    permission: 'practice.register',
    body: z.object({
      campaignId: idSchema,
      unitId: idSchema,
      origin: originSchema,
      sourcePracticeId: idSchema.nullable(),
      registration: registrationSchema,
    }),
    response: doneSchema,
    problems: ['campaign_not_open', 'field_unknown', 'unit_not_expected', 'already_replicated'],
  },
  'GET /api/practices/:id': {
    summary:
      'A practice: registration as sent, progress, contributions, self-checks, scores, recognition, lineage, documents, history',
    permission: 'practice.read',
    params: idParams,
    response: practiceRowSchema.extend({
      placeUnit: unitRefSchema.nullable(),
      placeText: z.string(),
      content: z.string(),
      responsibleName: z.string(),
      /** Empty for readers who do not work with the practice. */
      responsiblePhone: z.string(),
      details: practiceDetailsSchema,
      consentToPublish: z.boolean(),
      campaign: z.object({ id: idSchema, title: z.string(), year: z.number() }).nullable(),
      missing: z.array(z.object({ path: z.string(), label: z.string() })),
      actions: z.array(actionStateSchema),
      appraisalNotes: z.array(
        z.object({
          id: idSchema,
          kind: z.enum(['field_check', 'desk']),
          onDate: daySchema,
          text: z.string(),
          by: z.string(),
          evidence: z.array(evidenceSchema),
        }),
      ),
      progress: z.array(progressEntrySchema),
      contributions: z.array(contributionSchema),
      selfChecks: z.array(selfCheckSchema),
      evidence: z.array(evidenceSchema),
      criteria: z.object({ id: idSchema, name: z.string(), content: criteriaContentSchema }).nullable(),
      scores: z.array(scoreSheetSchema),
      recognition: z
        .object({
          meetingId: idSchema,
          heldOn: daySchema,
          votesFor: z.number().nullable(),
          votesAgainst: z.number().nullable(),
          outcome: z.string().nullable(),
        })
        .nullable(),
      rewards: z.array(
        z.object({
          id: idSchema,
          track: z.string(),
          formLabel: z.string(),
          state: z.string(),
          decisionSymbol: z.string().nullable(),
        }),
      ),
      upward: z
        .object({
          id: idSchema,
          toUnitName: z.string(),
          state: z.string(),
          proposedOn: daySchema,
          decisionSymbol: z.string().nullable(),
        })
        .nullable(),
      source: lineageSchema.nullable(),
      descendants: z.array(lineageSchema),
      documents: z.array(
        z.object({
          id: idSchema,
          symbol: z.string().nullable(),
          subject: z.string(),
          purpose: z.string().nullable(),
          issuedOn: daySchema.nullable(),
        }),
      ),
      nearDuplicates: z.array(nearDuplicateSchema),
      lastYear: z
        .object({ id: idSchema, name: z.string(), state: practiceStateSchema, content: z.string() })
        .nullable(),
      sourcePassage: z.string().nullable(),
      history: z.array(historyEntrySchema),
    }),
  },
  'PUT /api/practices/:id': {
    summary: 'Save the registration of a draft or a returned practice',
    permission: 'practice.register',
    params: idParams,
    body: z.object({ version: z.number().int(), registration: registrationSchema }),
    response: doneSchema,
    problems: ['version_conflict', 'action_blocked', 'field_unknown'],
  },
  'POST /api/practices/:id/submission': {
    summary: 'Send the registration to the standing agency',
    permission: 'practice.register',
    params: idParams,
    response: doneSchema,
    problems: ['registration_incomplete', 'registration_closed', 'state_changed'],
  },
  'POST /api/practices/:id/withdrawal': {
    summary: 'Withdraw a registration',
    permission: 'practice.register',
    params: idParams,
    body: z.object({ reason }),
    response: doneSchema,
    problems: ['state_changed'],
  },
  'GET /api/registration-template.xlsx': {
    summary:
      'The Excel template for a list of registrations, with the campaign’s fields and places to choose from',
    permission: 'practice.register',
    query: z.object({ campaignId: idSchema, unitId: idSchema }),
    response: 'file',
  },
  'POST /api/practices/import': {
    summary:
      'Read a list of registrations (.xlsx, .csv): all rows become drafts, or none and every bad cell is named. `dryRun` only looks.',
    permission: 'practice.register',
    upload: true,
    query: z.object({ campaignId: idSchema, unitId: idSchema, dryRun: z.stringbool().default(false) }),
    response: z.object({
      rows: z.array(
        z.object({
          rowNumber: z.number(),
          name: z.string(),
          fieldName: z.string(),
          placeText: z.string(),
          warnings: z.array(z.string()),
        }),
      ),
      createdIds: z.array(idSchema),
    }),
    problems: ['import_has_errors', 'import_header_missing', 'import_empty', 'file_damaged'],
  },
  'POST /api/practices/decisions': {
    summary:
      'Appraise one or many at once: take up, accept, return or decline; each is checked on its own, and all or none is done',
    permission: 'practice.appraise',
    body: z.object({
      action: z.enum(['take_up', 'accept', 'return', 'decline']),
      practiceIds: z.array(idSchema).min(1).max(500),
      reason: longText(2_000).default(''),
    }),
    response: z.object({ ids: z.array(idSchema) }),
    problems: ['state_changed', 'action_blocked'],
  },
  'POST /api/practices/:id/appraisal-notes': {
    summary: 'Note a check at the place or at the desk, with evidence',
    permission: 'practice.appraise',
    params: idParams,
    body: z.object({
      kind: z.enum(['field_check', 'desk']),
      onDate: daySchema,
      text: requiredLongText(5_000),
      fileIds: z.array(idSchema).max(20),
    }),
    response: doneSchema,
  },
});
