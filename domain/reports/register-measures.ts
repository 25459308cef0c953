/** What the register can count for a unit and a period. What it counts is never typed (domain.md §4). */
export const registerMeasures = [
  'registered',
  'registered_in_period',
  'accepted',
  'implementing',
  'effective',
  'effective_in_period',
  'proposed',
  'recognised',
  'recognised_in_period',
  'replicated',
  'continued',
  'models',
  'exemplars',
  'collectives',
  'individuals',
  'households',
  'participants_in_period',
  'money_in_period',
  'land_in_period',
  'labour_in_period',
] as const;
export type RegisterMeasure = (typeof registerMeasures)[number];

const amountMeasures: readonly RegisterMeasure[] = [
  'participants_in_period',
  'money_in_period',
  'land_in_period',
  'labour_in_period',
];

/** Whether a measure counts practices; the others add up what practices got together. */
export function isPracticeCount(measure: RegisterMeasure): boolean {
  return !amountMeasures.includes(measure);
}

/**
 * Whether the day of what happened decides, whichever year's campaign the practice is of: a registration of December
 * for the campaign of the next year is new in December, a gift of January to a practice of last year is of January.
 */
export function happensInPeriod(measure: RegisterMeasure): boolean {
  return measure.endsWith('_in_period');
}

export const registerMeasureWords: Record<
  RegisterMeasure,
  { label: string; definition: string; unit: string }
> = {
  registered: {
    label: 'Mô hình, điển hình đã đăng ký',
    definition: 'Đã gửi đăng ký trong đợt của năm, tính đến hết kỳ; không kể bản nháp và bản đã rút.',
    unit: 'mô hình',
  },
  registered_in_period: {
    label: 'Đăng ký mới trong kỳ',
    definition: 'Gửi đăng ký lần đầu trong kỳ.',
    unit: 'mô hình',
  },
  accepted: {
    label: 'Được giao nhiệm vụ',
    definition: 'Đã thẩm định và được giao, tính đến hết kỳ.',
    unit: 'mô hình',
  },
  implementing: {
    label: 'Đang thực hiện',
    definition: 'Đã bắt đầu và chưa dừng vào ngày cuối kỳ.',
    unit: 'mô hình',
  },
  effective: {
    label: 'Hoạt động có hiệu quả',
    definition: 'Đã thực hiện và lần tự kiểm tra gần nhất đến hết kỳ là đúng tiến độ.',
    unit: 'mô hình',
  },
  effective_in_period: {
    label: 'Hoạt động có hiệu quả, đánh giá trong kỳ',
    definition: 'Có tự kiểm tra trong kỳ và kết quả là đúng tiến độ.',
    unit: 'mô hình',
  },
  proposed: {
    label: 'Đề nghị công nhận',
    definition: 'Đã đề nghị công nhận, tính đến hết kỳ.',
    unit: 'mô hình',
  },
  recognised: {
    label: 'Được công nhận',
    definition: 'Được công nhận ở cấp mình, tính đến hết kỳ.',
    unit: 'mô hình',
  },
  recognised_in_period: {
    label: 'Được công nhận trong kỳ',
    definition: 'Quyết định công nhận trong kỳ.',
    unit: 'mô hình',
  },
  replicated: {
    label: 'Nhân rộng từ nơi khác',
    definition: 'Đăng ký với nguồn gốc là nhân rộng, tính đến hết kỳ.',
    unit: 'mô hình',
  },
  continued: {
    label: 'Tiếp tục từ năm trước',
    definition: 'Đăng ký tiếp tục, tính đến hết kỳ.',
    unit: 'mô hình',
  },
  models: { label: 'Mô hình', definition: 'Loại mô hình trong số đã đăng ký.', unit: 'mô hình' },
  exemplars: { label: 'Điển hình', definition: 'Loại điển hình trong số đã đăng ký.', unit: 'điển hình' },
  collectives: { label: 'Tập thể', definition: 'Chủ thể là tập thể trong số đã đăng ký.', unit: 'tập thể' },
  individuals: { label: 'Cá nhân', definition: 'Chủ thể là cá nhân trong số đã đăng ký.', unit: 'cá nhân' },
  households: { label: 'Hộ gia đình', definition: 'Chủ thể là hộ gia đình trong số đã đăng ký.', unit: 'hộ' },
  participants_in_period: {
    label: 'Lượt người tham gia',
    definition: 'Cộng số lượt ghi ở tiến độ trong kỳ; lượt người không phải số người.',
    unit: 'lượt người',
  },
  money_in_period: {
    label: 'Tiền huy động trong kỳ',
    definition: 'Đóng góp bằng tiền ghi trong kỳ, không kể đã hủy.',
    unit: 'đồng',
  },
  land_in_period: {
    label: 'Đất hiến trong kỳ',
    definition: 'Đất hiến ghi trong kỳ, không kể đã hủy.',
    unit: 'm²',
  },
  labour_in_period: {
    label: 'Ngày công trong kỳ',
    definition: 'Ngày công ghi trong kỳ, không kể đã hủy.',
    unit: 'ngày công',
  },
};
