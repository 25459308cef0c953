import { daySchema } from '#domain/kernel/day.ts';
import { longText, optionalShortText, requiredLongText, shortText } from '#domain/kernel/text.ts';
import { subjectSchema } from '#domain/practices/practice.ts';
import { contributionKinds } from '#domain/practices/progress.ts';
import { candidateResultSchema, meetingRulesSchema } from '#domain/recognition/meeting.ts';
import { rewardStates, rewardTracks } from '#domain/recognition/rewards.ts';
import { z } from 'zod';
import { doneSchema, endpoints, idParams, idSchema, pageOf, pageQuery } from './endpoint.ts';
import { practiceRowSchema } from './practices.ts';
import {
  actionStateSchema,
  historyEntrySchema,
  instantSchema,
  unitNowSchema,
  unitRefSchema,
} from './shapes.ts';

const candidateSchema = z.object({
  practice: practiceRowSchema,
  self: z.number().nullable(),
  team: z.number().nullable(),
  final: z.number().nullable(),
  grade: z.string().nullable(),
  passed: z.boolean().nullable(),
  votesFor: z.number().int().nullable(),
  votesAgainst: z.number().int().nullable(),
  votesAbstained: z.number().int().nullable(),
  outcome: z.enum(['recognised', 'not_recognised']).nullable(),
  note: z.string(),
  /** Members who lead, own or are in charge of the area of this practice: conflict of interest to declare. */
  conflicts: z.array(z.string()),
});

/** What the file of a proposal on the state track is written from, as the register stood when it was proposed. */
export const rewardFileSchema = z.object({
  practiceName: z.string(),
  unitName: z.string(),
  content: z.string(),
  results: z.string(),
  contributions: z.array(z.object({ kind: z.enum(contributionKinds), unit: z.string(), amount: z.number() })),
  finalScore: z.number().nullable(),
  grade: z.string().nullable(),
  recognisedAt: instantSchema.nullable(),
});

const rewardSchema = z.object({
  id: idSchema,
  practice: z.object({ id: idSchema, name: z.string(), unitName: z.string() }),
  track: z.enum(rewardTracks),
  form: z.string(),
  formLabel: z.string(),
  recipientName: z.string(),
  recipientSubject: subjectSchema,
  level: z.enum(['own', 'upper']),
  reason: z.string(),
  state: z.enum(rewardStates),
  decidedOn: daySchema.nullable(),
  decisionSymbol: z.string().nullable(),
  /** On the state track only. */
  file: rewardFileSchema.nullable(),
  version: z.number().int(),
});

export const recognitionApi = endpoints({
  'GET /api/campaigns/:id/meetings': {
    summary: 'Meetings of a campaign, and how many candidates wait for one',
    permission: 'campaign.read',
    params: idParams,
    response: z.object({
      items: z.array(
        z.object({
          id: idSchema,
          title: z.string(),
          heldOn: daySchema,
          state: z.enum(['draft', 'concluded']),
          candidates: z.number().int(),
          recognised: z.number().int(),
        }),
      ),
      waiting: z.number().int(),
      canManage: z.boolean(),
    }),
  },
  'POST /api/campaigns/:id/meetings': {
    summary:
      'Prepare a meeting: date, members, rules with their legal basis; candidates are the proposed practices chosen',
    permission: 'practice.decide',
    params: idParams,
    body: z.object({
      title: shortText(300),
      heldOn: daySchema,
      chairPost: optionalShortText(200),
      secretaryPost: optionalShortText(200),
      membersTotal: z.number().int().min(1).max(500),
      membersPresent: z.number().int().min(0).max(500),
      rules: meetingRulesSchema,
      practiceIds: z.array(idSchema).min(1).max(500),
    }),
    response: doneSchema,
  },
  'GET /api/meetings/:id': {
    summary: 'A meeting with its candidates, three score columns each',
    permission: 'campaign.read',
    params: idParams,
    response: z.object({
      id: idSchema,
      campaign: z.object({ id: idSchema, title: z.string(), year: z.number() }),
      title: z.string(),
      heldOn: daySchema,
      chairPost: z.string(),
      secretaryPost: z.string(),
      membersTotal: z.number().int(),
      membersPresent: z.number().int(),
      rules: meetingRulesSchema,
      quorumNeeded: z.number().int(),
      conclusion: z.string(),
      state: z.enum(['draft', 'concluded']),
      version: z.number().int(),
      candidates: z.array(candidateSchema),
      /** Proposed practices of the campaign that are in no meeting. */
      notYetCandidates: z.array(practiceRowSchema),
      actions: z.array(actionStateSchema),
      history: z.array(historyEntrySchema),
    }),
  },
  'PUT /api/meetings/:id': {
    summary: 'Change a meeting that is not concluded: data, candidates, votes',
    permission: 'practice.decide',
    params: idParams,
    body: z.object({
      version: z.number().int(),
      title: shortText(300),
      heldOn: daySchema,
      chairPost: optionalShortText(200),
      secretaryPost: optionalShortText(200),
      membersTotal: z.number().int().min(1).max(500),
      membersPresent: z.number().int().min(0).max(500),
      rules: meetingRulesSchema,
      practiceIds: z.array(idSchema).min(1).max(500),
      results: z.array(candidateResultSchema).max(500),
      conclusion: longText(10_000),
    }),
    response: doneSchema,
    problems: ['version_conflict', 'meeting_votes_wrong'],
  },
  'POST /api/meetings/:id/conclusion': {
    summary: 'Conclude: quorum and votes are checked, every candidate is recognised or not, all in one act',
    permission: 'practice.decide',
    params: idParams,
    body: z.object({ version: z.number().int() }),
    response: doneSchema,
    problems: ['meeting_no_quorum', 'meeting_votes_wrong', 'action_blocked', 'version_conflict'],
  },
  'GET /api/campaigns/:id/rewards': {
    summary: 'Reward proposals on their two tracks',
    permission: 'campaign.read',
    params: idParams,
    response: z.object({ items: z.array(rewardSchema), canPropose: z.boolean() }),
  },
  'POST /api/campaigns/:id/rewards': {
    summary: 'Propose a reward for a recognised practice',
    permission: 'reward.propose',
    params: idParams,
    body: z.object({
      practiceId: idSchema,
      track: z.enum(rewardTracks),
      form: z.string().max(40),
      recipientName: shortText(200),
      recipientSubject: subjectSchema,
      level: z.enum(['own', 'upper']),
      reason: longText(3_000),
    }),
    response: doneSchema,
    problems: ['action_blocked'],
  },
  'POST /api/rewards/:id/outcome': {
    summary: 'Record what became of a reward proposal',
    permission: 'reward.propose',
    params: idParams,
    body: z.object({
      version: z.number().int(),
      state: z.enum(['granted', 'refused']),
      decidedOn: daySchema,
      decisionSymbol: optionalShortText(60),
    }),
    response: doneSchema,
    problems: ['version_conflict', 'state_changed'],
  },
  'POST /api/practices/:id/upward-proposal': {
    summary: 'Propose a recognised practice to the upper level',
    permission: 'practice.decide',
    params: idParams,
    body: z.object({ toUnitId: idSchema, proposedOn: daySchema, reason: longText(3_000) }),
    response: doneSchema,
    problems: ['action_blocked'],
  },
  'GET /api/upward-proposals': {
    summary: 'Practices proposed to my level, or by my level',
    permission: 'practice.read',
    query: pageQuery.extend({ state: z.enum(['proposed', 'recognised', 'not_recognised']).optional() }),
    response: pageOf(
      z.object({
        id: idSchema,
        practice: z.object({ id: idSchema, name: z.string() }),
        fromUnit: unitRefSchema,
        toUnit: unitRefSchema,
        proposedOn: daySchema,
        reason: z.string(),
        state: z.enum(['proposed', 'recognised', 'not_recognised']),
        decisionSymbol: z.string().nullable(),
        decidedOn: daySchema.nullable(),
        canDecide: z.boolean(),
        version: z.number().int(),
      }),
    ),
  },
  'POST /api/upward-proposals/:id/outcome': {
    summary: 'Record whether the upper level recognised it',
    permission: 'upward.record',
    params: idParams,
    body: z.object({
      version: z.number().int(),
      state: z.enum(['recognised', 'not_recognised']),
      decidedOn: daySchema,
      decisionSymbol: optionalShortText(60),
    }),
    response: doneSchema,
    problems: ['version_conflict', 'state_changed'],
  },
  'GET /api/replication': {
    summary: 'Effective practices to spread, offers made and what became of them',
    permission: 'practice.read',
    query: z.object({ campaignId: idSchema.optional() }),
    response: z.object({
      offers: z.array(
        z.object({
          id: idSchema,
          practice: z.object({ id: idSchema, name: z.string(), unitName: z.string(), content: z.string() }),
          unit: unitRefSchema,
          message: z.string(),
          offeredOn: daySchema,
          state: z.enum(['offered', 'taken_up', 'declined']),
          declineReason: z.string().nullable(),
          replicaId: idSchema.nullable(),
          canAnswer: z.boolean(),
          version: z.number().int(),
        }),
      ),
      canOffer: z.boolean(),
    }),
  },
  'POST /api/practices/:id/replication-offers': {
    summary: 'Put an effective practice to units to take up in a campaign',
    permission: 'replication.offer',
    params: idParams,
    body: z.object({
      campaignId: idSchema,
      unitIds: z.array(idSchema).min(1).max(500),
      message: longText(3_000),
    }),
    response: z.object({ ids: z.array(idSchema) }),
    problems: ['action_blocked'],
  },
  'POST /api/replication-offers/:id/taking-up': {
    summary: 'Take it up: a draft registration with its origin is made for the unit',
    permission: 'practice.replicate',
    params: idParams,
    response: doneSchema,
    problems: ['already_replicated', 'state_changed', 'campaign_not_open'],
  },
  'POST /api/replication-offers/:id/declining': {
    summary: 'Decline an offer, saying why',
    permission: 'practice.replicate',
    params: idParams,
    body: z.object({ reason: requiredLongText(2_000) }),
    response: doneSchema,
    problems: ['state_changed'],
  },
  'GET /api/gallery': {
    summary: 'Recognised practices whose owners agreed to be shown',
    permission: 'gallery.read',
    query: pageQuery.extend({
      q: z.string().max(200).optional(),
      baseField: z.string().max(40).optional(),
      year: z.coerce.number().int().optional(),
      day: daySchema.optional(),
    }),
    response: pageOf(
      z.object({
        id: idSchema,
        name: z.string(),
        unitName: z.string(),
        unitNow: unitNowSchema.nullable(),
        placeName: z.string(),
        fieldName: z.string(),
        year: z.number().nullable(),
        content: z.string(),
        results: z.string(),
        recognisedAt: instantSchema.nullable(),
        photoFileId: idSchema.nullable(),
        replicas: z.number().int(),
        /** Whether the practice's own page is open to the caller. */
        mayOpen: z.boolean(),
      }),
    ).extend({ day: daySchema }),
  },
  'GET /api/gallery/:id/photo': {
    summary: 'The photo of a practice in the gallery',
    permission: 'gallery.read',
    params: idParams,
    response: 'file',
  },
});
