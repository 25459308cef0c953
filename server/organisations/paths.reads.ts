import { sql, type RawBuilder } from 'kysely';

// Paths of `unit_place`: six digits a step, from the root down (db/migrations/0008). What lies below a unit is one range.

/** That a path is a unit's own, or that of something below it; `top` is the path of the unit. */
export function liesIn(path: string, top: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`(${sql.ref(path)} >= ${top} and ${sql.ref(path)} < ${top} || 'g')`;
}

/** That a row of `unit` is the one that a step of a path names; the root has step 1. */
export function isNamedBy(unit: string, path: string, step: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`${sql.ref(`${unit}.serial`)} = ('x' || lpad(substr(${sql.ref(path)}, ${step} * 6 - 5, 6), 8, '0'))::bit(32)::int`;
}
