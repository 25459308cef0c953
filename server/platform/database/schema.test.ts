import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectTestDatabase, type TestConnection } from '#server/testing/database.ts';
import { describeSchema } from '#server/testing/describe-schema.ts';
import { describeTypes } from '#server/testing/describe-types.ts';

let connection: TestConnection;

beforeAll(async () => {
  connection = await connectTestDatabase();
});

afterAll(() => connection.close());

const committed = (path: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8');

test('db/schema.sql says what the migrations make (else: npm run db:refresh)', async () => {
  expect(await describeSchema(connection.pool)).toBe(await committed('db/schema.sql'));
});

test('db/types.ts says what the migrations make (else: npm run db:refresh)', async () => {
  expect(await describeTypes(connection.db)).toBe(await committed('db/types.ts'));
});
