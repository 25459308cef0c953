import { optionalShortText, shortText } from '#domain/kernel/text.ts';
import { z } from 'zod';

/** Rules of a meeting, with where they come from: settings, never constants. */
export const meetingRulesSchema = z.object({
  legalBasis: shortText(600),
  /** Least share of members present, and of votes in favour among those present, in percent. */
  quorumPercent: z.number().min(1).max(100),
  neededPercent: z.number().min(1).max(100),
  ballot: z.enum(['open', 'secret']),
});
export type MeetingRules = z.output<typeof meetingRulesSchema>;

export const votesSchema = z.object({
  for: z.number().int().min(0).max(1000),
  against: z.number().int().min(0).max(1000),
  abstained: z.number().int().min(0).max(1000),
});
export type Votes = z.output<typeof votesSchema>;

export const candidateResultSchema = z.object({
  practiceId: z.uuid(),
  votes: votesSchema,
  note: optionalShortText(1000),
});
