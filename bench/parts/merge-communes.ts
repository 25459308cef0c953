import type { PoolClient } from 'pg';
import { interleave, quantile, spread } from './measure.ts';
import { today, type Nation } from './nation.ts';

const leastTimes = 30;
const before = '2026-03-01';

/**
 * Five communes become one today. Ours makes anew the places of what moved; the rival makes all places anew. Both then
 * tell, year by year, what the five had on the day before and what the new one has today. Each is taken back again.
 */
export async function measureMerge(nation: Nation, rounds: number): Promise<string[]> {
  const { pool } = nation.connection;
  const { rows } = await pool.query<{ id: string }>(
    `select uid('commune', c) as id from generate_series(3000, 3004) as c`,
  );
  const communes = rows.map((row) => row.id);
  const merged = async (
    placesAnew: (client: PoolClient, changed: string[]) => Promise<unknown>,
  ): Promise<string> => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const changed = await merge(client, communes);
      await placesAnew(client, changed);
      return JSON.stringify(await figures(client, communes));
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  console.log('\nMerge of five communes with five years of history, figures then and now');
  const timed = await interleave(
    {
      ours: () =>
        merged((client, changed) =>
          client.query('select refresh_unit_places($1::uuid[], $2::date)', [changed, today]),
        ),
      'all places anew': () => merged((client) => client.query('select rebuild_unit_places()')),
    },
    Math.max(9, Math.min(rounds, 11)),
    ([ours, rebuilt]) => {
      if (!ours || ours !== rebuilt) throw new Error('figures differ after the merge');
    },
  );
  for (const one of timed) console.log(`  ${one.name.padEnd(16)} ${spread(one.ms)}`);
  const [ours, rebuilt] = timed.map((one) => quantile(one.ms, 0.5));
  const times = (rebuilt ?? 0) / (ours ?? 1);
  console.log(`  ${times.toFixed(0)} times faster`);
  return times < leastTimes ? [`merge ${times.toFixed(1)} of ${leastTimes} times`] : [];
}

/** The rows that the act writes; answers the units whose places change. */
async function merge(client: PoolClient, communes: readonly string[]): Promise<string[]> {
  await client.query(
    `update unit_version set valid_to = $2::date where unit_id = any($1::uuid[]) and valid_to is null`,
    [communes, today],
  );
  await client.query('update unit set dissolved_on = $2::date where id = any($1::uuid[])', [communes, today]);
  await client.query(`insert into unit (id, founded_on) values (uid('merged', 0), $1::date)`, [today]);
  await client.query(
    `insert into unit_version (id, unit_id, valid_from, parent_id, name, short_name, name_folded, kind, code)
     values (uid('merged version', 0), uid('merged', 0), $1::date, uid('province', 3), 'Xã mới', 'Xã mới', 'xa moi', 'commune_committee', 'xa-moi')`,
    [today],
  );
  const moved = await client.query<{ unit_id: string }>(
    `with ended as (
       update unit_version set valid_to = $2::date where parent_id = any($1::uuid[]) and valid_to is null returning *)
     insert into unit_version (id, unit_id, valid_from, parent_id, name, short_name, name_folded, kind, code)
     select gen_random_uuid(), unit_id, $2::date, uid('merged', 0), name, short_name, name_folded, kind, code from ended
     returning unit_id`,
    [communes, today],
  );
  await client.query(
    `insert into unit_heir (id, unit_id, heir_id, valid_from, apportioned, reorganisation_id)
     select gen_random_uuid(), gone, uid('merged', 0), $2::date, true, uid('act', 0) from unnest($1::uuid[]) as gone`,
    [communes, today],
  );
  const { rows } = await client.query<{ id: string }>(`select uid('merged', 0) as id`);
  return [...communes, ...rows.map((row) => row.id), ...moved.rows.map((row) => row.unit_id)];
}

/** Practices by year of the five on the day before, and of the new one today: by the paths of each day. */
async function figures(client: PoolClient, communes: readonly string[]): Promise<unknown> {
  const { rows } = await client.query(
    `select asked.unit_id, campaign.year, count(*) as practices
     from (select unnest($1::uuid[]) as unit_id, $2::date as day union all select uid('merged', 0), $3::date) as asked
     join unit_place as top on top.unit_id = asked.unit_id and top.tree = 'main' and top.valid_from <= asked.day
       and (top.valid_to is null or top.valid_to > asked.day)
     join unit_place as area on area.tree = 'main' and area.path >= top.path and area.path < top.path || 'g'
       and area.valid_from <= asked.day and (area.valid_to is null or area.valid_to > asked.day)
     join practice on practice.unit_id = area.unit_id
     join campaign on campaign.id = practice.campaign_id
     group by asked.unit_id, campaign.year order by asked.unit_id, campaign.year`,
    [communes, before, today],
  );
  return rows;
}
