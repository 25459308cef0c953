/**
 * The funnel is several numbers, each with its definition (domain.md §2). A number never travels without
 * the words here; the counting itself is in campaigns.reads and is checked against plain SQL in tests.
 */
export const funnelStages = [
  'registered',
  'accepted',
  'implementing',
  'effective',
  'proposed',
  'recognised',
  'proposed_upward',
  'recognised_above',
  'rewarded',
] as const;
export type FunnelStage = (typeof funnelStages)[number];

export const funnelWords: Record<FunnelStage, { label: string; definition: string }> = {
  registered: {
    label: 'Đăng ký',
    definition: 'Mô hình, điển hình đơn vị đã gửi đăng ký trong năm, không kể bản đang soạn và bản đã rút.',
  },
  accepted: {
    label: 'Được giao',
    definition: 'Đã qua thẩm định và được nhận, kể cả mô hình sau đó dừng thực hiện.',
  },
  implementing: {
    label: 'Triển khai thực hiện',
    definition: 'Đã bắt đầu thực hiện theo thông báo giao nhiệm vụ, không kể mô hình đã dừng.',
  },
  effective: {
    label: 'Có hiệu quả',
    definition:
      'Đang hoặc đã thực hiện, lần tự kiểm tra gần nhất đúng tiến độ và có minh chứng trong số ngày kế hoạch quy định.',
  },
  proposed: {
    label: 'Đề nghị công nhận',
    definition: 'Đơn vị đã gửi đề nghị công nhận, kể cả đã có kết quả.',
  },
  recognised: { label: 'Được công nhận', definition: 'Cấp mình công nhận sau họp xét.' },
  proposed_upward: {
    label: 'Đề nghị cấp trên',
    definition: 'Đã được cấp mình công nhận và đề nghị cấp trên công nhận.',
  },
  recognised_above: { label: 'Cấp trên công nhận', definition: 'Cấp trên đã công nhận.' },
  rewarded: {
    label: 'Được khen thưởng',
    definition: 'Có ít nhất một hình thức khen thưởng của Đảng hoặc Nhà nước đã được quyết định.',
  },
};
