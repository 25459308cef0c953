import { type AskedTotals, type TotalPart, type Totals, totalsHref } from './totals-address.ts';

/** "Báo cáo của chính Thị ủy", "Phường Hương Xuân", "Chưa phân định: Xã Bình Điền". */
export function partName(part: TotalPart, totals: Totals): string {
  const name = part.unit?.name ?? 'Không rõ đơn vị';
  if (part.part === 'unapportioned') return `Chưa phân định: ${name}`;
  if (part.part === 'below') return name;
  return part.unit?.id === totals.unit.id ? `Báo cáo của chính ${name}` : `Gộp vào: ${name}`;
}

/** A part of one report opens it; a part of several opens its own parts; one without any opens nothing. */
export function partHref(asked: AskedTotals, part: TotalPart, figure?: string): string {
  if (part.reportId !== null && part.reports <= 1) return `/bao-cao/${part.reportId}`;
  return totalsHref(asked, { unitId: part.unit?.id, so: figure, muc: undefined });
}
