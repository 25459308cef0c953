import type { Permission } from '#domain/access/permissions.ts';

export const documentStates = ['draft', 'awaiting_signature', 'issued', 'received'] as const;
export type DocumentState = (typeof documentStates)[number];
export const documentStateWords: Record<DocumentState, string> = {
  draft: 'Dự thảo',
  awaiting_signature: 'Chờ ký',
  issued: 'Đã ban hành',
  received: 'Văn bản đến',
};

/** What the system composes a paper for; each has its composer in server/papers. */
export const documentPurposes = [
  'registration_list',
  'notice_of_assignment',
  'supplementary_notice',
  'recognition_decision',
  'mid_year_report',
  'closing_report',
] as const;
export type DocumentPurpose = (typeof documentPurposes)[number];
export const documentPurposeWords: Record<DocumentPurpose, string> = {
  registration_list: 'Danh sách đăng ký',
  notice_of_assignment: 'Thông báo giao thực hiện',
  supplementary_notice: 'Thông báo giao bổ sung',
  recognition_decision: 'Quyết định công nhận',
  mid_year_report: 'Báo cáo sơ kết 6 tháng',
  closing_report: 'Báo cáo tổng kết',
};

export const documentLinkKinds = ['basis', 'implements', 'replaces', 'amends', 'attached_to'] as const;
export type DocumentLinkKind = (typeof documentLinkKinds)[number];
export const documentLinkWords: Record<DocumentLinkKind, { out: string; in: string }> = {
  basis: { out: 'Căn cứ', in: 'Là căn cứ của' },
  implements: { out: 'Thực hiện', in: 'Được thực hiện bởi' },
  replaces: { out: 'Thay thế', in: 'Bị thay thế bởi' },
  amends: { out: 'Sửa đổi, bổ sung', in: 'Được sửa đổi bởi' },
  attached_to: { out: 'Kèm theo', in: 'Có văn bản kèm theo' },
};

export const documentActions = ['edit', 'recompose', 'submit', 'return', 'issue', 'send'] as const;
export type DocumentAction = (typeof documentActions)[number];

/** action → from, to, permission (documents.md; who signs is the leader, who numbers may be the agency). */
export const documentWorkflow: Record<
  DocumentAction,
  { from: readonly DocumentState[]; to: DocumentState | null; permission: Permission; label: string }
> = {
  edit: { from: ['draft'], to: null, permission: 'document.draft', label: 'Sửa dự thảo' },
  recompose: { from: ['draft'], to: null, permission: 'document.draft', label: 'Lập lại từ sổ' },
  submit: { from: ['draft'], to: 'awaiting_signature', permission: 'document.draft', label: 'Trình ký' },
  return: {
    from: ['awaiting_signature'],
    to: 'draft',
    permission: 'document.issue',
    label: 'Trả lại dự thảo',
  },
  issue: {
    from: ['draft', 'awaiting_signature'],
    to: 'issued',
    permission: 'document.issue',
    label: 'Cấp số, ban hành',
  },
  send: { from: ['issued', 'received'], to: null, permission: 'document.draft', label: 'Gửi đơn vị' },
};

export function documentBlockedReason(action: DocumentAction, state: DocumentState): string | null {
  const rule = documentWorkflow[action];
  return rule.from.includes(state) ? null : `văn bản đang ở trạng thái “${documentStateWords[state]}”`;
}
