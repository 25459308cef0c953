import type { Db } from '#server/platform/database/db.ts';

/**
 * Lets the people of the demo story work at once: their shared password is no first password to be changed, and
 * those named `shown` stand on the sign-in page. There is no command for it: outside the demo nobody may.
 */
export async function readyDemoAccounts(
  db: Db,
  usernames: { ready: readonly string[]; shown: readonly string[] },
): Promise<void> {
  await db
    .updateTable('account')
    .set({ must_change_password: false })
    .where('username', 'in', [...usernames.ready])
    .execute();
  await db
    .updateTable('account')
    .set({ is_demo: true })
    .where('username', 'in', [...usernames.shown])
    .execute();
}
