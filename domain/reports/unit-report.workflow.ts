import type { Permission } from '#domain/access/permissions.ts';

export const unitReportStates = ['not_started', 'draft', 'submitted', 'returned', 'accepted'] as const;
export type UnitReportState = (typeof unitReportStates)[number];

export const unitReportKinds = ['mid_year', 'year_end'] as const;
export type UnitReportKind = (typeof unitReportKinds)[number];

export const unitReportKindWords: Record<UnitReportKind, string> = {
  mid_year: 'Báo cáo 6 tháng đầu năm',
  year_end: 'Báo cáo cuối năm',
};

export const unitReportStateWords: Record<UnitReportState, string> = {
  not_started: 'Chưa làm',
  draft: 'Đang soạn',
  submitted: 'Đã gửi',
  returned: 'Bị trả lại',
  accepted: 'Đã tiếp nhận',
};

export const unitReportActions = ['edit', 'submit', 'return', 'accept'] as const;
export type UnitReportAction = (typeof unitReportActions)[number];

/**
 * The life of a unit's report. Writing is the unit's; reviewing is the committee's that runs the campaign, so
 * `review` is asked at the campaign's owner. Late is a fact beside the state, never a state (domain.md §4).
 */
export const unitReportWorkflow: Record<
  UnitReportAction,
  {
    readonly from: readonly UnitReportState[];
    readonly to: UnitReportState | null;
    readonly permission: Permission;
    readonly at: 'unit' | 'owner';
    readonly label: string;
  }
> = {
  edit: {
    from: ['draft', 'returned'],
    to: null,
    permission: 'unit_report.write',
    at: 'unit',
    label: 'Soạn báo cáo',
  },
  submit: {
    from: ['draft', 'returned'],
    to: 'submitted',
    permission: 'unit_report.write',
    at: 'unit',
    label: 'Gửi báo cáo',
  },
  return: {
    from: ['submitted'],
    to: 'returned',
    permission: 'unit_report.review',
    at: 'owner',
    label: 'Trả lại',
  },
  accept: {
    from: ['submitted'],
    to: 'accepted',
    permission: 'unit_report.review',
    at: 'owner',
    label: 'Tiếp nhận',
  },
};

export const unitReportHistoryWords: Record<string, string> = {
  create: 'Bắt đầu soạn',
  edit: 'Sửa nội dung',
  submit: 'Gửi báo cáo',
  return: 'Trả lại để bổ sung',
  accept: 'Tiếp nhận báo cáo',
};

/** What the rules look at beside the state. */
export interface UnitReportFacts {
  readonly state: UnitReportState;
  readonly campaignOpen: boolean;
  readonly results: string;
}

/** Why an action is refused now and what would satisfy it; null when it is allowed. */
export function unitReportBlocked(
  action: UnitReportAction,
  facts: UnitReportFacts,
): { reason: string; mend: string } | null {
  if (!unitReportWorkflow[action].from.includes(facts.state))
    return {
      reason: `báo cáo đang ở trạng thái “${unitReportStateWords[facts.state]}”`,
      mend: 'Xem trạng thái và lịch sử của báo cáo.',
    };
  if (!facts.campaignOpen)
    return { reason: 'chiến dịch không còn mở', mend: 'Chỉ làm được khi chiến dịch đang thực hiện.' };
  if (action === 'submit' && facts.results.trim() === '')
    return { reason: 'chưa viết kết quả thực hiện', mend: 'Viết phần kết quả rồi gửi lại.' };
  return null;
}

/** Whether a report is or was late: first sent after its day, or not sent and the day is past. */
export function isLate(report: { due: string; submittedOn: string | null; today: string }): boolean {
  return (report.submittedOn ?? report.today) > report.due;
}
