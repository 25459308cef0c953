import type { Permission } from '#domain/access/permissions.ts';
import type { PracticeState } from './practice.states.ts';

export const practiceActions = [
  'edit',
  'submit',
  'withdraw',
  'take_up',
  'accept',
  'return',
  'decline',
  'start',
  'stop',
  'propose',
  'recognise',
  'not_meet',
] as const;
export type PracticeAction = (typeof practiceActions)[number];

interface PracticeRule {
  readonly from: readonly PracticeState[];
  /** The state it leads to; null where it stays. */
  readonly to: PracticeState | null;
  readonly permission: Permission;
  readonly needsReason: boolean;
}

/** The whole life of a practice in one table (domain.md §2): who may move it, from where to where. */
export const practiceWorkflow: Record<PracticeAction, PracticeRule> = {
  edit: { from: ['draft', 'returned'], to: null, permission: 'practice.register', needsReason: false },
  submit: {
    from: ['draft', 'returned'],
    to: 'submitted',
    permission: 'practice.register',
    needsReason: false,
  },
  withdraw: {
    from: ['draft', 'submitted', 'returned'],
    to: 'withdrawn',
    permission: 'practice.register',
    needsReason: true,
  },
  take_up: { from: ['submitted'], to: 'appraising', permission: 'practice.appraise', needsReason: false },
  accept: { from: ['appraising'], to: 'assigned', permission: 'practice.appraise', needsReason: false },
  return: { from: ['appraising'], to: 'returned', permission: 'practice.appraise', needsReason: true },
  decline: { from: ['appraising'], to: 'declined', permission: 'practice.appraise', needsReason: true },
  start: { from: ['assigned'], to: 'implementing', permission: 'practice.implement', needsReason: false },
  stop: {
    from: ['assigned', 'implementing'],
    to: 'stopped',
    permission: 'practice.implement',
    needsReason: true,
  },
  propose: { from: ['implementing'], to: 'proposed', permission: 'practice.implement', needsReason: false },
  recognise: { from: ['proposed'], to: 'recognised', permission: 'practice.decide', needsReason: false },
  not_meet: { from: ['proposed'], to: 'not_recognised', permission: 'practice.decide', needsReason: true },
};

/** What the rules look at beside the state. Gathered once for the server's check and sent to the screen with the record. */
export interface PracticeFacts {
  readonly state: PracticeState;
  readonly missing: readonly string[];
  readonly campaignOpen: boolean;
  /** Whether the practice's intake takes registrations today; a returned one may still be mended. */
  readonly intakeOpen: boolean;
  readonly noticeIssued: boolean;
  readonly unansweredSelfChecks: number;
  readonly progressEntries: number;
  readonly evidenceCount: number;
  readonly hasSelfScore: boolean;
  readonly hasTeamScore: boolean;
  readonly hasFinalScore: boolean;
  readonly meetingOutcome: 'recognised' | 'not_recognised' | null;
}

/** Why not, and what would satisfy the rule. */
export interface Blocked {
  readonly reason: string;
  readonly mend: string;
}

const stateReason: Blocked = {
  reason: 'mô hình không ở bước này',
  mend: 'Xem trạng thái hiện tại và việc kế tiếp ở đầu trang.',
};

const needs: Partial<Record<PracticeAction, (facts: PracticeFacts) => Blocked | null>> = {
  submit: (facts) => {
    if (facts.missing.length > 0)
      return {
        reason: `đăng ký còn thiếu ${facts.missing.join(', ')}`,
        mend: 'Bổ sung các mục bắt buộc rồi gửi lại.',
      };
    if (facts.state === 'draft' && !facts.intakeOpen)
      return {
        reason: 'đợt đăng ký chưa mở hoặc đã hết hạn',
        mend: 'Chờ đợt kế tiếp, hoặc đề nghị cơ quan thường trực gia hạn.',
      };
    return null;
  },
  start: (facts) =>
    facts.noticeIssued
      ? null
      : {
          reason: 'chưa có thông báo giao nhiệm vụ',
          mend: 'Cơ quan thường trực ban hành thông báo giao thực hiện trước.',
        },
  propose: (facts) => {
    if (facts.progressEntries === 0)
      return { reason: 'chưa ghi tiến độ lần nào', mend: 'Ghi ít nhất một lần tiến độ có kết quả.' };
    if (facts.evidenceCount === 0)
      return { reason: 'chưa có minh chứng', mend: 'Đính kèm ít nhất một ảnh hoặc tài liệu.' };
    if (facts.unansweredSelfChecks > 0)
      return {
        reason: `còn ${facts.unansweredSelfChecks} lần tự kiểm tra đến hạn chưa làm`,
        mend: 'Làm các lần tự kiểm tra đến hạn.',
      };
    if (!facts.hasSelfScore)
      return { reason: 'đơn vị chưa tự chấm điểm', mend: 'Tự chấm theo bộ tiêu chí trước khi đề nghị.' };
    return null;
  },
  recognise: (facts) => {
    if (!facts.hasTeamScore)
      return { reason: 'đoàn kiểm tra chưa chấm điểm', mend: 'Ghi điểm của đoàn kiểm tra.' };
    if (!facts.hasFinalScore)
      return { reason: 'chưa có điểm cuối', mend: 'Ghi điểm thống nhất tại cuộc họp.' };
    if (facts.meetingOutcome !== 'recognised')
      return { reason: 'cuộc họp xét chưa thông qua', mend: 'Kết luận cuộc họp xét có mô hình này.' };
    return null;
  },
  not_meet: (facts) =>
    facts.meetingOutcome === 'not_recognised'
      ? null
      : {
          reason: 'cuộc họp xét chưa kết luận về mô hình này',
          mend: 'Kết luận cuộc họp xét có mô hình này.',
        },
};

/** Why this action is refused on this practice now; null when it is allowed. Permission is asked separately. */
export function practiceBlocked(action: PracticeAction, facts: PracticeFacts): Blocked | null {
  const rule = practiceWorkflow[action];
  if (!rule.from.includes(facts.state)) return stateReason;
  if (!facts.campaignOpen)
    return { reason: 'chiến dịch không còn mở', mend: 'Chỉ làm được khi chiến dịch đang thực hiện.' };
  return needs[action]?.(facts) ?? null;
}

/** Folds the moves of a practice's history into its state: the column on the record must equal this. */
export function foldPracticeState(moves: readonly { toState: string | null }[]): string | null {
  return moves.reduce<string | null>((state, move) => move.toState ?? state, null);
}
