import type { UnitScope } from '#domain/access/unit-scope.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import { standsAt, withinScope } from '#server/organisations/within-scope.reads.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql, type RawBuilder } from 'kysely';
import type { FormRecord } from './form-record.reads.ts';

export interface ExpectedQuery {
  readonly form: Pick<FormRecord, 'ownerUnitId' | 'unitKinds'>;
  readonly periods: readonly Period[];
  /** Only units of this scope. */
  readonly scope?: UnitScope;
  /** Only units that lie, or whose records lie, with or below this one, on a day; else on each period's last day. */
  readonly within?: { readonly unitId: string; readonly day: Day | null } | undefined;
  readonly unitIds?: readonly string[];
}

/**
 * The units that owe a form for periods: those of its kinds below its owner on each period's last day. The denominator
 * of every completeness; a unit that is gone since then still owed. Columns period_from, period_to, unit_id, path.
 */
export function expectedUnits(asked: ExpectedQuery): RawBuilder<unknown> {
  const { form, periods, within } = asked;
  return sql`
    select period.period_from, period.period_to, owed.unit_id, owed.path
    from unnest(${periods.map((one) => one.from)}::date[], ${periods.map((one) => one.to)}::date[]) as period(period_from, period_to)
    join unit_place as top on top.unit_id = ${form.ownerUnitId}::uuid and top.tree = 'main' and top.stands
      and top.valid_from <= period.period_to and (top.valid_to is null or top.valid_to > period.period_to)
    join (
      select version.unit_id, place.path, daterange(version.valid_from, version.valid_to) * daterange(place.valid_from, place.valid_to) as span
      from unit_version as version
      join unit_place as place on place.unit_id = version.unit_id and place.tree = 'main' and place.stands
        and daterange(place.valid_from, place.valid_to) && daterange(version.valid_from, version.valid_to)
      where version.kind = any(${[...form.unitKinds]}::text[])
    ) as owed on owed.span @> period.period_to and owed.path > top.path and owed.path < top.path || 'g'
    where ${asked.scope ? withinScope('owed.unit_id', asked.scope) : sql`true`}
      and ${asked.unitIds ? sql`owed.unit_id = any(${[...asked.unitIds]}::uuid[])` : sql`true`}
      and ${within ? liesWithin(within) : sql`true`}`;
}

function liesWithin(within: NonNullable<ExpectedQuery['within']>): RawBuilder<unknown> {
  const { unitId, day } = within;
  if (day === null)
    return sql`exists (
      select 1 from unit_place as area where area.unit_id = ${unitId}::uuid and area.tree = 'main'
        and area.valid_from <= period.period_to and (area.valid_to is null or area.valid_to > period.period_to)
        and owed.path >= area.path and owed.path < area.path || 'g')`;
  return sql`owed.unit_id in (
    select here.unit_id from unit_place as area
    join unit_place as here on here.path >= area.path and here.path < area.path || 'g'
    where area.unit_id = ${unitId}::uuid and ${standsAt('area', day)} and ${standsAt('here', day)})`;
}

/** Whether a unit owes a form for a period. */
export async function isExpected(
  db: Db,
  form: ExpectedQuery['form'],
  at: { unitId: string; period: Period },
): Promise<boolean> {
  const { rows } = await sql`select 1 from (${expectedUnits({
    form,
    periods: [at.period],
    unitIds: [at.unitId],
  })}) as expected`.execute(db);
  return rows.length > 0;
}

/** The units that owe a form for one period. */
export async function expectedIds(db: Db, asked: Omit<ExpectedQuery, 'periods'> & { period: Period }) {
  const { rows } = await sql<{ unit_id: string }>`
    select unit_id from (${expectedUnits({ ...asked, periods: [asked.period] })}) as expected order by path`.execute(
    db,
  );
  return rows.map((row) => row.unit_id);
}
