import { sql } from 'kysely';
import type { UnitAgain } from '#domain/organisations/plan-undoing.ts';
import type { Db } from '#server/platform/database/db.ts';
import type { ReorganisationRecord } from './reorganisations.reads.ts';

/** What the units that an act ended or changed would be again, were it taken back. */
export async function unitsAgain(db: Db, act: ReorganisationRecord): Promise<UnitAgain[]> {
  const { changed, mended, dropped, ended } = act.effects.organisation;
  const dropping = new Set(dropped.map((version) => version.unit_id));
  const versionIds = [...changed.map((one) => one.endedId), ...mended.map((one) => one.versionId)];
  const endedWithout = ended.filter((unitId) => !dropping.has(unitId));
  const rows = await db
    .selectFrom('unit_version')
    .select(['id', 'unit_id', 'name', 'code', 'parent_id'])
    .where(
      sql<boolean>`id = any(${versionIds}::uuid[]) or (unit_id = any(${endedWithout}::uuid[]) and valid_to = ${act.on})`,
    )
    .execute();
  const before = new Map(mended.map((one) => [one.versionId, one.before]));
  return [...rows, ...dropped].map((row) => {
    const { name, code, parent_id } = before.get(row.id) ?? row;
    return { unitId: row.unit_id, name, code, parentId: parent_id };
  });
}
