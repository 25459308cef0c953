import { formatDay, type Day } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import type { Blocked } from '#domain/practices/practice.workflow.ts';

export type MeetingState = 'draft' | 'concluded';
export const meetingStateWords: Record<MeetingState, string> = {
  draft: 'Đang chuẩn bị',
  concluded: 'Đã kết luận',
};

export const meetingActions = ['edit', 'conclude'] as const;
export type MeetingAction = (typeof meetingActions)[number];
export const meetingActionWords: Record<MeetingAction, string> = {
  edit: 'Sửa cuộc họp',
  conclude: 'Kết luận cuộc họp',
};

/** What the rules look at; the server reads it again under lock before it acts. */
export interface MeetingFacts {
  readonly state: MeetingState;
  readonly campaignOpen: boolean;
  readonly heldOn: Day;
  readonly today: Day;
  readonly membersPresent: number;
  readonly quorumNeeded: number;
  /** Candidates whose votes are not entered, or do not count everybody present once. */
  readonly votesMissing: number;
  /** Candidates without a team or a final score. */
  readonly scoresMissing: number;
}

/** Why this action is refused on this meeting now; null when it is allowed. Permission is asked separately. */
export function meetingBlocked(action: MeetingAction, facts: MeetingFacts): Blocked | null {
  if (facts.state === 'concluded')
    return { reason: 'cuộc họp đã kết luận', mend: 'Chuẩn bị cuộc họp khác cho các mô hình còn lại.' };
  if (!facts.campaignOpen)
    return { reason: 'chiến dịch không còn mở', mend: 'Chỉ làm được khi chiến dịch đang thực hiện.' };
  return action === 'conclude' ? conclusionBlocked(facts) : null;
}

function conclusionBlocked(facts: MeetingFacts): Blocked | null {
  if (facts.today < facts.heldOn)
    return {
      reason: `chưa đến ngày họp (${formatDay(facts.heldOn)})`,
      mend: 'Kết luận từ ngày họp, hoặc sửa ngày họp nếu nhập nhầm.',
    };
  if (facts.membersPresent < facts.quorumNeeded)
    return {
      reason: `mới có ${formatNumber(facts.membersPresent)} người dự, cần ít nhất ${formatNumber(facts.quorumNeeded)}`,
      mend: 'Tổ chức lại cuộc họp, hoặc sửa số người dự nếu nhập nhầm.',
    };
  if (facts.votesMissing > 0)
    return {
      reason: `còn ${formatNumber(facts.votesMissing)} mô hình chưa nhập đủ số phiếu`,
      mend: 'Nhập số phiếu tán thành, không tán thành và không tham gia của từng mô hình.',
    };
  if (facts.scoresMissing > 0)
    return {
      reason: `còn ${formatNumber(facts.scoresMissing)} mô hình chưa đủ điểm của đoàn kiểm tra và điểm cuối`,
      mend: 'Ghi đủ điểm, hoặc đưa các mô hình đó sang cuộc họp sau.',
    };
  return null;
}
