import { useSession } from '../platform/session.ts';
import { useUrlState, writeUrlWords } from '../platform/url-state.ts';
import type { ApiResponse } from '../platform/api-client.ts';
import { type FormRow, usePeriods } from '../ui/report-choice.tsx';
import { isDay } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';

export type Totals = ApiResponse<'GET /api/report-totals'>;
export type TotalFigure = Totals['figures'][number];
export type TotalPart = Totals['parts'][number];

/** What is asked: of which unit and period, in the tree of which day (null: the period's last). */
export interface AskedTotals {
  readonly form: FormRow;
  readonly periods: readonly Period[];
  readonly period: Period | null;
  readonly unitId: string;
  readonly day: string | null;
}

/** The words of the address; without a unit the form's owner, or the caller's own where that is above them. */
export function useAskedTotals(form: FormRow): AskedTotals {
  const { words } = useUrlState();
  const { grants, permissions, today } = useSession();
  const periods = usePeriods(form);
  const mine = grants.some((grant) => grant.unitId === form.owner.id);
  const below = !mine && !form.canManage && permissions.includes('unit_report.write');
  const usual = below ? (grants[0]?.unitId ?? form.owner.id) : form.owner.id;
  const day = words['ngay'];
  return {
    form,
    periods,
    period: periods.find((period) => period.from === words['ky']) ?? newest(periods, today),
    unitId: words['unitId'] ?? usual,
    day: day !== undefined && isDay(day) ? day : null,
  };
}

/** The newest period that is over; before that the one that runs. */
function newest(periods: readonly Period[], today: string): Period | null {
  return periods.find((period) => period.to < today) ?? periods[0] ?? null;
}

/** The same question about another unit or figure. */
export function totalsHref(asked: AskedTotals, more: Readonly<Record<string, string | undefined>>): string {
  return `/bao-cao/tong-hop${writeUrlWords({
    formId: asked.form.id,
    ky: asked.period?.from,
    unitId: asked.unitId,
    ngay: asked.day ?? undefined,
    ...more,
  })}`;
}

/** Where the parts of a figure stand: above the table that was pressed, below all that says what is looked at. */
export const partsAnchor = 'tung-phan';

/** A figure of the total, taken apart. */
export function partsHref(asked: AskedTotals, code: string): string {
  return `${totalsHref(asked, { so: code })}#${partsAnchor}`;
}
