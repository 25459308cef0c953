import type { Db } from './db.ts';

/** Whether the database answers and has been migrated. */
export async function databaseAnswers(db: Db): Promise<boolean> {
  try {
    await db.selectFrom('organisation_revision').select('revision').executeTakeFirstOrThrow();
    return true;
  } catch {
    return false;
  }
}
