import { campaignStates } from '#domain/campaigns/campaign.workflow.ts';
import { baseFields } from '#domain/campaigns/fields.ts';
import { planSchema } from '#domain/campaigns/plan.ts';
import { daySchema } from '#domain/kernel/day.ts';
import { optionalShortText, shortText } from '#domain/kernel/text.ts';
import { natureSchema, subjectSchema } from '#domain/practices/practice.ts';
import { funnelStages } from '#domain/practices/funnel.ts';
import { criteriaContentSchema } from '#domain/scoring/criteria.ts';
import { z } from 'zod';
import { doneSchema, endpoints, idParams, idSchema } from './endpoint.ts';
import { actionStateSchema, historyEntrySchema, tracedNumberSchema, unitRefSchema } from './shapes.ts';

const campaignSummarySchema = z.object({
  id: idSchema,
  title: z.string(),
  year: z.number().int(),
  state: z.enum(campaignStates),
  owner: unitRefSchema,
  stage: z.object({ id: idSchema, name: z.string() }).nullable(),
  registered: z.number().int(),
  recognised: z.number().int(),
});

export const stageSchema = z.object({
  id: idSchema,
  name: z.string(),
  fromYear: z.number().int(),
  toYear: z.number().int(),
  onPaper: z.boolean(),
  owner: unitRefSchema,
});

/** One of the six steps as it stands: what was reached, out of what, and what is wrong in words. */
const stripStepSchema = z.object({
  number: z.number().int(),
  name: z.string(),
  from: daySchema.nullable(),
  due: daySchema.nullable(),
  now: z.boolean(),
  count: tracedNumberSchema,
  outOf: z.number().nullable(),
  /** 0 to 1. */
  done: z.number(),
  remark: z.string(),
  late: z.boolean(),
});

const cellStates = ['ok', 'late', 'missing', 'waiting', 'not_due', 'not_applicable'] as const;
/** A cell of the units × steps matrix. `text` is short ("5/6", "+3"); `words` says it whole for readers and tooltips. */
const cellSchema = z.object({
  state: z.enum(cellStates),
  text: z.string(),
  words: z.string(),
  link: z.string().nullable(),
});

export const campaignsApi = endpoints({
  'GET /api/campaigns': {
    summary: 'Campaigns that concern the caller, newest first',
    permission: 'campaign.read',
    response: z.object({ items: z.array(campaignSummarySchema), canCreate: z.array(unitRefSchema) }),
  },
  'POST /api/campaigns': {
    summary: 'Start a campaign from a plan (a draft until it is opened)',
    permission: 'campaign.manage',
    body: z.object({
      ownerUnitId: idSchema,
      year: z.number().int().min(2000).max(2100),
      title: shortText(300),
      stageId: idSchema.nullable(),
      plan: planSchema,
    }),
    response: doneSchema,
    problems: ['campaign_exists'],
  },
  'GET /api/campaigns/:id': {
    summary: 'A campaign with its plan and what may be done with it',
    permission: 'campaign.read',
    params: idParams,
    response: campaignSummarySchema.extend({
      plan: planSchema,
      version: z.number().int(),
      planDocument: z.object({ id: idSchema, symbol: z.string().nullable(), subject: z.string() }).nullable(),
      previousCampaignId: idSchema.nullable(),
      nextCampaignId: idSchema.nullable(),
      members: z.array(z.object({ post: z.string(), duty: z.string(), areas: z.array(unitRefSchema) })),
      criteriaSets: z.array(z.object({ id: idSchema, name: z.string() })),
      exemptions: z.array(z.object({ unit: unitRefSchema, reason: z.string() })),
      actions: z.array(actionStateSchema),
      history: z.array(historyEntrySchema),
    }),
  },
  'PUT /api/campaigns/:id/plan': {
    summary: 'Save the plan; every saved version is kept',
    permission: 'campaign.manage',
    params: idParams,
    body: z.object({
      version: z.number().int(),
      title: shortText(300),
      stageId: idSchema.nullable(),
      planDocumentId: idSchema.nullable(),
      plan: planSchema,
    }),
    response: doneSchema,
    problems: ['version_conflict', 'action_blocked'],
  },
  'POST /api/campaigns/:id/opening': {
    summary: 'Open the campaign: registration can begin',
    permission: 'campaign.manage',
    params: idParams,
    response: doneSchema,
    problems: ['campaign_incomplete', 'state_changed'],
  },
  'POST /api/campaigns/:id/closing': {
    summary: 'Close the year',
    permission: 'campaign.manage',
    params: idParams,
    response: doneSchema,
    problems: ['campaign_has_open_work', 'state_changed'],
  },
  'POST /api/campaigns/:id/next': {
    summary:
      "Start next year's campaign from this one: plan moved a year on, chosen practices carried over as drafts of their units",
    permission: 'campaign.manage',
    params: idParams,
    body: z.object({
      year: z.number().int().min(2000).max(2100),
      title: shortText(300),
      continuePracticeIds: z.array(idSchema).max(2000),
    }),
    response: doneSchema,
    problems: ['campaign_exists'],
  },
  'PUT /api/campaigns/:id/exemptions/:unitId': {
    summary: 'Say that a unit need not register this year, and why; an empty reason takes it back',
    permission: 'campaign.manage',
    params: idParams.extend({ unitId: idSchema }),
    body: z.object({ reason: optionalShortText(500) }),
    response: doneSchema,
  },
  'GET /api/campaigns/:id/overview': {
    summary:
      'The strip of six steps, the funnel with its definitions, counts by field, what is next and who is late',
    permission: 'campaign.read',
    params: idParams,
    query: z.object({ unitId: idSchema.optional(), day: daySchema.optional() }),
    response: z.object({
      asOf: daySchema,
      scope: z.string(),
      steps: z.array(stripStepSchema),
      funnel: z.array(tracedNumberSchema.extend({ stage: z.enum(funnelStages) })),
      byField: z.array(tracedNumberSchema.extend({ fieldCode: z.string(), baseField: z.enum(baseFields) })),
      unitsRegistered: tracedNumberSchema,
      unitsExpected: tracedNumberSchema,
      next: z.array(
        z.object({ due: daySchema, text: z.string(), link: z.string().nullable(), late: z.boolean() }),
      ),
    }),
  },
  'GET /api/campaigns/:id/matrix': {
    summary:
      'Units × steps: registered against the least, assigned, each self-check, second intake, reports; missing units named',
    permission: 'campaign.read',
    params: idParams,
    query: z.object({ day: daySchema.optional() }),
    response: z.object({
      asOf: daySchema,
      columns: z.array(z.object({ key: z.string(), label: z.string(), due: daySchema.nullable() })),
      rows: z.array(
        z.object({
          unit: unitRefSchema,
          /** Units gone since the denominator was taken, whose quotas and practices this row adds up. */
          formerNames: z.array(z.string()),
          /** A unit that was split, and nothing says which successor its practices belong to: a line of its own. */
          unapportioned: z.boolean(),
          registered: z.number().int(),
          least: z.number().int(),
          shortfall: z.number().int(),
          exemptReason: z.string().nullable(),
          cells: z.record(z.string(), cellSchema),
        }),
      ),
      missing: z.array(unitRefSchema),
    }),
  },
  'GET /api/campaigns/:id/matrix.xlsx': {
    summary: 'The same matrix as Excel',
    permission: 'campaign.read',
    params: idParams,
    query: z.object({ day: daySchema.optional() }),
    response: 'file',
  },
  'GET /api/stages': {
    summary: 'Stages (giai đoạn) that concern the caller',
    permission: 'campaign.read',
    response: z.object({ items: z.array(stageSchema) }),
  },
  'POST /api/stages': {
    summary: 'Declare a stage',
    permission: 'campaign.manage',
    body: z.object({
      ownerUnitId: idSchema,
      name: shortText(120),
      fromYear: z.number().int().min(1990).max(2100),
      toYear: z.number().int().min(1990).max(2100),
      onPaper: z.boolean(),
    }),
    response: doneSchema,
  },
  'GET /api/criteria-sets': {
    summary: 'Criteria sets in my area, newest revision first',
    permission: 'campaign.read',
    response: z.object({
      items: z.array(
        z.object({
          id: idSchema,
          familyId: idSchema,
          revision: z.number().int(),
          owner: unitRefSchema,
          name: z.string(),
          nature: natureSchema.nullable(),
          subject: subjectSchema.nullable(),
          legalBasis: z.string(),
          content: criteriaContentSchema,
          warnings: z.array(z.string()),
          inUse: z.boolean(),
        }),
      ),
    }),
  },
  'POST /api/criteria-sets': {
    summary: 'Write a criteria set, or a new revision of a family',
    permission: 'criteria.manage',
    body: z.object({
      ownerUnitId: idSchema,
      familyId: idSchema.nullable(),
      name: shortText(200),
      nature: natureSchema.nullable(),
      subject: subjectSchema.nullable(),
      legalBasis: shortText(600),
      content: criteriaContentSchema,
    }),
    response: doneSchema,
  },
});
