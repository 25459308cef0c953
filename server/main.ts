import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApplication } from './app.ts';
import { jobTable } from './jobs.ts';
import { markAudit } from './accounts/audit-verification.reads.ts';
import { auditMarksFile } from './platform/audit-marks.ts';
import { systemClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { logFileIn } from './platform/log-file.ts';
import { connect } from './platform/database/connect.ts';
import { prepareJobQueue, startJobs } from './platform/jobs/jobs.ts';
import type { App } from './platform/http/app.ts';

export interface RunningApplication {
  readonly app: App;
  /** Where a browser reaches it, for example http://localhost:3000. */
  readonly address: string;
  close(): Promise<void>;
}

export const pagesFolder = fileURLToPath(new URL('../web/dist/', import.meta.url));

/** Starts serving over a database that is up and migrated. */
export async function startApplication(
  config: Config,
  options: { databaseUrl: string; pagesFolder?: string | null; requestsPerMinute?: number },
): Promise<RunningApplication> {
  const connection = connect(options.databaseUrl);
  await prepareJobQueue(options.databaseUrl);
  const app = await buildApplication({
    connection,
    clock: systemClock,
    filesFolder: join(config.dataFolder, 'files'),
    auditMarks: join(config.dataFolder, auditMarksFile),
    pagesFolder: options.pagesFolder === undefined ? pagesFolder : options.pagesFolder,
    logLevel: config.logLevel,
    signIn: config.signIn,
    logFile: logFileIn(join(config.dataFolder, 'logs')),
    ...(options.requestsPerMinute !== undefined && { requestsPerMinute: options.requestsPerMinute }),
  });
  const jobs = await startJobs(connection.pool, jobTable(app), (level, message) =>
    app.http.log[level === 'error' ? 'error' : 'warn'](message),
  );
  await app.http.listen({ port: config.port, host: config.host });
  const bound = app.http.server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : config.port;
  return {
    app,
    address: `http://${config.host === '127.0.0.1' || config.host === '0.0.0.0' ? 'localhost' : config.host}:${port}`,
    close: async () => {
      await app.http.close();
      await jobs.stop();
      await markAudit({ db: app.db, marks: app.marks, now: app.clock.now().toISOString() });
      await connection.close();
    },
  };
}
