import { sql } from 'kysely';
import type { Day } from '#domain/kernel/day.ts';
import type { Db } from '#server/platform/database/db.ts';

/** From so many units on, making all places anew is the faster way: one pass, without asking of each whether it changed. */
const manyUnits = 1000;

/**
 * Makes the places (unit_place) of changed units and of all below them anew from a day on. Whoever writes versions,
 * memberships or heirs calls this once in the same transaction, after the last of them.
 */
export async function refreshPlaces(
  db: Db,
  changed: { unitIds: readonly string[]; from: Day },
): Promise<void> {
  if (changed.unitIds.length >= manyUnits) return rebuildPlaces(db);
  await sql`select refresh_unit_places(${[...changed.unitIds]}::uuid[], ${changed.from}::date)`.execute(db);
}

/** Makes every place anew: after a bulk load. */
export async function rebuildPlaces(db: Db): Promise<void> {
  await sql`select rebuild_unit_places()`.execute(db);
}
