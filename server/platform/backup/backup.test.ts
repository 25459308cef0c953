import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runMigrations } from 'graphile-worker';
import type { Connection } from '#server/platform/database/connect.ts';
import { connectTestDatabase, type TestConnection } from '#server/testing/database.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';

let folder: string;
let source: { connection: TestConnection; dataFolder: string };
let archive: string;
const now = '2026-11-22T02:00:00.000Z';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kheo-backup-'));
  source = await openPlace('source');
  await fill(source.connection, source.connection.url);
  storeFile(source.dataFolder, randomBytes(40_000));
  storeFile(source.dataFolder, Buffer.from('Biên bản họp thôn'));
  archive = join(folder, 'kheo.tar.gz');
  await backup({ ...source, databaseUrl: source.connection.url, file: archive, madeAt: now });
});

afterAll(async () => {
  await source.connection.close();
  rmSync(folder, { recursive: true });
});

async function openPlace(name: string): Promise<typeof source> {
  const dataFolder = join(folder, name);
  mkdirSync(dataFolder);
  return { connection: await connectTestDatabase(), dataFolder };
}

/** Rows of every kind that a text export can get wrong, in tables of the test's own and in ours. */
async function fill({ pool }: Connection, url: string): Promise<void> {
  await runMigrations({ connectionString: url, schema: 'graphile_worker' });
  await pool.query(`insert into account (id, username, display_name, password_hash, created_at)
    select gen_random_uuid(), 'user' || n, 'Cán bộ ' || n, 'x', now() from generate_series(1, 500) n`);
  await pool.query(`insert into account (id, username, display_name, password_hash, created_at)
    values (gen_random_uuid(), 'odd', E'Ô "Hương"\\t\\\\N\\n; -- \\r', '\\N', '2020-02-29 23:59:59.123456+07')`);
  // Totals lie in two partitions.
  await pool.query(`insert into report_total (form_id, period_from, unit_id, lane, depth, reports, sums)
    select gen_random_uuid(), '2026-01-01', gen_random_uuid(), 0, depth, 1, '{1,-2,null}' from generate_series(1, 6) as depth`);
  await pool.query("select graphile_worker.add_job('test', '{\"a\": [1, null]}')");
  await pool.query("update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker1'");
}

function storeFile(dataFolder: string, content: Buffer): void {
  const hash = createHash('sha256').update(content).digest('hex');
  const path = join(dataFolder, 'files', hash.slice(0, 2), hash.slice(2));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Everything in the database and the files, as text to compare. */
async function contentsOf(place: typeof source): Promise<Record<string, string>> {
  const { rows } = await place.connection.pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname = 'public' and tablename <> 'schema_migration' order by 1`,
  );
  const contents: Record<string, string> = {};
  for (const { name } of rows) {
    const table = await place.connection.pool.query<{ all: string }>(
      `select coalesce(string_agg(t::text, E'\\n' order by t::text), '') as all from ${name} t`,
    );
    contents[name] = table.rows[0]?.all ?? '';
  }
  const files = readdirSync(join(place.dataFolder, 'files'), { recursive: true, withFileTypes: true });
  for (const file of files) {
    if (file.isFile()) contents[file.name] = readFileSync(join(file.parentPath, file.name)).toString('hex');
  }
  return contents;
}

const into = (place: typeof source, file = archive, keepPresentIn: string | null = null): Promise<unknown> =>
  restore({ databaseUrl: place.connection.url, dataFolder: place.dataFolder, file, keepPresentIn, now });

test('a backup restored elsewhere is the same, row for row and byte for byte', async () => {
  const place = await openPlace('elsewhere');
  await into(place);
  expect(await contentsOf(place)).toEqual(await contentsOf(source));
  const { rows } = await place.connection.pool.query(
    'select j.payload, j.locked_by, t.identifier from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id',
  );
  expect(rows).toEqual([{ payload: { a: [1, null] }, locked_by: null, identifier: 'test' }]);
  await place.connection.close();
});

test('identity numbers go on where they were, and keys and triggers are back', async () => {
  const place = await openPlace('goes-on');
  const count = `select (select count(*) from pg_constraint where contype = 'f') as keys,
    (select count(*) from pg_trigger where tgenabled = 'O' and not tgisinternal) as triggers,
    (select coalesce(sum(coalesce(last_value, 0)), 0) from pg_sequences) as numbers`;
  await runMigrations({ connectionString: place.connection.url, schema: 'graphile_worker' });
  await into(place);
  const [there, here] = [await place.connection.pool.query(count), await source.connection.pool.query(count)];
  expect(there.rows).toEqual(here.rows);
  await place.connection.close();
});

test('a backup taken under writers is of one moment', async () => {
  const place = await openPlace('busy');
  const { pool } = place.connection;
  await pool.query('create table left_side (n int); create table right_side (n int)');
  const done = new AbortController();
  const writer = (async () => {
    for (let n = 0; !done.signal.aborted; n += 1) {
      await pool.query(
        `with l as (insert into left_side values (${n})) insert into right_side values (${n})`,
      );
    }
  })();
  await expect.poll(async () => (await pool.query('select 1 from left_side')).rowCount).toBeGreaterThan(20);
  const file = join(folder, 'busy.tar.gz');
  const options = { databaseUrl: place.connection.url, dataFolder: place.dataFolder, madeAt: now };
  await backup({ ...options, file });
  done.abort();
  await writer;
  const { extract } = await import('tar');
  await extract({ file, cwd: place.dataFolder });
  const rowsOf = (name: string): string =>
    readFileSync(join(place.dataFolder, `tables/public.${name}.copy`), 'utf8');
  expect(rowsOf('left_side')).toBe(rowsOf('right_side'));
  await place.connection.close();
});

describe('present data', () => {
  let place: typeof source;

  beforeEach(async () => {
    place = await openPlace(`present-${randomBytes(3).toString('hex')}`);
    await place.connection.pool
      .query(`insert into account (id, username, display_name, password_hash, created_at)
      values (gen_random_uuid(), 'present', 'Người đang dùng', 'x', now())`);
    storeFile(place.dataFolder, Buffer.from('present'));
    return () => place.connection.close();
  });

  test('is not written over without being asked', async () => {
    const before = await contentsOf(place);
    await expect(into(place)).rejects.toThrow('--replace');
    expect(await contentsOf(place)).toEqual(before);
  });

  test('gives way when asked, and can be had back', async () => {
    const before = await contentsOf(place);
    const aside = join(place.dataFolder, 'aside.tar.gz');
    await into(place, archive, aside);
    expect(await contentsOf(place)).toEqual(await contentsOf(source));
    await into(place, aside, join(place.dataFolder, 'again.tar.gz'));
    expect(await contentsOf(place)).toEqual(before);
  });

  test('stays when the archive is damaged, cut short or something else', async () => {
    const before = await contentsOf(place);
    const whole = readFileSync(archive);
    const damaged = Buffer.from(whole);
    damaged.writeUInt32BE(0xdeadbeef, Math.floor(whole.length / 2));
    for (const [name, bytes] of Object.entries({
      damaged,
      cut: whole.subarray(0, Math.floor(whole.length * 0.8)),
      other: Buffer.from('không phải bản sao lưu'),
    })) {
      const file = join(folder, `${name}.tar.gz`);
      writeFileSync(file, bytes);
      await expect(into(place, file, join(folder, 'unused.tar.gz'))).rejects.toThrow(/hỏng|không phải/);
    }
    expect(await contentsOf(place)).toEqual(before);
  });

  test('stays when a row does not fit: nothing is half restored', async () => {
    const before = await contentsOf(place);
    const open = join(folder, `open-${randomBytes(3).toString('hex')}`);
    mkdirSync(open);
    const { create, extract } = await import('tar');
    await extract({ file: archive, cwd: open });
    const path = join(open, 'tables/public.account.copy');
    const doubled = `${readFileSync(path, 'utf8')}${readFileSync(path, 'utf8').split('\n')[0]}\n`;
    writeFileSync(path, doubled);
    const manifest = readFileSync(join(open, 'manifest.json'), 'utf8');
    const sha256 = createHash('sha256').update(doubled).digest('hex');
    const forged = JSON.parse(manifest) as { tables: { name: string; rows: number; sha256: string }[] };
    for (const table of forged.tables)
      if (table.name === 'account') Object.assign(table, { sha256, rows: table.rows + 1 });
    writeFileSync(join(open, 'manifest.json'), JSON.stringify(forged));
    const file = join(folder, 'unfit.tar.gz');
    await create({ file, cwd: open, gzip: true }, readdirSync(open));
    await expect(into(place, file, join(place.dataFolder, 'aside.tar.gz'))).rejects.toThrow('duplicate key');
    expect(await contentsOf(place)).toEqual(before);
  });
});
