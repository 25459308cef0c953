import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';

/**
 * All that the organisation is, without ids, acts and positions: two databases that were brought to the same
 * organisation by different ways give the same rows. For tests.
 */
export async function organisationRows(db: Db): Promise<Record<string, unknown[]>> {
  const rows = async (query: ReturnType<typeof sql>): Promise<unknown[]> => (await query.execute(db)).rows;
  // "00004@2025-07-01": the code with which a unit began, and its first day.
  const label = sql`(select unit.id, unit.serial, version.code || '@' || unit.founded_on as name
    from unit join unit_version as version on version.unit_id = unit.id and version.valid_from = unit.founded_on)`;
  return {
    lives: await rows(sql`select label.name, founded_on, dissolved_on
      from unit join ${label} as label using (id) order by 1`),
    versions:
      await rows(sql`select own.name as unit, valid_from, valid_to, above.name as parent, version.name,
        short_name, name_folded, kind, code
      from unit_version as version
      join ${label} as own on own.id = version.unit_id
      left join ${label} as above on above.id = version.parent_id
      order by 1, 2`),
    heirs: await rows(sql`select own.name as unit, heir.name as heir, valid_from, valid_to, apportioned
      from unit_heir
      join ${label} as own on own.id = unit_heir.unit_id
      left join ${label} as heir on heir.id = unit_heir.heir_id
      order by 1, 3`),
    successions: await rows(sql`select origin.name as origin, successor.name as successor, rule, share
      from unit_succession
      join ${label} as origin on origin.id = from_unit_id
      join ${label} as successor on successor.id = to_unit_id
      order by 1, 2`),
    // A change that leaves the path as it was may cut a span in two: joined again, they say the same.
    places: await rows(sql`select tree, own.name as unit, stands, apportioned,
        range_agg(daterange(valid_from, valid_to))::text as spans, (
          select string_agg(label.name, ' > ' order by step.at)
          from generate_series(1, length(path), 6) as step (at)
          join ${label} as label on path_step(label.serial) = substr(path, step.at, 6)
        ) as path
      from unit_place join ${label} as own on own.id = unit_place.unit_id
      group by tree, own.name, stands, apportioned, unit_place.path
      order by 1, 2, 5`),
  };
}
