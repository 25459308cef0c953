import type { Permission } from '#domain/access/permissions.ts';
import type { FigureFault } from './figures.ts';

/** The life of a unit's report of a period (domain.md §4). Late is a fact beside the state, never a state. */
export const reportStates = [
  'not_started',
  'draft',
  'approved',
  'submitted',
  'returned',
  'accepted',
] as const;
export type ReportState = (typeof reportStates)[number];

export const reportStateWords: Record<ReportState, string> = {
  not_started: 'Chưa làm',
  draft: 'Đang soạn',
  approved: 'Đã duyệt trong đơn vị',
  submitted: 'Đã gửi',
  returned: 'Bị trả lại',
  accepted: 'Đã tiếp nhận',
};

/** A report counts above from the moment it is sent until it comes back. */
export const countedStates: readonly ReportState[] = ['submitted', 'accepted'];

export const reportActions = [
  'edit',
  'approve',
  'reopen',
  'submit',
  'withdraw',
  'return',
  'accept',
  'correct',
  'recount',
  'keep',
  'extend',
] as const;
export type ReportAction = (typeof reportActions)[number];

interface ReportRule {
  readonly from: readonly ReportState[];
  /** Null where it stays. */
  readonly to: ReportState | null;
  readonly permission: Permission;
  /** Where the permission is asked: at the unit that reports, or at the owner of the form. */
  readonly at: 'unit' | 'owner';
  readonly needsReason: boolean;
  readonly label: string;
}

export const reportWorkflow: Record<ReportAction, ReportRule> = {
  edit: {
    from: ['draft', 'returned'],
    to: null,
    permission: 'unit_report.write',
    at: 'unit',
    needsReason: false,
    label: 'Soạn báo cáo',
  },
  approve: {
    from: ['draft', 'returned'],
    to: 'approved',
    permission: 'unit_report.approve',
    at: 'unit',
    needsReason: false,
    label: 'Duyệt trong đơn vị',
  },
  reopen: {
    from: ['approved'],
    to: 'draft',
    permission: 'unit_report.write',
    at: 'unit',
    needsReason: false,
    label: 'Mở lại để sửa',
  },
  submit: {
    from: ['draft', 'returned', 'approved'],
    to: 'submitted',
    permission: 'unit_report.write',
    at: 'unit',
    needsReason: false,
    label: 'Gửi báo cáo',
  },
  withdraw: {
    from: ['submitted'],
    to: 'draft',
    permission: 'unit_report.write',
    at: 'unit',
    needsReason: true,
    label: 'Rút lại',
  },
  return: {
    from: ['submitted'],
    to: 'returned',
    permission: 'unit_report.review',
    at: 'owner',
    needsReason: true,
    label: 'Trả lại',
  },
  accept: {
    from: ['submitted'],
    to: 'accepted',
    permission: 'unit_report.review',
    at: 'owner',
    needsReason: false,
    label: 'Tiếp nhận',
  },
  correct: {
    from: ['submitted', 'accepted'],
    to: null,
    permission: 'unit_report.write',
    at: 'unit',
    needsReason: true,
    label: 'Đính chính số liệu',
  },
  recount: {
    from: ['submitted', 'accepted'],
    to: null,
    permission: 'unit_report.write',
    at: 'unit',
    needsReason: true,
    label: 'Nhận số mới từ sổ đăng ký',
  },
  keep: {
    from: ['submitted', 'accepted'],
    to: null,
    permission: 'unit_report.write',
    at: 'unit',
    needsReason: false,
    label: 'Giữ số đã gửi',
  },
  extend: {
    from: ['not_started', 'draft', 'approved', 'returned'],
    to: null,
    permission: 'unit_report.review',
    at: 'owner',
    needsReason: true,
    label: 'Gia hạn',
  },
};

export const reportHistoryWords: Readonly<Record<string, string>> = {
  begin: 'Bắt đầu soạn',
  create: 'Bắt đầu soạn',
  carry: 'Chuyển sang biểu mẫu đang có hiệu lực',
  import: 'Nhận từ tệp',
  attach: 'Đính kèm minh chứng',
  detach: 'Rút minh chứng',
  edit: 'Sửa nội dung',
  approve: 'Duyệt trong đơn vị',
  reopen: 'Mở lại để sửa',
  submit: 'Gửi báo cáo',
  withdraw: 'Rút lại',
  return: 'Trả lại để bổ sung',
  accept: 'Tiếp nhận báo cáo',
  correct: 'Đính chính số liệu',
  recount: 'Nhận số mới từ sổ đăng ký',
  keep: 'Giữ số đã gửi',
  extend: 'Gia hạn nộp',
  issue: 'Ban hành báo cáo tổng hợp',
};

/** What the rules look at beside the state. */
export interface ReportFacts {
  readonly state: ReportState;
  /** The first day of the period has come. */
  readonly periodBegun: boolean;
  /** The form version still holds for the period. */
  readonly formInForce: boolean;
  /** The form asks for a sign-off inside the unit before a report is sent. */
  readonly needsApproval: boolean;
  /** Who asks may sign off in the unit. */
  readonly mayApprove: boolean;
  /** The form asks that whoever wrote the report last does not sign it off, and that is who asks. */
  readonly wroteItself: boolean;
  /** Labels of figures that the register or the profile tells otherwise than when the report was approved. */
  readonly countedOtherwise: readonly string[];
  /** The consolidated report that took the figures has been issued. */
  readonly frozenAbove: boolean;
  readonly nothingToReport: boolean;
  /** The unit has written figures of its own other than nought, or words. */
  readonly statesSomething: boolean;
  readonly faults: readonly FigureFault[];
  /** Titles of required sections that are empty. */
  readonly emptySections: readonly string[];
}

/** Why whoever wrote a report last does not sign it off, where its form asks for another. */
export const approvedByAnother = {
  reason: 'người duyệt phải khác người soạn, mà bạn là người soạn sau cùng',
  mend: 'Nhờ người khác có quyền duyệt báo cáo của đơn vị duyệt.',
};

/** Why an action is refused now and what would satisfy it; null when it is allowed. */
export function reportBlocked(
  action: ReportAction,
  facts: ReportFacts,
): { reason: string; mend: string } | null {
  if (!reportWorkflow[action].from.includes(facts.state))
    return {
      reason: `báo cáo đang ở trạng thái “${reportStateWords[facts.state]}”`,
      mend: 'Xem trạng thái và lịch sử của báo cáo.',
    };
  if (!facts.periodBegun)
    return { reason: 'kỳ báo cáo chưa bắt đầu', mend: 'Làm báo cáo khi kỳ đã bắt đầu.' };
  // What was sent is looked at and put right by the version it was answered with, also when the form has ended since;
  // what was approved by a version that holds no longer is opened again, and goes over to the one in force.
  if (!facts.formInForce && !countedStates.includes(facts.state) && action !== 'reopen')
    return {
      reason: 'biểu mẫu đã hết hiệu lực cho kỳ này',
      mend:
        facts.state === 'approved'
          ? 'Mở lại để chuyển sang biểu mẫu đang có hiệu lực, rồi duyệt lại; nội dung đã soạn vẫn được giữ.'
          : 'Dùng biểu mẫu đang có hiệu lực; nội dung đã soạn vẫn được giữ.',
    };
  if (facts.frozenAbove && (action === 'withdraw' || action === 'return'))
    return {
      reason: 'số liệu đã vào báo cáo tổng hợp đã ban hành',
      mend: 'Dùng “Đính chính số liệu”: số cũ và số mới đều được giữ.',
    };
  if ((action === 'correct' || action === 'recount') && facts.needsApproval && !facts.mayApprove)
    return {
      reason: 'biểu mẫu này phải được duyệt trong đơn vị',
      mend: 'Nhờ người có quyền duyệt báo cáo của đơn vị đính chính.',
    };
  if (action !== 'approve' && action !== 'submit') return null;
  if (action === 'submit' && facts.needsApproval && facts.state !== 'approved')
    return {
      reason: 'báo cáo chưa được duyệt trong đơn vị',
      mend: 'Trình người có quyền duyệt của đơn vị duyệt trước.',
    };
  if (action === 'approve' && facts.wroteItself) return approvedByAnother;
  const [changed] = facts.countedOtherwise;
  if (action === 'submit' && facts.needsApproval && changed !== undefined)
    return {
      reason: `số có sẵn của “${changed}” đã khác số khi duyệt`,
      mend: 'Mở lại báo cáo, xem số mới rồi trình duyệt lại.',
    };
  if (facts.nothingToReport && facts.statesSomething)
    return {
      reason: 'chọn “Không có nội dung báo cáo” nhưng đã nhập số liệu hoặc nội dung',
      mend: 'Bỏ chọn “Không có nội dung báo cáo”, hoặc xóa số liệu và nội dung đã nhập.',
    };
  const [empty] = facts.emptySections;
  if (empty !== undefined && !facts.nothingToReport)
    return {
      reason: `chưa viết phần “${empty}”`,
      mend: 'Viết phần này, hoặc chọn “Không có nội dung báo cáo”.',
    };
  const [fault] = facts.faults.filter((one) => one.refuses);
  if (fault && !facts.nothingToReport) return { reason: fault.message, mend: 'Sửa số liệu rồi làm lại.' };
  return null;
}
