import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectTestDatabase, type TestConnection } from '#server/testing/database.ts';
import { prepared } from './prepared.ts';

let connection: TestConnection;
beforeAll(async () => {
  connection = await connectTestDatabase({ max: 1 });
});
afterAll(() => connection.close());

it('a marked statement is prepared once a connection, any other never', async () => {
  const { db } = connection;
  const marked = async (value: number) =>
    (await sql<{ twice: number }>`select ${value}::int * 2 as twice ${prepared}`.execute(db)).rows[0]?.twice;
  expect([await marked(2), await marked(3)]).toEqual([4, 6]);
  await sql`select ${1}::int`.execute(db);
  await db.transaction().execute(async (tx) => {
    await sql`select ${4}::int * 2 as twice ${prepared}`.execute(tx);
  });
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db);
  expect(rows.map((row) => row.statement)).toEqual(['select $1::int * 2 as twice /* prepared */']);
});
