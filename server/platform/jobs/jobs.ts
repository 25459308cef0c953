import { Logger, run, runMigrations, runOnce, type Runner, type TaskList } from 'graphile-worker';
import { Pool } from 'pg';
import type { JobName } from '../commands/context.ts';

export type JobTable = Record<JobName, (payload: Record<string, unknown>) => Promise<void>>;

/** Makes or updates the tables of the job queue; part of every start after the migrations. */
export async function prepareJobQueue(url: string): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 2 });
  // A connection that breaks while the pool is being closed must not end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await runMigrations({ pgPool: pool, logger: quiet });
  } finally {
    await pool.end();
  }
}

/** Starts working on queued jobs; each runs at least once and must have its effect once. */
export async function startJobs(
  pool: Pool,
  jobs: JobTable,
  log: (level: string, message: string) => void,
): Promise<Runner> {
  return run({
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 5_000,
    taskList: tasksOf(jobs),
    // The queue reads hours as UTC: 03:41 and 02:23 at night in Vietnam, 07:00 in the morning; a morning missed is made
    // up for within a day.
    crontab: [
      '7 * * * * mark_audit',
      '17 * * * * sweep_sessions',
      '41 20 * * * sweep_files',
      '23 19 * * * recompute_reports',
      '0 0 * * * remind_reports ?fill=1d',
    ].join('\n'),
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') log(level, message);
    }),
  });
}

/** Does what is queued now, and returns. */
export async function workOffJobs(pool: Pool, jobs: JobTable): Promise<void> {
  await runOnce({ pgPool: pool, noHandleSignals: true, taskList: tasksOf(jobs), logger: quiet });
}

function tasksOf(jobs: JobTable): TaskList {
  return Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [
      name,
      (payload: unknown) => job((payload ?? {}) as Record<string, unknown>),
    ]),
  );
}

const quiet = new Logger(() => () => undefined);
