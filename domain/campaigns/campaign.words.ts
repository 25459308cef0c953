import type { CampaignAction } from './campaign.workflow.ts';

/** Labels of the lines in a campaign's history. */
export const campaignHistoryWords: Record<string, string> = {
  create: 'Lập kế hoạch',
  edit_plan: 'Sửa kế hoạch',
  open: 'Phát động',
  close: 'Kết thúc năm',
  start_next: 'Bắt đầu chiến dịch năm sau',
  continue: 'Lập từ chiến dịch năm trước',
  exempt: 'Cho một đơn vị không phải đăng ký',
  lift_exemption: 'Bỏ việc cho không đăng ký',
};

/** What to do when an action is blocked. */
export const campaignMend: Record<CampaignAction, string> = {
  edit_plan: 'Chiến dịch đã tổng kết thì giữ nguyên kế hoạch; bắt đầu chiến dịch năm sau để sửa.',
  open: 'Bổ sung các mục còn thiếu trong kế hoạch.',
  close: 'Kết luận hoặc ghi lý do dừng từng mô hình còn lại.',
  start_next: 'Phát động chiến dịch này trước.',
};
