import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type Connection } from '#server/platform/database/connect.ts';
import { startEmbeddedPostgres } from '#server/platform/database/embedded-postgres.ts';
import { migrate, migrationsChecksum } from '#server/platform/database/migrate.ts';

/** The days of the made-up country: the reform, a day before it, and today. */
export const reformDay = '2025-07-01';
export const dayBefore = '2025-06-30';
export const today = '2026-03-02';

export interface Nation {
  readonly connection: Connection;
  /** The application's own connection string, and the superuser's of the same database. */
  readonly url: string;
  readonly adminUrl: string;
  /** Seconds that making the data took; null where it was there. */
  readonly madeIn: number | null;
  stop(): Promise<void>;
}

/**
 * A country of the real size on a database of its own: 34 provinces, 3,321 communes and 100,000 villages, the 63
 * provinces, 700 districts and 10,000 communes that went into them on the day of the reform, and 500,000 practices of
 * five years. Some 300 communes are split: half of their own practices are given by hand, the other half stays open.
 * Everything is made in SQL from numbers, so that every run has the same; it is kept for the next run. `durable` starts
 * it with the settings of the application in use: it waits for the disk.
 */
export async function startNation(
  folder: string,
  { durable = false }: { durable?: boolean } = {},
): Promise<Nation> {
  const mark = join(folder, `made-${(await migrationsChecksum()).slice(0, 12)}-4`);
  if (!existsSync(mark)) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const server = await startEmbeddedPostgres({ dataFolder: folder, durable });
  const adminUrl = server.adminUrl.replace(/\/postgres$/, '/kheo');
  const connection = connect(server.url, { max: 4 });
  let madeIn: number | null = null;
  try {
    if (!existsSync(mark)) {
      const begun = performance.now();
      await migrate(connection.pool);
      await make(adminUrl);
      madeIn = (performance.now() - begun) / 1_000;
      writeFileSync(mark, '');
    }
  } catch (error) {
    await connection.close();
    await server.stop();
    throw error;
  }
  return {
    connection,
    url: server.url,
    adminUrl,
    madeIn,
    stop: async () => {
      await connection.close();
      await server.stop();
    },
  };
}

async function make(adminUrl: string): Promise<void> {
  const admin = connect(adminUrl, { max: 1 });
  try {
    for (const statement of [
      loading,
      units,
      lives,
      heirs,
      'analyze',
      'select rebuild_unit_places()',
      practices,
      indexes,
      'vacuum analyze',
    ])
      await admin.pool.query(statement);
  } finally {
    await admin.close();
  }
}

/** Rules of rows are not checked one by one while a whole country is written. */
const loading = `
  set session_replication_role = replica;
  set maintenance_work_mem = '512MB';
  set work_mem = '256MB';
  create temp table laid_aside as
    select index.indexrelid::regclass::text as name, pg_get_indexdef(index.indexrelid) as definition, null as kept_on
    from pg_index as index
    where index.indrelid::regclass::text in ('practice', 'history_entry', 'unit_version')
      and not exists (select 1 from pg_constraint where conindid = index.indexrelid)
    union all
    select conname, pg_get_constraintdef(oid), conrelid::regclass::text from pg_constraint where contype = 'x' and conrelid = 'unit_version'::regclass;
  do $$ declare one record; begin
    for one in select * from laid_aside loop
      if one.kept_on is null then execute 'drop index ' || one.name;
      else execute format('alter table %s drop constraint %s', one.kept_on, one.name); end if;
    end loop;
  end $$;
  create function uid(kind text, n bigint) returns uuid language sql immutable parallel safe return md5(kind || n)::uuid;
  insert into account (id, username, display_name, password_hash, created_at)
    values (uid('account', 0), 'bench', 'Bench', '', '2020-01-01');
  insert into reorganisation (id, kind, on_day, account_id, at) values (uid('act', 0), 'merge', '${reformDay}', uid('account', 0), '${reformDay}');
`;

const units = `
  create temp table commune_map as
  select c, c % 700 as district, (c % 700) % 63 as was_province, province,
    c % 33 = 0 as is_split,
    (row_number() over (partition by province order by c) - 1) % share as first,
    row_number() over (partition by province order by c) % share as second
  from (select c, ((c % 700) % 63) % 34 as province,
      case when ((c % 700) % 63) % 34 < 23 then 98 else 97 end as share
    from generate_series(0, 9999) as c) as numbered;
  create temp table village_map as
  select v, c, province * 1000 + case when is_split and v / 10000 % 2 = 1 then second else first end as commune
  from generate_series(0, 99999) as v join commune_map on c = v % 10000;

  create temp table node (kind text, n int, unit_kind text, since date, until date);
  insert into node select 'nation', 0, 'nation', date '2000-01-01', null;
  insert into node select 'province', p, 'province_committee', date '${reformDay}', null from generate_series(0, 33) as p;
  insert into node select 'was_province', p, 'province_committee', date '2000-01-01', date '${reformDay}' from generate_series(0, 62) as p;
  insert into node select 'district', d, 'district_committee', date '2000-01-01', date '${reformDay}' from generate_series(0, 699) as d;
  insert into node select 'commune', p * 1000 + c, 'commune_committee', date '${reformDay}', null
    from generate_series(0, 33) as p, generate_series(0, case when p < 23 then 97 else 96 end) as c;
  insert into node select 'was_commune', c, 'commune_committee', date '2000-01-01', date '${reformDay}' from generate_series(0, 9999) as c;
  insert into node select 'village', v, 'village', date '2000-01-01', null from village_map;
  insert into unit (id, founded_on, dissolved_on) select uid(kind, n), since, until from node;
`;

const lives = `
  create temp table life (kind text, n int, parent_kind text, parent int, since date, until date);
  insert into life select kind, n, null, null, since, until from node where kind = 'nation';
  insert into life select kind, n, 'nation', 0, since, until from node where kind in ('province', 'was_province');
  insert into life select kind, n, 'was_province', n % 63, since, until from node where kind = 'district';
  insert into life select kind, n, 'province', n / 1000, since, until from node where kind = 'commune';
  insert into life select kind, n, 'district', n % 700, since, until from node where kind = 'was_commune';
  insert into life select 'village', v, 'was_commune', c, date '2000-01-01', date '${reformDay}' from village_map;
  insert into life select 'village', v, 'commune', commune, date '${reformDay}', null from village_map;
  insert into unit_version (id, unit_id, valid_from, valid_to, parent_id, name, short_name, name_folded, kind, code)
  select uid(kind || life.since, n), uid(kind, n), life.since, life.until, uid(parent_kind, parent),
    kind || ' ' || n, kind || ' ' || n, kind || ' ' || n, unit_kind, left(kind, 3) || length(kind) || '-' || n
  from life join node using (kind, n);
`;

const heirs = `
  insert into unit_heir (id, unit_id, heir_id, valid_from, apportioned, reorganisation_id)
  select uid('heir' || kind, n), uid(kind, n), uid(heir_kind, heir), '${reformDay}', apportioned, uid('act', 0)
  from (
    select 'was_province' as kind, p as n, 'province' as heir_kind, p % 34 as heir, true as apportioned from generate_series(0, 62) as p
    union all select 'district', d, 'province', (d % 63) % 34, true from generate_series(0, 699) as d
    union all select 'was_commune', c, case when is_split then 'province' else 'commune' end,
      case when is_split then province else province * 1000 + first end, not is_split from commune_map) as gone;
`;

const practices = `
  create temp table made as
  select i, 2021 + i % 5 as year, made_at, i / 5 % 4 = 0 as of_commune, c, v,
    least(made_at + (i % 300) * interval '1 day', timestamptz '${today}') as moved_at,
    (array['submitted', 'implementing', 'implementing', 'implementing', 'recognised', 'recognised', 'recognised', 'not_recognised', 'assigned', 'declined'])[1 + i % 10] as state,
    is_split and made_at < '${reformDay}' and i / 5 % 4 = 0 as left_open, i / 20 % 2 = 0 as by_hand,
    province * 1000 + first as commune
  from (select i, make_date(2021 + i % 5, 1, 1) + (i::bigint * 7919 % 364)::int + time '09:00' as made_at,
      (hashint4(i) & 2147483647) % 10000 as c, (hashint4(i + 1000000) & 2147483647) % 100000 as v from generate_series(1, 500000) as i) as numbered
  join commune_map using (c);
  insert into campaign (id, owner_unit_id, year, title, state, plan, created_at, opened_at)
  select uid('campaign', year), uid('nation', 0), year, 'Dân vận khéo năm ' || year, 'open',
    '{"fields": [{"code": "kinh_te", "name": "Kinh tế", "baseField": "economy"}]}', make_date(year, 1, 1), make_date(year, 1, 1)
  from generate_series(2021, 2025) as year;
  insert into practice (id, campaign_id, unit_id, state, nature, subject, origin, field_code, base_field, name, name_folded,
    place_text, starts_on, ends_on, content, owner_name, responsible_name, submitted_at, decided_at, last_sign_of_life_at,
    created_at, updated_at)
  select uid('practice', i), uid('campaign', year),
    case when not of_commune then uid('village', v)
      when made_at >= '${reformDay}' or left_open and by_hand then uid('commune', commune)
      else uid('was_commune', c) end,
    state, 'model', 'collective', 'new', 'kinh_te', 'economy',
    'Mô hình dân vận khéo số ' || i, 'mo hinh dan van kheo so ' || i, 'Khu dân cư ' || i % 100, made_at::date, made_at::date + 300,
    repeat('Vận động nhân dân cùng làm, bàn bạc công khai, có kết quả. ', 4), 'Chi hội ' || i % 50, 'Người phụ trách', made_at, made_at,
    moved_at, made_at, moved_at
  from made order by made.made_at;
  insert into practice_holding (id, practice_id, unit_id, valid_from, valid_to, reorganisation_id)
  select uid('held', i), uid('practice', i), uid('was_commune', c), null, date '${reformDay}', uid('act', 0) from made where left_open and by_hand
  union all
  select uid('holds', i), uid('practice', i), uid('commune', commune), date '${reformDay}', null, uid('act', 0) from made where left_open and by_hand;
  insert into history_entry (id, at, actor_name, subject_type, subject_id, action, from_state, to_state)
  select uid('submit', i), made_at, '', 'practice', uid('practice', i), 'submit', 'draft', 'submitted' from made
  union all
  select uid('move', i), moved_at, '', 'practice', uid('practice', i), 'move', 'submitted', state from made;
`;

/** The same indexes as everywhere, made once the rows are there. */
const indexes = `
  do $$ declare one record; begin
    for one in select * from laid_aside loop
      if one.kept_on is null then execute one.definition;
      else execute format('alter table %s add constraint %s %s', one.kept_on, one.name, one.definition); end if;
    end loop;
  end $$;
`;
