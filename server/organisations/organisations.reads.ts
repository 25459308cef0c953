import { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { UnitKind } from '#domain/organisations/unit-kinds.ts';
import type { UnitOnDay } from '#domain/organisations/unit.ts';
import type { Db } from '#server/platform/database/db.ts';

interface KeptTree {
  readonly revision: number;
  readonly tree: OrganisationTree;
}

/** Trees kept by database and day; a revision that moved on in the database makes them old. */
const kept = new WeakMap<object, Map<string, KeptTree>>();

/**
 * The organisation as it stood on a day. Kept in memory between requests; every change of a unit moves the
 * revision in its own transaction, so a stale tree is never used. `keeper` identifies the database.
 */
export async function treeOn(db: Db, day: string, keeper: object): Promise<OrganisationTree> {
  const { revision } = await db
    .selectFrom('organisation_revision')
    .select('revision')
    .executeTakeFirstOrThrow();
  let trees = kept.get(keeper);
  if (!trees) kept.set(keeper, (trees = new Map()));
  const found = trees.get(day);
  if (found && found.revision === revision) return found.tree;
  const tree = await loadTree(db, day);
  if (trees.size > 20) trees.clear();
  trees.set(day, { revision, tree });
  return tree;
}

/** Loads the tree of a day afresh. */
export async function loadTree(db: Db, day: string): Promise<OrganisationTree> {
  const rows = await db
    .selectFrom('unit_version')
    .select(['unit_id', 'parent_id', 'name', 'short_name', 'kind', 'code', 'position'])
    .where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', day)]))
    .execute();
  return new OrganisationTree(
    day,
    rows.map((row) => ({
      id: row.unit_id,
      parentId: row.parent_id,
      name: row.name,
      shortName: row.short_name,
      kind: row.kind as UnitKind,
      code: row.code,
      position: row.position,
    })),
  );
}

/** A unit as answers name it. */
export function unitRefOf(unit: UnitOnDay): { id: string; name: string; shortName: string; kind: UnitKind } {
  return { id: unit.id, name: unit.name, shortName: unit.shortName, kind: unit.kind };
}

/** The party term in force for a unit on a day; number series restart with it. */
export async function partyTermOn(
  db: Db,
  unitId: string,
  day: string,
): Promise<{ id: string; name: string } | null> {
  const term = await db
    .selectFrom('party_term')
    .select(['id', 'name'])
    .where('unit_id', '=', unitId)
    .where('begins_on', '<=', day)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>=', day)]))
    .executeTakeFirst();
  return term ?? null;
}

/** Names of units by id as they last were: for records of units that may be gone today. */
export async function unitNames(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, { id: string; name: string; shortName: string; kind: UnitKind }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('unit_version')
    .distinctOn('unit_id')
    .select(['unit_id', 'name', 'short_name', 'kind'])
    .where('unit_id', 'in', [...new Set(ids)])
    .orderBy('unit_id')
    .orderBy('valid_from', 'desc')
    .execute();
  return new Map(
    rows.map((row) => [
      row.unit_id,
      { id: row.unit_id, name: row.name, shortName: row.short_name, kind: row.kind as UnitKind },
    ]),
  );
}
