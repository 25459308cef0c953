import type { UnitScope } from '#domain/access/unit-scope.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import { liesIn } from '#server/organisations/paths.reads.ts';
import { standsAt, withinScope } from '#server/organisations/within-scope.reads.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql, type RawBuilder } from 'kysely';
import { kindsAsked, type FormRecord } from './form-record.reads.ts';

/** Made by `areaWithin`. */
interface Within {
  readonly unitId: string;
  readonly day: Day | null;
  readonly paths: readonly string[];
}

export interface ExpectedQuery {
  readonly form: Pick<FormRecord, 'ownerUnitId' | 'revisions'>;
  readonly periods: readonly Period[];
  /** Only units of this scope. */
  readonly scope?: UnitScope;
  /** Only units that lie, or whose records lie, with or below this one, on a day; else on each period's last day. */
  readonly within?: Within | undefined;
  readonly unitIds?: readonly string[];
}

/**
 * The units that owe a form for periods: those of the kinds that it asked then, below its owner on each period's last
 * day. The denominator of every completeness; a unit that is gone since then still owed. Columns period_from, period_to, unit_id, path.
 */
export function expectedUnits(asked: ExpectedQuery): RawBuilder<unknown> {
  return sql`
    select span.period_from, span.period_to, owed.unit_id, owed.path
    from (${spans(asked)}) as span
    join (${lives(asked)} offset 0) as owed on ${owesIn}`;
}

/** That a row of `lives`, named owed, lived at the end of a row of `spans`, named span. */
const livedIn = sql<boolean>`owed.since <= span.period_to and (owed.until is null or owed.until > span.period_to)`;

/** And that it stood in its area, of a kind that was asked. */
const owesIn = sql<boolean>`${livedIn} and owed.kind = any(span.kinds)
  and owed.path <> span.above and ${liesIn('owed.path', sql.ref('span.above'))}
  and ${liesIn('owed.path', sql.ref('span.area'))}`;

interface Span {
  readonly period_from: Day;
  readonly period_to: Day;
  readonly kinds: readonly string[];
  readonly above: string;
  readonly area: string;
}

interface OwedParts {
  readonly spans: RawBuilder<unknown>;
  readonly lives: RawBuilder<unknown>;
  readonly owes: RawBuilder<boolean>;
  /** The columns of a life by which it owes or not: lives that are alike in them are counted together. */
  readonly alike: RawBuilder<unknown>;
}

/**
 * The parts of `expectedUnits` for questions that need them more than once: the periods (span), the lives (owed), and
 * whether a life owed in a period. Where owner, area and kinds are the same in all periods, which they are but for
 * reforms, paths are compared once a life and not once a life and period.
 */
export async function owedParts(db: Db, asked: ExpectedQuery): Promise<OwedParts> {
  const { rows } = await sql<Span>`${spans(asked)}`.execute(db);
  const [first] = rows;
  const said = ({ kinds, above, area }: Span): string => [above, area, ...kinds].join();
  if (!first || rows.some((row) => said(row) !== said(first)))
    return { spans: spans(asked), lives: lives(asked), owes: owesIn, alike: sql`since, until, kind, path` };
  const { above, area } = first;
  // A period in which the owner or the area did not stand may have asked other kinds: nobody is counted by those.
  const periods = asked.periods.filter((one) => rows.some((row) => row.period_from === one.from));
  return {
    spans: sql`select * from unnest(${rows.map((row) => row.period_from)}::date[], ${rows.map((row) => row.period_to)}::date[]) as period(period_from, period_to)`,
    lives: sql`${lives({ ...asked, periods })} and place.path <> ${above} and ${liesIn('place.path', sql`${above}::text`)}
      ${area === above ? sql`` : sql`and ${liesIn('place.path', sql`${area}::text`)}`}`,
    owes: livedIn,
    alike: sql`since, until`,
  };
}

/** The periods, each with the path of the form's owner on its last day, and of the unit asked for. */
function spans({ form, periods, within }: ExpectedQuery): RawBuilder<unknown> {
  const byPeriod = within?.day === null;
  return sql`
    select period.period_from, period.period_to, string_to_array(period.kinds, ',') as kinds, top.path as above, ${byPeriod ? sql`area.path` : sql`top.path`} as area
    from unnest(${periods.map((one) => one.from)}::date[], ${periods.map((one) => one.to)}::date[],
      ${periods.map((one) => kindsAsked(form, one.from).join(','))}::text[]) as period(period_from, period_to, kinds)
    join unit_place as top on top.unit_id = ${form.ownerUnitId}::uuid and top.tree = 'main' and top.stands
      and top.valid_from <= period.period_to and (top.valid_to is null or top.valid_to > period.period_to)
    ${byPeriod ? areaOfPeriod(within.unitId) : sql``}`;
}

/**
 * Units of a form's kinds with the time that they stood at one place during the periods. Lives and places are put
 * together once for all periods, from whichever the database finds fewer of.
 */
function lives(asked: ExpectedQuery): RawBuilder<unknown> {
  const { form, periods, within } = asked;
  const ends = periods.map((one) => one.to).toSorted();
  const [first, last] = [ends[0] ?? null, ends.at(-1) ?? null];
  const kinds = [...new Set(periods.flatMap((one) => kindsAsked(form, one.from)))];
  return sql`
    select version.unit_id, version.kind, place.path, greatest(version.valid_from, place.valid_from) as since,
      least(version.valid_to, place.valid_to) as until
    from unit_version as version
    join unit_place as place on place.unit_id = version.unit_id and place.tree = 'main' and place.stands
    where version.kind = any(${kinds}::text[])
      and version.valid_from <= ${last}::date and (version.valid_to is null or version.valid_to > ${first}::date)
      and place.valid_from <= ${last}::date and (place.valid_to is null or place.valid_to > ${first}::date)
      and ${asked.scope ? withinScope('version.unit_id', asked.scope) : sql`true`}
      and ${asked.unitIds ? sql`version.unit_id = any(${[...asked.unitIds]}::uuid[])` : sql`true`}
      and ${within ? liesWithin(within) : sql`true`}`;
}

/** Where the unit asked for stands at the end of each period. */
function areaOfPeriod(unitId: string): RawBuilder<unknown> {
  return sql`
    join unit_place as area on area.unit_id = ${unitId}::uuid and area.tree = 'main'
      and area.valid_from <= period.period_to and (area.valid_to is null or area.valid_to > period.period_to)`;
}

/** That a place, or where it is carried on by the day asked for, lies in one of the areas. */
function liesWithin({ day, paths }: Within): RawBuilder<unknown> {
  const below = (place: string) =>
    paths.length === 0
      ? sql`false`
      : sql`(${sql.join(
          paths.map((path) => liesIn(place, sql`${path}::text`)),
          sql` or `,
        )})`;
  if (day === null) return below('place.path');
  return sql`version.unit_id in (select here.unit_id from unit_place as here where ${standsAt('here', day)} and ${below('here.path')})`;
}

/** A unit asked for with the paths that it had at any time, or has on a day. */
export async function areaWithin(db: Db, unitId: string, day: Day | null): Promise<Within> {
  const { rows } = await sql<{ path: string }>`
    select distinct path from unit_place as area
    where unit_id = ${unitId}::uuid and ${day === null ? sql`tree = 'main'` : standsAt('area', day)}`.execute(
    db,
  );
  return { unitId, day, paths: rows.map((row) => row.path) };
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
