/** What the home page says to somebody who owes nothing: friendly, and where to go from here. */
export interface NothingWords {
  readonly title: string;
  readonly text: string;
  readonly button?: { readonly label: string; readonly href: string };
}

type Rule = readonly [permission: string, words: NothingWords];

// The first that is held speaks: what a person does most comes before what he or she may also do.
const rules: readonly Rule[] = [
  [
    'campaign.manage',
    {
      title: 'Không có việc nào đến hạn',
      text: 'Đăng ký mới, báo cáo và đề nghị của các đơn vị sẽ hiện ở đây ngay khi được gửi đến.',
      button: { label: 'Xem chiến dịch', href: '/chien-dich' },
    },
  ],
  [
    'practice.register',
    {
      title: 'Đơn vị không còn việc nào đến hạn',
      text: 'Có thể cập nhật tiến độ, thêm minh chứng cho các mô hình đang thực hiện.',
      button: { label: 'Xem mô hình của đơn vị', href: '/mo-hinh' },
    },
  ],
  [
    'document.issue',
    {
      title: 'Không có việc nào có hạn ngày',
      text: 'Dự thảo trình ký hiện ở mục chờ trả lời. Tình hình chung xem ở trang chiến dịch.',
      button: { label: 'Xem chiến dịch', href: '/chien-dich' },
    },
  ],
  [
    'practice.inspect',
    {
      title: 'Không còn mô hình nào chờ kiểm tra, chấm điểm',
      text: 'Mô hình trong địa bàn phụ trách được đề nghị công nhận sẽ hiện ở đây.',
      button: { label: 'Xem mô hình trong địa bàn', href: '/mo-hinh' },
    },
  ],
  [
    'upward.record',
    {
      title: 'Không có việc nào có hạn ngày',
      text: 'Mô hình cấp dưới đề nghị công nhận hiện ở mục chờ trả lời.',
      button: { label: 'Xem chiến dịch', href: '/chien-dich' },
    },
  ],
  [
    'account.manage',
    {
      title: 'Không có việc quản trị nào đang chờ',
      text: 'Tài khoản chưa đăng nhập lần nào, quyền sắp hết hạn sẽ được nhắc ở đây.',
      button: { label: 'Xem tài khoản', href: '/quan-tri/tai-khoan' },
    },
  ],
];

const anybody: NothingWords = {
  title: 'Chào mừng đến với Khéo',
  text: 'Xem các mô hình, điển hình “Dân vận khéo” đã được công nhận và tìm mô hình gần nơi ở.',
  button: { label: 'Mở triển lãm mô hình', href: '/trien-lam' },
};

export function nothingOwed(permissions: readonly string[]): NothingWords {
  return rules.find(([permission]) => permissions.includes(permission))?.[1] ?? anybody;
}

export function nothingWaiting(permissions: readonly string[]): string {
  if (permissions.includes('practice.register'))
    return 'Không có đăng ký nào bị trả lại, không có văn bản nào chờ xác nhận.';
  if (permissions.includes('practice.appraise'))
    return 'Không có đăng ký, báo cáo hay đề nghị nào chờ ý kiến.';
  return 'Hiện không có gì chờ ý kiến.';
}
