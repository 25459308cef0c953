import { yearOf, type Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import type { Indicator } from '#domain/reports/form.ts';
import type { RegisterMeasure } from '#domain/reports/register-measures.ts';

/** What a measure's practices are found by in the list of the register. */
const filters: Partial<Record<RegisterMeasure, Readonly<Record<string, string>>>> = {
  accepted: { state: 'accepted' },
  implementing: { state: 'carried_out' },
  effective: { state: 'carried_out' },
  effective_in_period: { state: 'carried_out' },
  proposed: { state: 'proposed,recognised,not_recognised' },
  recognised: { state: 'recognised' },
  recognised_in_period: { state: 'recognised' },
  replicated: { state: 'registered', origin: 'replicated' },
  continued: { state: 'registered', origin: 'continued' },
  models: { state: 'registered', nature: 'model' },
  exemplars: { state: 'registered', nature: 'exemplar' },
  collectives: { state: 'registered', subject: 'collective' },
  individuals: { state: 'registered', subject: 'individual' },
  households: { state: 'registered', subject: 'household' },
};

export interface LinkedFrom {
  readonly unitId: string;
  readonly period: Period;
  readonly today: Day;
}

/** The list of the records behind a counted figure, as a path in the application; null where nothing was counted. */
export function recordsLink({ source }: Indicator, from: LinkedFrom): string | null {
  if (source.kind !== 'register') return null;
  const year = yearOf(from.period.to);
  const words = new URLSearchParams({
    unitId: from.unitId,
    ...(yearOf(from.period.from) === year ? { year: String(year) } : {}),
    ...(filters[source.measure] ?? { state: 'registered' }),
    ...(source.baseField === null ? {} : { field: source.baseField }),
    ...(from.period.to < from.today ? { ngay: from.period.to } : {}),
  });
  return `/mo-hinh?${words}`;
}
