import { inject } from 'vitest';
import { cloneTestDatabase, type TestDatabase } from './database-server.ts';

export type { TestDatabase } from './database-server.ts';

/**
 * A migrated, empty database for one test file, cloned from the run's template. Drop it in afterAll (or do
 * not: the whole server goes when the run ends).
 */
export function createTestDatabase(): Promise<TestDatabase> {
  return cloneTestDatabase(inject('testDatabaseServer'));
}
