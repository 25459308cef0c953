import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectTestDatabase, type TestConnection } from '#server/testing/database.ts';
import { copied } from './copied.ts';

let connection: TestConnection;
beforeAll(async () => {
  connection = await connectTestDatabase({ max: 1 });
});
afterAll(() => connection.close());

const words = sql`select n::int, case when n = 2 then null else 'tổ ' || n end, int8send(n - 9007199254740995)
  from generate_series(1::bigint, 3000) as n order by n`;

it('brings every row as the database keeps it, with what is empty', async () => {
  const rows = await copied(connection.db, words, (row) => [
    row.integer(0),
    row.byteLength(1) < 0 ? null : row.text(1),
    row.bytes.readBigInt64BE(row.start(2)),
  ]);
  expect(rows.slice(0, 3)).toEqual([
    [1, 'tổ 1', -9007199254740994n],
    [2, null, -9007199254740993n],
    [3, 'tổ 3', -9007199254740992n],
  ]);
  expect(rows.length).toBe(3000);
  expect(await copied(connection.db, sql`select 1 where false`, (row) => row.integer(0))).toEqual([]);
});

it('sees what its transaction wrote, and a value with a quote stays a value', async () => {
  await connection.db.transaction().execute(async (tx) => {
    await sql`create temporary table said on commit drop as select ${"a'); drop table said; --"}::text as word`.execute(
      tx,
    );
    const said = await copied(
      tx,
      sql`select word from said where word = ${"a'); drop table said; --"} and ${2} > 1`,
      (row) => row.text(0),
    );
    expect(said).toEqual(["a'); drop table said; --"]);
  });
});

it('takes texts, numbers and null, and nothing else', async () => {
  const values = sql`select ${"$1 \\ '2"}::text, ${-3}::int, ${null}::text`;
  expect(
    await copied(connection.db, values, (row) => [
      row.text(0),
      row.integer(1),
      row.byteLength(2),
      row.text(2),
    ]),
  ).toEqual([["$1 \\ '2", -3, -1, '']]);
  await expect(copied(connection.db, sql`select ${['a']}::text[]`, () => null)).rejects.toThrow(TypeError);
});

it('fails as any statement does, and the connection is as good as before', async () => {
  await expect(copied(connection.db, sql`select 1 / 0`, () => null)).rejects.toThrow('division by zero');
  await expect(
    copied(connection.db, sql`select 1 / (1000 - n) from generate_series(1, 2000) as n`, () => null),
  ).rejects.toThrow('division by zero');
  const { rows } = await sql<{ one: number }>`select 1 as one`.execute(connection.db);
  expect(rows).toEqual([{ one: 1 }]);
});
