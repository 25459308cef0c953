import type { Pool } from 'pg';

/**
 * The same list of 50 by the two usual ways: a closure table (every pair of a unit and one above it, by span) and a
 * recursive query over the edges. Both get the same practices of the day and the same order as ours; what differs is
 * how the units of an area are found.
 */
export const rivals = { 'closure table': closureList, 'recursive query': recursiveList } as const;

export interface ListAsked {
  readonly unitId: string;
  readonly day: string;
  readonly past: boolean;
}

/** Built once from the same places. Rows and bytes are told, because that is what the speed costs. */
export async function buildClosure(pool: Pool): Promise<string> {
  await pool.query(`
    create table if not exists rival_closure as
    select top.id as ancestor_id, place.unit_id, place.valid_from, place.valid_to, place.path as place
    from unit_place as place
    cross join lateral generate_series(1, length(place.path) / 6) as step
    join unit as top on path_step(top.serial) = substr(place.path, step * 6 - 5, 6)
    where place.tree = 'main';
    create index if not exists rival_closure_area on rival_closure (ancestor_id, place, valid_from) include (unit_id, valid_to);
    analyze rival_closure`);
  const { rows } = await pool.query<{ pairs: number; ours: number; theirs: string; size: string }>(`
    select (select count(*) from rival_closure) as pairs, (select count(*) from unit_place) as ours,
      pg_size_pretty(pg_total_relation_size('rival_closure')) as theirs,
      pg_size_pretty(pg_total_relation_size('unit_place')) as size`);
  const [row] = rows;
  return row ? `unit_place ${row.ours} rows, ${row.size}; closure ${row.pairs} rows, ${row.theirs}` : '';
}

const onDay = (name: string): string =>
  `${name}.valid_from <= $2::date and (${name}.valid_to is null or ${name}.valid_to > $2::date)`;

/** The practices of a unit `area` on the day: as they are, or without those not yet there and by whoever kept them then. */
function practicesOf(past: boolean): string {
  if (!past) return `join practice on practice.unit_id = area.unit_id`;
  const holds = `held.practice_id = practice.id and (held.valid_from is null or held.valid_from <= $2::date)
    and (held.valid_to is null or held.valid_to > $2::date)`;
  const known = `practice.created_at < ($2::date + 1)::timestamptz`;
  return `cross join lateral (
    select practice.id, practice.created_at from practice
    where practice.unit_id = area.unit_id and ${known} and not exists (select 1 from practice_holding held where ${holds})
    union all
    select practice.id, practice.created_at from practice_holding held join practice on ${holds}
    where held.unit_id = area.unit_id and ${known}) as practice`;
}

const inOrder = `order by area.place, practice.created_at, practice.id limit 50`;

async function closureList(pool: Pool, asked: ListAsked): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>({
    text: `select practice.id from rival_closure as area ${practicesOf(asked.past)}
      where area.ancestor_id = $1::uuid and ${onDay('area')} ${inOrder}`,
    values: [asked.unitId, asked.day],
  });
  return rows.map((row) => row.id);
}

async function recursiveList(pool: Pool, asked: ListAsked): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>({
    text: `with recursive area(unit_id, place) as (
        select unit.id, path_step(unit.serial) collate "C" from unit where unit.id = $1::uuid
        union all
        select edge.unit_id, area.place || path_step(unit.serial)
        from area
        join (select unit_id, parent_id, valid_from, valid_to from unit_version
          union all select unit_id, heir_id, valid_from, valid_to from unit_heir) as edge on edge.parent_id = area.unit_id
        join unit on unit.id = edge.unit_id
        where ${onDay('edge')})
      select practice.id from area ${practicesOf(asked.past)} ${inOrder}`,
    values: [asked.unitId, asked.day],
  });
  return rows.map((row) => row.id);
}
