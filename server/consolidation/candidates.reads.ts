import type { UnitScope } from '#domain/access/unit-scope.ts';
import { baseFields, type BaseField } from '#domain/campaigns/fields.ts';
import { yearOf, type Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import { carriedOutStates } from '#domain/practices/practice.states.ts';
import { liesIn } from '#server/organisations/paths.reads.ts';
import { standsAt, withinScope } from '#server/organisations/within-scope.reads.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';

/** A practice that may be shown as an example: where it is, and what proves it. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly unitName: string;
  readonly placeName: string | null;
  readonly baseField: BaseField | null;
  readonly recognised: boolean;
  readonly evidenceCount: number;
}

const mostCandidates = 200;
const chosenPerField = 3;

export interface Candidates {
  readonly found: readonly Candidate[];
  /** So many more there are; they have no room in the list. */
  readonly left: number;
}

/** Practices of the period's years below a unit that were carried out: recognised ones first, then by score and evidence. */
export async function candidates(
  db: Db,
  of: { unitId: string; period: Period; treeDay: Day; scope: UnitScope; chosenIds?: readonly string[] },
): Promise<Candidates> {
  const { unitId, period, treeDay, chosenIds = [] } = of;
  const { rows } = await sql<Candidate & { readonly all: number }>`
    select practice.id, practice.name, practice.base_field as "baseField", practice.state = 'recognised' as recognised,
      coalesce(owner.short_name, '') as "unitName",
      nullif(concat_ws(', ', nullif(trim(practice.place_text), ''), place_name.name), '') as "placeName",
      (select count(*)::int from evidence where evidence.practice_id = practice.id and evidence.withdrawn_at is null) as "evidenceCount",
      (count(*) over ())::int as all
    from practice
    join campaign on campaign.id = practice.campaign_id
    join unit_place as here on here.unit_id = practice.unit_id and ${standsAt('here', treeDay)}
    join unit_place as top on top.unit_id = ${unitId}::uuid and ${standsAt('top', treeDay)}
      and ${liesIn('here.path', sql.ref('top.path'))}
    left join lateral (
      select short_name from unit_version where unit_version.unit_id = practice.unit_id order by valid_from desc limit 1) as owner on true
    left join lateral (
      select name from unit_version where unit_version.unit_id = practice.place_unit_id order by valid_from desc limit 1) as place_name on true
    left join score_sheet as final on final.practice_id = practice.id and final.score_column = 'final'
    where campaign.year between ${yearOf(period.from)} and ${yearOf(period.to)}
      and (practice.state = any(${[...carriedOutStates]}::text[]) or practice.id = any(${[...chosenIds]}::uuid[]))
      and ${withinScope('practice.unit_id', of.scope)}
    order by practice.id = any(${[...chosenIds]}::uuid[]) desc, practice.state = 'recognised' desc, final.total desc nulls last,
      "evidenceCount" desc, practice.name_folded, practice.id
    limit ${mostCandidates}`.execute(db);
  return {
    found: rows.map(({ all: _all, ...candidate }) => candidate),
    left: (rows[0]?.all ?? 0) - rows.length,
  };
}

/** What is shown where nobody has chosen: the first recognised ones of each field. */
export function chosenBySystem(found: readonly Candidate[]): string[] {
  return [...baseFields, null].flatMap((field) =>
    found
      .filter((one) => one.recognised && one.baseField === field)
      .slice(0, chosenPerField)
      .map((one) => one.id),
  );
}
