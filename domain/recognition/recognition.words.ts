export type UpwardState = 'proposed' | 'recognised' | 'not_recognised';
export const upwardStateWords: Record<UpwardState, string> = {
  proposed: 'Đã đề nghị cấp trên',
  recognised: 'Cấp trên đã công nhận',
  not_recognised: 'Cấp trên không công nhận',
};

export type OfferState = 'offered' | 'taken_up' | 'declined';
export const offerStateWords: Record<OfferState, string> = {
  offered: 'Chờ đơn vị trả lời',
  taken_up: 'Đơn vị đã nhận áp dụng',
  declined: 'Đơn vị không nhận',
};

/** Labels of a meeting's history. */
export const meetingHistoryWords: Readonly<Record<string, string>> = {
  prepare: 'Chuẩn bị cuộc họp',
  edit: 'Sửa cuộc họp',
  conclude: 'Kết luận cuộc họp',
};
