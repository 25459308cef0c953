import { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { UnitKind } from '#domain/organisations/unit-kinds.ts';
import type { GoneUnit, UnitOnDay } from '#domain/organisations/unit.ts';
import type { TreeName } from '#domain/organisations/trees.ts';
import type { Db } from '#server/platform/database/db.ts';
import { keptStatement } from '#server/platform/database/kept-statement.ts';
import { prepared } from '#server/platform/database/prepared.ts';

interface KeptTrees {
  revision: number;
  readonly byDay: Map<string, Promise<OrganisationTree>>;
}

/** Trees kept by database; a revision that moved on in the database makes all of them old. */
const kept = new WeakMap<object, KeptTrees>();
/** A tree of the whole country takes tens of megabytes. */
const mostKept = 6;

/**
 * The organisation as it stood on a day. Kept in memory between requests; every change of a unit moves the
 * revision in its own transaction, so a stale tree is never used. `keeper` identifies the database.
 */
export async function treeOn(db: Db, day: string, keeper: object): Promise<OrganisationTree> {
  const [row] = await revisionNow(db, {});
  if (!row) throw new Error('the organisation has no revision');
  const { revision } = row;
  let trees = kept.get(keeper);
  if (!trees || trees.revision !== revision) kept.set(keeper, (trees = { revision, byDay: new Map() }));
  const found = trees.byDay.get(day);
  if (found) return found;
  const loading = loadTree(db, day);
  trees.byDay.set(day, loading);
  const [oldest] = trees.byDay.keys();
  if (trees.byDay.size > mostKept && oldest !== undefined) trees.byDay.delete(oldest);
  loading.catch(() => trees.byDay.delete(day));
  return loading;
}

const revisionNow = keptStatement((db) =>
  db.selectFrom('organisation_revision').select('revision').modifyEnd(prepared).compile(),
);

/** Loads a tree of a day afresh: the units that stood, and those gone by then with what carries them on. */
export async function loadTree(db: Db, day: string, tree: TreeName = 'main'): Promise<OrganisationTree> {
  const rows = await db
    .selectFrom('unit_version')
    .select([
      'unit_version.unit_id',
      'unit_version.parent_id',
      'name',
      'short_name',
      'kind',
      'code',
      'position',
    ])
    .where('unit_version.valid_from', '<=', day)
    .where((where) =>
      where.or([where('unit_version.valid_to', 'is', null), where('unit_version.valid_to', '>', day)]),
    )
    .$if(tree !== 'main', (query) =>
      query
        .innerJoin('unit_membership as member', 'member.unit_id', 'unit_version.unit_id')
        .clearSelect()
        .select([
          'unit_version.unit_id',
          'member.parent_id',
          'name',
          'short_name',
          'kind',
          'code',
          'position',
        ])
        .where('member.tree', '=', tree)
        .where('member.valid_from', '<=', day)
        .where((where) =>
          where.or([where('member.valid_to', 'is', null), where('member.valid_to', '>', day)]),
        ),
    )
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
    await loadGone(db, day),
  );
}

/** Units gone by a day, as they were called last, with where their records stand on that day. */
async function loadGone(db: Db, day: string): Promise<GoneUnit[]> {
  const rows = await db
    .selectFrom('unit_heir')
    .innerJoin('unit', 'unit.id', 'unit_heir.unit_id')
    .innerJoin('unit_version', (join) =>
      join
        .onRef('unit_version.unit_id', '=', 'unit.id')
        .onRef('unit_version.valid_to', '=', 'unit.dissolved_on'),
    )
    .select([
      'unit.id',
      'unit_heir.heir_id',
      'unit_heir.apportioned',
      'unit.dissolved_on',
      'name',
      'short_name',
      'kind',
      'code',
    ])
    .where('unit_heir.valid_from', '<=', day)
    .where((where) =>
      where.or([where('unit_heir.valid_to', 'is', null), where('unit_heir.valid_to', '>', day)]),
    )
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    shortName: row.short_name,
    kind: row.kind as UnitKind,
    code: row.code,
    goneOn: row.dissolved_on ?? day,
    heirId: row.heir_id,
    apportioned: row.apportioned,
  }));
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
