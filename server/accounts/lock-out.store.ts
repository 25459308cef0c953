import type { Db } from '#server/platform/database/db.ts';
import { type BrakeSubject, kindOf, secondsToWait, triesThatCount } from './lock-out.ts';

/**
 * Takes one try, counted as wrong until `tryWasRight`: however many come at once, none slips by. Returns the
 * seconds to wait where it is refused; a refused try is not counted, so that knocking on does not make it longer.
 */
export async function takeTry(
  db: Db,
  subjects: readonly BrakeSubject[],
  now: string,
): Promise<{ wait: number; failed: number }> {
  return db.transaction().execute(async (tx) => {
    const ordered = subjects.toSorted();
    await tx
      .insertInto('sign_in_brake')
      .values(ordered.map((subject) => ({ subject, failed: 0, last_failed_at: now })))
      .onConflict((conflict) => conflict.column('subject').doNothing())
      .execute();
    const rows = await tx
      .selectFrom('sign_in_brake')
      .selectAll()
      .where('subject', 'in', ordered)
      .orderBy('subject')
      .forUpdate()
      .execute();
    const brakes = rows.map((row) => {
      const subject = row.subject as BrakeSubject;
      const tries = { failed: row.failed, lastFailedAt: row.last_failed_at };
      const kind = kindOf(subject);
      return {
        subject,
        wait: secondsToWait(kind, tries, now),
        failed: triesThatCount(kind, tries, now) + 1,
      };
    });
    const wait = Math.max(...brakes.map((brake) => brake.wait));
    if (wait === 0)
      for (const { subject, failed } of brakes)
        await tx
          .updateTable('sign_in_brake')
          .set({ failed, last_failed_at: now })
          .where('subject', '=', subject)
          .execute();
    return { wait, failed: Math.max(...brakes.map((brake) => brake.failed)) };
  });
}

/** The try was no guess: what is known by name or device starts afresh; an address keeps what others did there. */
export async function tryWasRight(db: Db, subjects: readonly BrakeSubject[]): Promise<void> {
  const addresses = subjects.filter((subject) => kindOf(subject) === 'address');
  const others = subjects.filter((subject) => kindOf(subject) !== 'address');
  if (others.length > 0) await db.deleteFrom('sign_in_brake').where('subject', 'in', others).execute();
  if (addresses.length > 0)
    await db
      .updateTable('sign_in_brake')
      .set((set) => ({ failed: set('failed', '-', 1) }))
      .where('subject', 'in', addresses)
      .where('failed', '>', 0)
      .execute();
}
