export const upwardStates = ['proposed', 'recognised', 'not_recognised'] as const;
export type UpwardState = (typeof upwardStates)[number];
export const upwardStateWords: Record<UpwardState, string> = {
  proposed: 'Đã đề nghị cấp trên',
  recognised: 'Cấp trên đã công nhận',
  not_recognised: 'Cấp trên không công nhận',
};

export const offerStates = ['offered', 'taken_up', 'declined'] as const;
export type OfferState = (typeof offerStates)[number];
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
