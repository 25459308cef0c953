import { inject } from 'vitest';
import { connect, type Connection, type ConnectOptions } from '#server/platform/database/connect.ts';
import { cloneTestDatabase } from './database-server.ts';

/** A connection to a database of a test file's own; closing it drops the database. */
export interface TestConnection extends Connection {
  readonly url: string;
}

/**
 * A migrated, empty database for one test file, cloned from the run's template, and connected to. Close it in afterAll
 * (or do not: the whole server goes when the run ends).
 */
export async function connectTestDatabase(options: ConnectOptions = {}): Promise<TestConnection> {
  const database = await cloneTestDatabase(inject('testDatabaseServer'));
  const connection = connect(database.url, options);
  return {
    ...connection,
    url: database.url,
    close: async () => {
      await connection.close();
      await database.drop();
    },
  };
}
