import type { Day } from '#domain/kernel/day.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql, type AliasedRawBuilder, type RawBuilder } from 'kysely';

export interface UnitSaid {
  readonly code: string;
  readonly name: string;
}

/** How a unit was called on a day, for a lateral join; a unit that was gone by then as it last was. */
export function unitSaidOn(unit: string, day: string): AliasedRawBuilder<UnitSaid, 'said'> {
  return sql<UnitSaid>`(${lastVersion(sql.ref(unit), sql.ref(day))})`.as('said');
}

export async function unitSaid(db: Db, unitId: string, day: Day): Promise<UnitSaid | null> {
  const { rows } = await lastVersion(sql`${unitId}::uuid`, sql`${day}::date`).execute(db);
  return rows[0] ?? null;
}

function lastVersion(unit: RawBuilder<unknown>, day: RawBuilder<unknown>): RawBuilder<UnitSaid> {
  return sql<UnitSaid>`
    select version.code, version.name from unit_version as version where version.unit_id = ${unit}
    order by version.valid_from <= ${day} desc, version.valid_from desc limit 1`;
}

/** Which unit a code means: the one that had it on a day, else the one that has it today. */
export interface UnitsByCode {
  find(code: string, day: Day): string | null;
}

export async function unitsByCode(db: Db, codes: readonly string[], today: Day): Promise<UnitsByCode> {
  const rows = await db
    .selectFrom('unit_version')
    .select(['unit_id', 'code', 'valid_from', 'valid_to'])
    .where(sql<boolean>`code = any(${[...new Set(codes)]}::text[])`)
    .execute();
  const on = (code: string, day: Day): string | null =>
    rows.find(
      (row) => row.code === code && row.valid_from <= day && (row.valid_to === null || row.valid_to > day),
    )?.unit_id ?? null;
  return { find: (code, day) => on(code, day) ?? on(code, today) };
}
