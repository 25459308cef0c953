import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectTestDatabase, type TestConnection } from '#server/testing/database.ts';
import { keptStatement } from './kept-statement.ts';

let connection: TestConnection;
beforeAll(async () => {
  connection = await connectTestDatabase({ max: 1 });
});
afterAll(() => connection.close());

it('a statement is written once for each shape, and asked with other values each time', async () => {
  const { db } = connection;
  const written: string[] = [];
  const multiplied = keptStatement((db, { value }: { value: number }, { by }: { by: number }) => {
    written.push(`by ${by}`);
    return sql<{ value: number }>`select ${value}::int * ${sql.lit(by)} as value`.compile(db);
  });
  expect(await multiplied(db, { value: 2 }, { by: 2 })).toEqual([{ value: 4 }]);
  expect(await multiplied(db, { value: 5 }, { by: 2 })).toEqual([{ value: 10 }]);
  expect(await multiplied(db, { value: 5 }, { by: 3 })).toEqual([{ value: 15 }]);
  expect(written).toEqual(['by 2', 'by 3']);
});

it('values stand where they are put, beside those that are part of the statement', async () => {
  const { db } = connection;
  const asked = keptStatement((db, { name, no }: { name: string | null; no: number[] }) =>
    db
      .selectNoFrom([
        sql<string>`${'always'}::text`.as('fixed'),
        sql<string | null>`${name}::text`.as('name'),
        sql<number[]>`${no}::int[]`.as('no'),
        sql<string | null>`${name}::text || '!'`.as('again'),
      ])
      .compile(),
  );
  expect(await asked(db, { name: 'Hòa', no: [1, 2] })).toEqual([
    { fixed: 'always', name: 'Hòa', no: [1, 2], again: 'Hòa!' },
  ]);
  expect(await asked(db, { name: null, no: [] })).toEqual([
    { fixed: 'always', name: null, no: [], again: null },
  ]);
});

it('a value forgotten is refused and never sent as nothing', async () => {
  const asked = keptStatement((db, { name }: { name?: string | undefined }) =>
    sql`select ${name}::text`.compile(db),
  );
  await expect(asked(connection.db, {})).rejects.toThrow('without name');
});

it('a value that is looked at while the statement is written is refused', async () => {
  const { db } = connection;
  const looking: ((values: { name: string }) => unknown)[] = [
    (values) => `%${values.name}%`,
    (values) => JSON.stringify(values),
    (values) => JSON.stringify(values.name),
    (values) => ({ ...values }),
    (values) => 'name' in values,
    (values) => [values.name],
  ];
  for (const look of looking) {
    const asked = keptStatement((db, values: { name: string }) =>
      sql`select ${look(values)}::text`.compile(db),
    );
    await expect(asked(db, { name: 'Hòa' })).rejects.toThrow(TypeError);
  }
});

it('in a transaction it sees what the transaction wrote', async () => {
  const { db } = connection;
  const revision = keptStatement((db) => db.selectFrom('organisation_revision').select('revision').compile());
  const [before] = await revision(db, {});
  const tx = await db.startTransaction().execute();
  await sql`update organisation_revision set revision = revision + 7`.execute(tx);
  const [within] = await revision(tx, {});
  await tx.rollback().execute();
  expect(within?.revision).toBe((before?.revision ?? 0) + 7);
  expect(await revision(db, {})).toEqual([before]);
});
