import type { FieldProblem } from '#domain/kernel/problem.ts';
import { contributionUnits, type ContributionKind } from './progress.ts';

interface Contributed {
  readonly kind: ContributionKind;
  readonly amount: number;
  readonly unit: string;
  readonly worth: number | null;
}

/** Amounts are kept to a thousandth. */
const perUnit = 1000;

/** What does not fit together in a contribution, with its place in the form; null when nothing. */
export function contributionFault(one: Contributed): FieldProblem | null {
  const unit = contributionUnits[one.kind];
  if (unit !== null && sameUnit(one.unit) !== sameUnit(unit))
    return { path: 'unit', message: `Loại này ghi theo đơn vị “${unit}”` };
  if (unit === null && kindOfUnit(one.unit) !== undefined)
    return { path: 'unit', message: 'Hiện vật ghi đơn vị riêng: bao, cây, tấn, suất…' };
  if (Math.round(one.amount * perUnit) === 0) return { path: 'amount', message: 'Số lượng quá nhỏ' };
  if (one.kind !== 'money') return null;
  if (!Number.isInteger(one.amount))
    return { path: 'amount', message: 'Số tiền tính bằng đồng, không có phần lẻ' };
  if (one.worth !== null && one.worth !== one.amount)
    return { path: 'worth', message: 'Với tiền, giá trị chính là số tiền; để trống ô này' };
  return null;
}

/** The contribution as it is kept: its kind's own unit, and money worth what it is. */
export function normaliseContribution<T extends Contributed>(one: T): T {
  return {
    ...one,
    amount: Math.round(one.amount * perUnit) / perUnit,
    unit: contributionUnits[one.kind] ?? one.unit,
    worth: one.kind === 'money' ? one.amount : one.worth,
  };
}

/** "m2" and "m²", "Đồng" and "đồng" are one unit. */
function sameUnit(unit: string): string {
  return unit.normalize('NFKC').toLowerCase().trim();
}

function kindOfUnit(unit: string): string | undefined {
  return (
    Object.values(contributionUnits).find((own) => own !== null && sameUnit(own) === sameUnit(unit)) ??
    undefined
  );
}
