import type { TestProject } from 'vitest/node';
import { startTestDatabaseServer } from './database-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testDatabaseServer: { url: string; template: string };
  }
}

/** Vitest: one throw-away database server for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestDatabaseServer();
  project.provide('testDatabaseServer', { url: server.url, template: server.template });
  return () => server.stop();
}
