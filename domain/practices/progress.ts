export const contributionKinds = ['money', 'land', 'labour', 'in_kind'] as const;
export type ContributionKind = (typeof contributionKinds)[number];
export const contributionKindWords: Record<ContributionKind, string> = {
  money: 'Tiền',
  land: 'Đất',
  labour: 'Ngày công',
  in_kind: 'Hiện vật',
};
/** The unit an amount is written in; goods say their own. */
export const contributionUnits: Record<ContributionKind, string | null> = {
  money: 'đồng',
  land: 'm²',
  labour: 'ngày công',
  in_kind: null,
};

export const contributionSources = ['budget', 'people', 'business', 'other'] as const;
export type ContributionSource = (typeof contributionSources)[number];
export const contributionSourceWords: Record<ContributionSource, string> = {
  budget: 'Ngân sách',
  people: 'Nhân dân đóng góp',
  business: 'Doanh nghiệp, nhà hảo tâm',
  other: 'Nguồn khác',
};

export const selfCheckStatuses = ['on_track', 'slow', 'at_risk', 'stopped'] as const;
export type SelfCheckStatus = (typeof selfCheckStatuses)[number];
export const selfCheckStatusWords: Record<SelfCheckStatus, string> = {
  on_track: 'Đúng tiến độ',
  slow: 'Chậm',
  at_risk: 'Có nguy cơ không đạt',
  stopped: 'Đã ngừng',
};
