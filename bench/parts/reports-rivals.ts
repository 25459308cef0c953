import { rmSync } from 'node:fs';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Pool } from 'pg';
import { month, width, type ReportingNation } from './reports-nation.ts';

/** Unit → its figures with all below it. */
export type RolledUp = ReadonlyMap<string, readonly bigint[] | BigInt64Array>;

export interface Rival {
  readonly name: string;
  rollUp(): Promise<RolledUp>;
}

const figures = Array.from({ length: width }, (_, index) => `v${index + 1}`);
const sums = figures.map((one) => `sum(${one})::bigint as ${one}`).join(', ');

/** Communes first, then provinces from communes, then the nation: the quickest of the plain ways tried. */
const wideQuery = `
  with commune as (
    select place.commune, place.province, place.nation, ${sums}
    from rival_wide as wide join rival_place as place on place.unit_id = wide.unit_id group by 1, 2, 3),
  province as (select province, nation, ${sums} from commune group by 1, 2)
  select commune as node, ${figures.join(', ')} from commune
  union all select province, ${figures.join(', ')} from province
  union all select nation, ${sums} from province group by nation`;

const tallQuery = `
  with commune as (
    select place.commune, place.province, place.nation, tall.indicator, sum(tall.value)::bigint as value
    from rival_tall as tall join rival_place as place on place.unit_id = tall.unit_id group by 1, 2, 3, 4),
  province as (select province, nation, indicator, sum(value)::bigint as value from commune group by 1, 2, 3)
  select commune as node, indicator, value from commune
  union all select province, indicator, value from province
  union all select nation, indicator, sum(value)::bigint from province group by nation, indicator`;

/** The same month as one row a village, and as one row a value. */
export async function buildRivals({ admin, formIds }: ReportingNation): Promise<void> {
  const wide = figures.map((one, index) => `contribution[${index + 1}] as ${one}`).join(', ');
  await admin.pool.query(`
    drop table if exists rival_wide, rival_tall, rival_place;
    create table rival_place as
    select village.unit_id, commune.unit_id as commune, province.unit_id as province, nation.unit_id as nation
    from unit_place as village
    join unit_place as commune on commune.path = left(village.path, 18) and ${stands('commune')}
    join unit_place as province on province.path = left(village.path, 12) and ${stands('province')}
    join unit_place as nation on nation.path = left(village.path, 6) and ${stands('nation')}
    where length(village.path) = 24 and ${stands('village')};
    create table rival_wide as select unit_id, ${wide} from report
      where form_id = '${formIds.village}' and period_from = '${month.from}';
    create table rival_tall as
      select unit_id, indicator::smallint, value from report, unnest(contribution) with ordinality as one(value, indicator)
      where form_id = '${formIds.village}' and period_from = '${month.from}';
    alter table rival_place add primary key (unit_id);
    alter table rival_wide add primary key (unit_id);
    alter table rival_tall add primary key (unit_id, indicator);
    grant select on rival_place, rival_wide, rival_tall to kheo`);
  for (const table of ['rival_place', 'rival_wide', 'rival_tall'])
    await admin.pool.query(`vacuum analyze ${table}`);
}

function stands(place: string): string {
  return `${place}.tree = 'main' and ${place}.stands and ${place}.valid_from <= '${month.to}'
    and (${place}.valid_to is null or ${place}.valid_to > '${month.to}')`;
}

export function postgresRivals(pool: Pool): Rival[] {
  return [
    {
      name: 'PostgreSQL, wide',
      rollUp: async () => fromWide((await pool.query({ text: wideQuery, rowMode: 'array' })).rows),
    },
    {
      name: 'PostgreSQL, tall',
      rollUp: async () => fromTall((await pool.query({ text: tallQuery, rowMode: 'array' })).rows),
    },
  ];
}

function fromWide(rows: readonly (readonly unknown[])[]): RolledUp {
  return new Map(
    rows.map(([node, ...values]) => [String(node), values.map((value) => BigInt(value as number))]),
  );
}

function fromTall(rows: readonly (readonly unknown[])[]): RolledUp {
  const found = new Map<string, bigint[]>();
  for (const [node, indicator, value] of rows) {
    const of = found.get(String(node)) ?? Array.from({ length: width }, () => 0n);
    of[Number(indicator) - 1] = BigInt(value as number);
    found.set(String(node), of);
  }
  return found;
}

/** DuckDB over the same rows, in memory and in the same process, with every core. */
export async function duckRival(pool: Pool): Promise<Rival & { readonly version: string; close(): void }> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const table of ['rival_place', 'rival_wide']) {
    const file = join(tmpdir(), `kheo-bench-${process.pid}-${table}.csv`);
    await writeTable(pool, table, file);
    await connection.run(`create table ${table} as select * from read_csv('${file}', header = true)`);
    rmSync(file);
  }
  const { rows } = { rows: (await connection.runAndReadAll('select version()')).getRows() };
  return {
    name: 'DuckDB, wide',
    version: String(rows[0]?.[0]),
    rollUp: async () => {
      const columns = (await connection.runAndReadAll(wideQuery)).getColumns();
      const [nodes = [], ...values] = columns;
      return new Map(nodes.map((node, row) => [String(node), values.map((column) => column[row] as bigint)]));
    },
    close: () => connection.closeSync(),
  };
}

async function writeTable(pool: Pool, table: string, file: string): Promise<void> {
  const { rows, fields } = await pool.query<unknown[]>({ text: `select * from ${table}`, rowMode: 'array' });
  const stream = createWriteStream(file);
  stream.write(`${fields.map((field) => field.name).join()}\n`);
  for (const row of rows) if (!stream.write(`${row.join()}\n`)) await once(stream, 'drain');
  stream.end();
  await once(stream, 'finish');
}
