import type { ReadingState } from './reading-access.reads.ts';

export const readingStateWords: Readonly<Record<ReadingState, string>> = {
  open: 'Đang đọc',
  registered: 'Đã đưa vào sổ',
  discarded: 'Đã bỏ',
};

/** Labels of history lines. */
export const readingHistoryWords: Readonly<Record<string, string>> = {
  read: 'Đọc tài liệu',
  set: 'Ghi ngày, kỳ, trích yếu của văn bản',
  correct: 'Sửa một mục đã đọc',
  mark: 'Đánh dấu đoạn còn sót',
  decide: 'Xác nhận, bỏ các mục đã đọc',
  register: 'Đưa vào sổ',
  discard: 'Bỏ tài liệu đã đọc',
};
