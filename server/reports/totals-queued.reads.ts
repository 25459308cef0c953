import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';

/** Whether totals wait to be made anew, or are being so: after a reorganisation they are those of before until then. */
export async function totalsAreQueued(db: Db): Promise<boolean> {
  const { rows } = await sql<{ queued: boolean }>`
    select exists (
      select 1 from graphile_worker.jobs
      where task_identifier = 'recompute_reports' and attempts < max_attempts) as queued`.execute(db);
  return rows[0]?.queued ?? false;
}
