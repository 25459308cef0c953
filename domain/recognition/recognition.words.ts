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

/** Labels of the lines that recognition writes into a practice's own history, beside its moves. */
export const recognitionHistoryWords: Readonly<Record<string, string>> = {
  propose_reward: 'Đề nghị khen thưởng',
  reward_granted: 'Được khen thưởng',
  reward_refused: 'Không được khen thưởng',
  propose_upward: 'Đề nghị cấp trên công nhận',
  recognised_above: 'Cấp trên công nhận',
  not_recognised_above: 'Cấp trên không công nhận',
  offer_replication: 'Giới thiệu nhân rộng',
  replicated: 'Được đơn vị khác áp dụng',
  enter_from_paper: 'Ghi theo tài liệu cũ',
};

/** Labels of a meeting's history. */
export const meetingHistoryWords: Readonly<Record<string, string>> = {
  prepare: 'Chuẩn bị cuộc họp',
  edit: 'Sửa cuộc họp',
  conclude: 'Kết luận cuộc họp',
};
