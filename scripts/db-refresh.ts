import { writeFile } from 'node:fs/promises';
import { connect } from '#server/platform/database/connect.ts';
import { cloneTestDatabase, startTestDatabaseServer } from '#server/testing/database-server.ts';
import { describeSchema } from '#server/testing/describe-schema.ts';
import { describeTypes } from '#server/testing/describe-types.ts';

/** Writes db/schema.sql and db/types.ts from a throw-away database with all migrations. */
const server = await startTestDatabaseServer();
try {
  const { url } = await cloneTestDatabase(server);
  const connection = connect(url);
  const [schema, types] = [await describeSchema(connection.pool), await describeTypes(connection.db)];
  await connection.close();
  await writeFile('db/schema.sql', schema);
  await writeFile('db/types.ts', types);
  console.log('db/schema.sql, db/types.ts: written');
} finally {
  await server.stop();
}
