import type { Permission } from '#domain/access/permissions.ts';
import type { Plan } from './plan.ts';

export const campaignStates = ['draft', 'open', 'closed'] as const;
export type CampaignState = (typeof campaignStates)[number];

export const campaignStateWords: Record<CampaignState, string> = {
  draft: 'Đang soạn',
  open: 'Đang thực hiện',
  closed: 'Đã tổng kết',
};

export const campaignActions = ['edit_plan', 'open', 'close', 'start_next'] as const;
export type CampaignAction = (typeof campaignActions)[number];

/** action → from, to, permission. What else it needs is said by `campaignBlockedReason`. */
export const campaignWorkflow: Record<
  CampaignAction,
  { from: readonly CampaignState[]; to: CampaignState | null; permission: Permission; label: string }
> = {
  edit_plan: { from: ['draft', 'open'], to: null, permission: 'campaign.manage', label: 'Sửa kế hoạch' },
  open: { from: ['draft'], to: 'open', permission: 'campaign.manage', label: 'Phát động' },
  close: { from: ['open'], to: 'closed', permission: 'campaign.manage', label: 'Kết thúc năm' },
  start_next: {
    from: ['open', 'closed'],
    to: null,
    permission: 'campaign.manage',
    label: 'Bắt đầu chiến dịch năm sau',
  },
};

/** What a plan still lacks before a campaign can be opened, in words; empty when nothing. */
export function whatPlanLacks(plan: Plan): string[] {
  const lacks: string[] = [];
  if (plan.fields.length === 0) lacks.push('lĩnh vực');
  if (plan.quotas.length === 0) lacks.push('chỉ tiêu theo loại đơn vị');
  if (!plan.intakes.some((intake) => intake.number === 1)) lacks.push('thời gian đăng ký đợt 1');
  if (plan.steps.length < 6) lacks.push('đủ sáu bước');
  if (plan.criteriaSetIds.length === 0) lacks.push('bộ tiêu chí');
  if (plan.members.length === 0) lacks.push('thành viên Ban Chỉ đạo');
  return lacks;
}

/** Why a campaign cannot take an action now; null when it can. `openWork` counts practices not yet concluded. */
export function campaignBlockedReason(
  action: CampaignAction,
  campaign: { state: CampaignState; plan: Plan; openWork: number },
): string | null {
  const rule = campaignWorkflow[action];
  if (!rule.from.includes(campaign.state))
    return `chiến dịch đang ở trạng thái “${campaignStateWords[campaign.state]}”`;
  if (action === 'open') {
    const lacks = whatPlanLacks(campaign.plan);
    if (lacks.length > 0) return `kế hoạch còn thiếu: ${lacks.join(', ')}`;
  }
  if (action === 'close' && campaign.openWork > 0)
    return `còn ${campaign.openWork} mô hình chưa có kết luận (đang chờ, đang thực hiện hoặc đang đề nghị)`;
  return null;
}
