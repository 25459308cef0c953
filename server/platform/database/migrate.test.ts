import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connectTestDatabase, type TestConnection } from '#server/testing/database.ts';
import { migrate } from './migrate.ts';

let connection: TestConnection;
let folder: string;

beforeAll(async () => {
  connection = await connectTestDatabase({ max: 4 });
});

afterAll(() => connection.close());

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kheo-migrations-'));
  await connection.pool.query('drop schema public cascade; create schema public');
  return () => rmSync(folder, { recursive: true });
});

const write = (name: string, sql: string): void => writeFileSync(join(folder, name), sql);
const run = (): Promise<{ applied: string[] }> => migrate(connection.pool, { folder });

test('applies files in the order of their names, once', async () => {
  write('0002_b.sql', 'alter table a add column note text');
  write('0001_a.sql', 'create table a (id int)');
  expect(await run()).toEqual({ applied: ['0001_a.sql', '0002_b.sql'] });
  expect(await run()).toEqual({ applied: [] });
});

test('leaves nothing of a file that fails, keeps those before it, and names the line', async () => {
  write('0001_a.sql', 'create table a (id int)');
  write('0002_b.sql', 'create table b (id int);\ninsert into missing values (1)');
  await expect(run()).rejects.toThrow(/0002_b\.sql, dòng 2/);
  const { rows } = await connection.pool.query(
    "select to_regclass('a') is not null as a, to_regclass('b') as b",
  );
  expect(rows).toEqual([{ a: true, b: null }]);
});

test('refuses a file that was changed after it was applied', async () => {
  write('0001_a.sql', 'create table a (id int)');
  await run();
  write('0001_a.sql', 'create table a (id bigint)');
  await expect(run()).rejects.toThrow('0001_a.sql đã bị sửa sau khi áp dụng');
});

test('refuses a database that a newer version has migrated', async () => {
  write('0001_a.sql', 'create table a (id int)');
  write('0002_b.sql', 'select 1');
  await run();
  rmSync(join(folder, '0002_b.sql'));
  await expect(run()).rejects.toThrow('bản mới hơn');
});

test('refuses a file that slipped in before one already applied', async () => {
  write('0002_b.sql', 'select 1');
  await run();
  write('0001_a.sql', 'select 1');
  await expect(run()).rejects.toThrow('đứng trước');
});

test('two starts at once migrate once', async () => {
  write('0001_a.sql', 'create table a (id int); select pg_sleep(0.2)');
  const both = await Promise.all([run(), run()]);
  expect(both.flatMap((result) => result.applied)).toEqual(['0001_a.sql']);
});
