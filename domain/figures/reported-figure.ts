import { formatNumber, formatShare } from '#domain/kernel/numbers.ts';

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
  readonly approx: Approximation;
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
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return [
    ...figures.map((total) => checkSum(total, figures)),
    ...figures.map((part) => checkShare(part, part.outOfId === null ? undefined : byId.get(part.outOfId))),
  ].filter((check) => check !== null);
}

function checkSum(total: FigureForCheck, figures: readonly FigureForCheck[]): FigureCheck | null {
  const parts = figures.filter((figure) => figure.partOfId === total.id && figure.unit === total.unit);
  // "Trong đó" with one part is no sum: only a full list of parts can be checked. Nor can "hơn", "khoảng".
  if (parts.length < 2 || [total, ...parts].some((figure) => figure.approx !== 'exact')) return null;
  const sum = parts.reduce((all, part) => all + Math.round(part.value * 10_000), 0) / 10_000;
  const written = `${parts.map((part) => inWords(part.value)).join(' + ')} = ${inWords(sum)}`;
  const ok = sum === total.value;
  return {
    figureId: total.id,
    rule: 'parts_sum',
    ok,
    message: ok
      ? written
      : `“${total.label}”: ${written}, khác ${inWords(total.value)} (lệch ${inWords(Math.abs(sum - total.value))})`,
  };
}

function checkShare(part: FigureForCheck, whole: FigureForCheck | undefined): FigureCheck | null {
  if (!whole) return null;
  const ok = part.value <= whole.value;
  return {
    figureId: part.id,
    rule: 'share_within',
    ok,
    message: ok
      ? formatShare(part.value, whole.value)
      : `“${part.label}”: ${inWords(part.value)} lớn hơn “${whole.label}” (${inWords(whole.value)})`,
  };
}

function inWords(value: number): string {
  return formatNumber(value, 4);
}

interface FigureForHeadline extends FigureForCheck {
  readonly kind: FigureKind;
}

/** The one line by which a set is known in a list: "386 mô hình; 24/39 (61,5%) tổ chức cơ sở đảng". */
export function figureHeadline(figures: readonly FigureForHeadline[]): string {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const total = figures.find((figure) => figure.kind === 'registered' && figure.partOfId === null);
  const units = figures.find((figure) => figure.kind === 'units_registered');
  const chosen = [total, units].filter((figure) => figure !== undefined);
  return (chosen.length > 0 ? chosen : figures.slice(0, 1))
    .map((figure) => {
      const whole = figure.outOfId === null ? undefined : byId.get(figure.outOfId);
      const amount = whole ? formatShare(figure.value, whole.value) : inWords(figure.value);
      return [approximationWords[figure.approx], amount, figure.unit].filter((word) => word !== '').join(' ');
    })
    .join('; ');
}
