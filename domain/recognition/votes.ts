import { formatNumber, formatShare } from '#domain/kernel/numbers.ts';
import type { MeetingRules, Votes } from './meeting.ts';

/** The counting rules of a meeting, apart from the schemas: screens count live with them. */

/** People needed for the meeting to be valid: the share rounded up. */
export function quorumNeeded(membersTotal: number, rules: Pick<MeetingRules, 'quorumPercent'>): number {
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
export function votesRecognise(votes: Votes, rules: Pick<MeetingRules, 'neededPercent'>): boolean {
  const cast = votes.for + votes.against;
  return cast > 0 && votes.for * 100 >= rules.neededPercent * cast;
}

/** The votes in words, for the history and for the reason of a refusal: "5/9 (55,6%) phiếu tán thành; cần 70%". */
export function votesInWords(votes: Votes, rules: MeetingRules): string {
  const cast = votes.for + votes.against;
  const abstained = votes.abstained > 0 ? `, ${votes.abstained} người không tham gia` : '';
  return `${formatShare(votes.for, cast)} phiếu tán thành${abstained}; cần ${formatNumber(rules.neededPercent)}%`;
}
