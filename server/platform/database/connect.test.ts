import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectTestDatabase, type TestConnection } from '#server/testing/database.ts';
import { connect } from './connect.ts';

let connection: TestConnection;
const errors: Error[] = [];

beforeAll(async () => {
  connection = await connectTestDatabase({ onError: (error) => errors.push(error) });
});

afterAll(() => connection.close());

const first = async (sql: string): Promise<unknown> => (await connection.pool.query(sql)).rows[0];

test('values read as plain data', async () => {
  const row = await first(`select date '2026-02-05' as day, timestamptz '2026-02-05 07:30:00.5+07' as instant,
    9007199254740991::int8 as large, 1.25::numeric as exact, array['2026-02-05'::date, null] as days, array[1::int8] as ids`);
  expect(row).toEqual({
    day: '2026-02-05',
    instant: '2026-02-05T00:30:00.500Z',
    large: 9_007_199_254_740_991,
    exact: 1.25,
    days: ['2026-02-05', null],
    ids: [1],
  });
});

test('a whole number that JavaScript cannot hold is refused, not rounded', async () => {
  await expect(first('select 9007199254740993::int8 as large')).rejects.toThrow('does not fit');
});

test('days inside SQL are Vietnamese days', async () => {
  expect(await first("select (timestamptz '2026-02-05 20:00:00Z')::date as day")).toEqual({
    day: '2026-02-06',
  });
});

test('days stay Vietnamese where the address brings options of its own', async () => {
  const mark = connection.url.includes('?') ? '&' : '?';
  const options = encodeURIComponent('-c statement_timeout=5s -c timezone=UTC');
  const other = connect(`${connection.url}${mark}options=${options}`, { max: 1 });
  const { rows } = await other.pool.query(
    "select (timestamptz '2026-02-05 20:00:00Z')::date as day, current_setting('statement_timeout') as patience",
  );
  await other.close();
  expect(rows).toEqual([{ day: '2026-02-06', patience: '5s' }]);
});

test('a connection that the server cuts is reported and replaced', async () => {
  await first('select 1');
  const other = connect(connection.url, { max: 1 });
  await other.pool.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
  );
  await other.close();
  await expect.poll(() => errors.length).toBeGreaterThan(0);
  expect(await first('select 1 as one')).toEqual({ one: 1 });
});

test('closing ends the pool, also where Kysely was never used', async () => {
  const other = connect(connection.url);
  await other.pool.query('select 1');
  await other.close();
  expect(other.pool.ended).toBe(true);
});
