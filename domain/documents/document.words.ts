import type { DocumentAction, DocumentState } from './document.workflow.ts';

/** Lines of a paper's history. */
export const documentHistoryWords: Readonly<Record<string, string>> = {
  compose: 'Lập dự thảo từ sổ',
  recompose: 'Lập lại dự thảo từ sổ',
  edit: 'Sửa dự thảo',
  submit: 'Trình ký',
  return: 'Trả lại dự thảo',
  issue: 'Cấp số, ban hành',
  receive: 'Vào sổ văn bản đến',
  add_file: 'Bổ sung tệp của văn bản',
  send: 'Gửi đơn vị',
  acknowledge: 'Đơn vị xác nhận đã nhận, quán triệt',
  link: 'Liên kết văn bản',
  hand_over: 'Giao người khác theo dõi dự thảo',
};

/** How to go on where the state does not allow an action. */
export function documentMend(action: DocumentAction, state: DocumentState): string {
  if (state === 'issued')
    return action === 'issue'
      ? 'Văn bản đã có số; mở văn bản để xem.'
      : 'Văn bản đã ban hành không sửa được; dự thảo văn bản mới để sửa đổi, thay thế.';
  if (state === 'awaiting_signature')
    return action === 'send'
      ? 'Ban hành văn bản trước rồi gửi đơn vị.'
      : 'Đề nghị lãnh đạo trả lại dự thảo trước.';
  if (state === 'draft')
    return action === 'return' ? 'Dự thảo chưa trình ký.' : 'Ban hành văn bản trước rồi gửi đơn vị.';
  return 'Văn bản đến được giữ nguyên như khi nhận.';
}
