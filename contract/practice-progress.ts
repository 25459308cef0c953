import { daySchema } from '#domain/kernel/day.ts';
import { longText, optionalShortText, requiredLongText, shortText } from '#domain/kernel/text.ts';
import { contributionKinds, contributionSources, selfCheckStatuses } from '#domain/practices/progress.ts';
import { scoreLineSchema } from '#domain/scoring/criteria.ts';
import { z } from 'zod';
import { doneSchema, endpoints, idParams, idSchema } from './endpoint.ts';

const reason = requiredLongText(2_000);

const scoreInput = z.object({
  version: z.number().int().nullable(),
  lines: z.array(scoreLineSchema).max(60),
  note: longText(3_000),
  scoredOn: daySchema,
});

/** What happens to a practice once it is assigned: start, progress, contributions, self-checks, proposal, scores. */
export const practiceProgressApi = endpoints({
  'POST /api/practices/:id/start': {
    summary: 'Begin carrying out an assigned practice',
    permission: 'practice.implement',
    params: idParams,
    response: doneSchema,
    problems: ['action_blocked', 'state_changed'],
  },
  'POST /api/practices/:id/stop': {
    summary: 'Stop a practice, saying why',
    permission: 'practice.implement',
    params: idParams,
    body: z.object({ reason }),
    response: doneSchema,
    problems: ['state_changed'],
  },
  'POST /api/practices/:id/progress': {
    summary: 'Record progress with evidence',
    permission: 'practice.implement',
    params: idParams,
    body: z.object({
      onDate: daySchema,
      text: requiredLongText(10_000),
      participants: z.number().int().min(0).max(10_000_000).nullable(),
      files: z.array(z.object({ fileId: idSchema, caption: optionalShortText(200) })).max(30),
    }),
    response: doneSchema,
    problems: ['action_blocked'],
  },
  'POST /api/practices/:id/evidence/:evidenceId/withdrawal': {
    summary: 'Take back a wrong piece of evidence; it stays in the history',
    permission: 'practice.implement',
    params: idParams.extend({ evidenceId: idSchema }),
    body: z.object({ reason: shortText(300) }),
    response: doneSchema,
  },
  'POST /api/practices/:id/contributions': {
    summary: 'Record money, land, working days or goods with their source',
    permission: 'practice.implement',
    params: idParams,
    body: z.object({
      kind: z.enum(contributionKinds),
      source: z.enum(contributionSources),
      amount: z.number().positive().max(1e14),
      unit: shortText(40),
      worth: z.number().int().min(0).max(1e15).nullable(),
      onDate: daySchema,
      note: optionalShortText(500),
    }),
    response: doneSchema,
    problems: ['action_blocked'],
  },
  'POST /api/contributions/:id/cancellation': {
    summary: 'Cancel a wrongly entered contribution; it stays visible, struck through',
    permission: 'practice.implement',
    params: idParams,
    body: z.object({ reason: shortText(300) }),
    response: doneSchema,
  },
  'PUT /api/practices/:id/self-checks/:code': {
    summary: 'Answer a 3- or 6-month self-check',
    permission: 'practice.implement',
    params: idParams.extend({ code: z.string().max(40) }),
    body: z.object({
      status: z.enum(selfCheckStatuses),
      result: requiredLongText(5_000),
      difficulty: longText(3_000),
      need: longText(3_000),
      fileIds: z.array(idSchema).max(20),
    }),
    response: doneSchema,
    problems: ['action_blocked'],
  },
  'POST /api/practices/:id/proposal': {
    summary: 'Propose the practice for recognition',
    permission: 'practice.implement',
    params: idParams,
    response: doneSchema,
    problems: ['action_blocked', 'state_changed'],
  },
  'PUT /api/practices/:id/scores/self': {
    summary: "The unit's own score",
    permission: 'practice.implement',
    params: idParams,
    body: scoreInput,
    response: doneSchema,
    problems: ['score_out_of_range', 'action_blocked', 'version_conflict'],
  },
  'PUT /api/practices/:id/scores/team': {
    summary: "The inspection team's score",
    permission: 'practice.inspect',
    params: idParams,
    body: scoreInput,
    response: doneSchema,
    problems: ['score_out_of_range', 'action_blocked', 'version_conflict'],
  },
  'PUT /api/practices/:id/scores/final': {
    summary: 'The score agreed at the meeting',
    permission: 'practice.decide',
    params: idParams,
    body: scoreInput,
    response: doneSchema,
    problems: ['score_out_of_range', 'action_blocked', 'version_conflict'],
  },
});
