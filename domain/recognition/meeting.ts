import { formatNumber, formatShare } from '#domain/kernel/numbers.ts';
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

/** People needed for the meeting to be valid: the share rounded up. */
export function quorumNeeded(membersTotal: number, rules: MeetingRules): number {
  return Math.ceil((membersTotal * rules.quorumPercent) / 100);
}

/** Every person present is counted once: for, against, or abstained (conflict of interest included). */
export function votesAddUp(votes: Votes, present: number): boolean {
  return votes.for + votes.against + votes.abstained === present;
}

/**
 * Whether the votes recognise a practice: the share in favour among the votes cast (those who abstain for
 * a conflict of interest leave the denominator) reaches what the rules need; with no vote cast, never.
 */
export function votesRecognise(votes: Votes, rules: MeetingRules): boolean {
  const cast = votes.for + votes.against;
  return cast > 0 && votes.for * 100 >= rules.neededPercent * cast;
}

/** The votes in words, for the history and for the reason of a refusal: "5/9 (55,6%) phiếu tán thành; cần 70%". */
export function votesInWords(votes: Votes, rules: MeetingRules): string {
  const cast = votes.for + votes.against;
  const abstained = votes.abstained > 0 ? `, ${votes.abstained} người không tham gia` : '';
  return `${formatShare(votes.for, cast)} phiếu tán thành${abstained}; cần ${formatNumber(rules.neededPercent)}%`;
}
