import type { Permission } from '#domain/access/permissions.ts';
import type { PracticeState } from './practice.states.ts';
import type { Blocked } from './practice.workflow.ts';

/** What is written beside a practice without moving it: notes, progress, contributions, checks, scores. */
export const practiceWorks = [
  'note_appraisal',
  'record_progress',
  'add_contribution',
  'answer_self_check',
  'score_self',
  'score_team',
  'score_final',
] as const;
export type PracticeWork = (typeof practiceWorks)[number];

interface WorkRule {
  readonly in: readonly PracticeState[];
  readonly permission: Permission;
  readonly button: string;
}

const underWay: readonly PracticeState[] = ['implementing', 'proposed'];

/** When each work may be done (domain.md §2, steps 2 to 5), and by whom. */
export const practiceWorkRules: Record<PracticeWork, WorkRule> = {
  note_appraisal: {
    in: ['submitted', 'appraising', 'returned'],
    permission: 'practice.appraise',
    button: 'Ghi kết quả thẩm định',
  },
  record_progress: { in: underWay, permission: 'practice.implement', button: 'Ghi tiến độ' },
  add_contribution: { in: underWay, permission: 'practice.implement', button: 'Ghi nguồn lực huy động' },
  answer_self_check: { in: underWay, permission: 'practice.implement', button: 'Tự kiểm tra' },
  score_self: { in: underWay, permission: 'practice.implement', button: 'Tự chấm điểm' },
  score_team: { in: underWay, permission: 'practice.inspect', button: 'Chấm điểm của đoàn kiểm tra' },
  score_final: { in: ['proposed'], permission: 'practice.decide', button: 'Ghi điểm cuối' },
};

/** Why this work is refused on a practice now; null when it is allowed. Permission is asked separately. */
export function workBlocked(
  work: PracticeWork,
  practice: { readonly state: PracticeState; readonly campaignOpen: boolean },
): Blocked | null {
  if (!practice.campaignOpen)
    return { reason: 'chiến dịch không còn mở', mend: 'Chỉ làm được khi chiến dịch đang thực hiện.' };
  if (practiceWorkRules[work].in.includes(practice.state)) return null;
  if (practice.state === 'assigned')
    return { reason: 'mô hình chưa bắt đầu thực hiện', mend: 'Bấm “Bắt đầu thực hiện” trước.' };
  if (work === 'score_final' && practice.state === 'implementing')
    return { reason: 'đơn vị chưa đề nghị công nhận', mend: 'Chờ đơn vị gửi đề nghị công nhận.' };
  return {
    reason: 'mô hình không ở bước này',
    mend: 'Xem trạng thái hiện tại và việc kế tiếp ở đầu trang.',
  };
}

/** Lines of the history that no action of the workflow writes. */
export const practiceHistoryWords: Readonly<Record<string, string>> = {
  create: 'Lập đăng ký',
  continue: 'Lập đăng ký tiếp tục từ năm trước',
  replicate: 'Nhận áp dụng, lập đăng ký nhân rộng',
  import: 'Lập đăng ký từ danh sách',
  note_appraisal: 'Ghi kết quả thẩm định',
  record_progress: 'Ghi tiến độ',
  add_contribution: 'Ghi nguồn lực huy động',
  cancel_contribution: 'Hủy một khoản huy động ghi nhầm',
  withdraw_evidence: 'Thu hồi minh chứng',
  answer_self_check: 'Tự kiểm tra',
  score_self: 'Đơn vị tự chấm điểm',
  score_team: 'Đoàn kiểm tra chấm điểm',
  score_final: 'Ghi điểm cuối',
  assign: 'Ban hành thông báo giao thực hiện',
  decide_recognition: 'Ban hành quyết định công nhận',
  offer_replication: 'Đề nghị đơn vị khác áp dụng',
  replicated: 'Được đơn vị khác nhận áp dụng',
  carry_over: 'Chuyển tiếp từ năm trước',
  enter_from_paper: 'Ghi theo tài liệu cũ',
  propose_reward: 'Đề nghị khen thưởng',
  reward_granted: 'Được khen thưởng',
  reward_refused: 'Không được khen thưởng',
  propose_upward: 'Đề nghị cấp trên công nhận',
  recognised_above: 'Cấp trên công nhận',
  not_recognised_above: 'Cấp trên chưa công nhận',
};
