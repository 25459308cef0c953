import { addMonths, type Day } from '#domain/kernel/day.ts';
import type { Plan } from './plan.ts';

/**
 * The step a campaign is in: of the steps whose span holds the day, the one that began last; between two
 * spans the next one to come. Null before the first and after the last.
 */
export function currentStep(plan: Pick<Plan, 'steps'>, today: Day): number | null {
  const spans = plan.steps
    .toSorted((a, b) => a.number - b.number)
    .map((step, index, steps) => ({
      number: step.number,
      from: step.from ?? steps[index - 1]?.due ?? '0000-01-01',
      due: step.due ?? '9999-12-31',
    }));
  const holding = spans
    .filter((span) => span.from <= today && today <= span.due)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.number - b.number))
    .at(-1);
  if (holding) return holding.number;
  const begun = spans.some((span) => span.from <= today);
  return begun ? (spans.find((span) => span.from > today)?.number ?? null) : null;
}

/** A plan moved on by some years: every date that binds, the words stay for the office to revise. */
export function shiftPlan(plan: Plan, years: number): Plan {
  const move = (day: Day): Day => addMonths(day, years * 12);
  const moveOrNull = (day: Day | null): Day | null => (day === null ? null : move(day));
  return {
    ...plan,
    intakes: plan.intakes.map((one) => ({
      ...one,
      opensOn: move(one.opensOn),
      closesOn: move(one.closesOn),
    })),
    steps: plan.steps.map((one) => ({ ...one, from: moveOrNull(one.from), due: moveOrNull(one.due) })),
    selfChecks: plan.selfChecks.map((one) => ({ ...one, due: move(one.due) })),
    reports: plan.reports.map((one) => ({
      ...one,
      unitDue: move(one.unitDue),
      committeeDue: move(one.committeeDue),
    })),
    proposeBy: moveOrNull(plan.proposeBy),
    recogniseBy: moveOrNull(plan.recogniseBy),
  };
}
