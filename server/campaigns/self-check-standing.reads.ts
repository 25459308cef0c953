import type { CheckStanding } from '#domain/campaigns/matrix-cells.ts';
import { daysBetween, dayInVietnam, type Day } from '#domain/kernel/day.ts';
import { carriedOutStates } from '#domain/practices/practice.states.ts';
import { selfChecksOwed } from '#server/practices/practice-facts.reads.ts';
import type { Facts } from '#server/practices/facts-on-day.reads.ts';
import { sql } from 'kysely';
import { inScope } from './funnel.reads.ts';
import type { CampaignScope } from './campaign-scope.reads.ts';

/** One practice and one self-check of the plan that it owes, now or later. */
export interface OwedCheck {
  readonly unitId: string;
  readonly code: string;
  readonly due: Day;
  readonly answeredOn: Day | null;
}

const END_OF_TIME = '9999-12-31';

/**
 * Every self-check that the practices in view owe or will owe. One under way owes each check that falls into
 * its time; one already proposed has answered what it owed (the rule of "propose") and owes no more.
 */
export async function owedChecks(db: Facts, scope: CampaignScope): Promise<OwedCheck[]> {
  const { plan } = scope.campaign;
  const practices = await db
    .selectFrom('practice')
    .select([
      'unit_id',
      'state',
      'starts_on',
      'ends_on',
      'decided_at',
      sql<Record<string, Day>>`coalesce((
        select jsonb_object_agg(s.check_code, (s.at at time zone 'Asia/Ho_Chi_Minh')::date)
        from self_check s where s.practice_id = practice.id), '{}')`.as('answers'),
    ])
    .where(inScope(scope))
    .where('state', 'in', [...carriedOutStates])
    .execute();
  return practices.flatMap((practice) => {
    const owed = selfChecksOwed(
      plan,
      {
        startsOn: practice.starts_on,
        endsOn: practice.ends_on,
        decidedOn: practice.decided_at === null ? null : dayInVietnam(practice.decided_at),
      },
      END_OF_TIME,
    );
    return owed
      .map((check) => ({
        unitId: practice.unit_id,
        code: check.code,
        due: check.due,
        answeredOn: practice.answers[check.code] ?? null,
      }))
      .filter((check) => practice.state === 'implementing' || check.answeredOn !== null);
  });
}

/** How one check stands among some practices. */
export function checkStanding(owed: readonly OwedCheck[], code: string): CheckStanding {
  const mine = owed.filter((one) => one.code === code);
  const answered = mine.filter((one) => one.answeredOn !== null);
  return {
    owed: mine.length,
    answered: answered.length,
    lateDays: Math.max(0, ...answered.map((one) => daysBetween(one.due, one.answeredOn ?? one.due))),
  };
}
