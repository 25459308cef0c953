export const figureKinds = [
  'registered',
  'effective',
  'recognised',
  'proposed',
  'rewarded',
  'target',
  'units_registered',
  'units_expected',
  'participants',
  'sessions',
  'money',
  'land',
  'labour',
  'length',
  'gifts',
  'houses',
  'households',
  'people',
  'training_classes',
  'trainees',
  'rate',
  'other',
] as const;
export type FigureKind = (typeof figureKinds)[number];

export const figureKindWords: Record<FigureKind, string> = {
  registered: 'Đăng ký',
  effective: 'Có hiệu quả',
  recognised: 'Được công nhận',
  proposed: 'Được đề nghị',
  rewarded: 'Được khen thưởng',
  target: 'Chỉ tiêu',
  units_registered: 'Đơn vị có đăng ký',
  units_expected: 'Đơn vị thuộc diện đăng ký',
  participants: 'Lượt người tham gia',
  sessions: 'Số đợt, số buổi',
  money: 'Tiền',
  land: 'Đất',
  labour: 'Ngày công',
  length: 'Chiều dài',
  gifts: 'Phần quà, suất hỗ trợ',
  houses: 'Nhà',
  households: 'Hộ',
  people: 'Người',
  training_classes: 'Lớp bồi dưỡng',
  trainees: 'Học viên',
  rate: 'Tỷ lệ',
  other: 'Khác',
};

export const approximations = ['exact', 'over', 'nearly', 'about', 'at_least', 'at_most'] as const;
export type Approximation = (typeof approximations)[number];
export const approximationWords: Record<Approximation, string> = {
  exact: '',
  over: 'hơn',
  nearly: 'gần',
  about: 'khoảng',
  at_least: 'ít nhất',
  at_most: 'nhiều nhất',
};

interface FigureForCheck {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly partOfId: string | null;
  readonly outOfId: string | null;
}

export interface FigureCheck {
  readonly figureId: string;
  readonly rule: 'parts_sum' | 'share_within';
  readonly ok: boolean;
  readonly message: string;
}

/** Checks what a set of reported figures says of itself: parts against their total, shares against their whole. */
export function checkFigures(figures: readonly FigureForCheck[]): FigureCheck[] {
  const checks: FigureCheck[] = [];
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  for (const total of figures) {
    const parts = figures.filter((figure) => figure.partOfId === total.id && figure.unit === total.unit);
    // "Trong đó" with one part is no sum: only a full list of parts can be checked.
    if (parts.length < 2) continue;
    const sum = parts.reduce((all, part) => all + Math.round(part.value * 10_000), 0) / 10_000;
    const written = parts.map((part) => part.value).join(' + ');
    checks.push({
      figureId: total.id,
      rule: 'parts_sum',
      ok: sum === total.value,
      message:
        sum === total.value
          ? `${written} = ${total.value}`
          : `${written} = ${sum}, khác ${total.value} (lệch ${Math.round((sum - total.value) * 10_000) / 10_000})`,
    });
  }
  for (const part of figures) {
    const whole = part.outOfId === null ? undefined : byId.get(part.outOfId);
    if (whole)
      checks.push({
        figureId: part.id,
        rule: 'share_within',
        ok: part.value <= whole.value,
        message:
          part.value <= whole.value ? `${part.value}/${whole.value}` : `${part.value} lớn hơn ${whole.value}`,
      });
  }
  return checks;
}
