import type { Role } from '#domain/access/permissions.ts';
import { addDays } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import {
  dissolutionBlocked,
  unitActions,
  unitActionWords,
  unitHistoryWords,
} from '#domain/organisations/unit-actions.ts';
import type { UnitOnDay } from '#domain/organisations/unit.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { historyOf } from '#server/platform/history.reads.ts';
import { unitRefOf } from './organisations.reads.ts';
import { kinOf, otherPlacesOf } from './unit-kin.reads.ts';
import { countChildren, placedUnits, treeOfDay, treeUnit } from './unit-list.reads.ts';
import { countOpenPractices, type UnitVersionRow, versionsOf, visibleUnits } from './units.reads.ts';

export async function readUnit(read: ReadContext, id: string, day: string | undefined) {
  const versions = await versionsOf(read.db, id);
  const tree = await treeWithUnit(read, id, { day, versions });
  if (!tree) throw new Problem('not_found');
  const unit = tree.unit(id);
  const life = await read.db.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return {
    ...treeUnit(tree, { ...unit, goneOn: null }, countChildren(placedUnits(read, tree))),
    path: tree.pathTo(id).map((at) => unitRefOf(tree.unit(at))),
    shownOn: tree.day,
    foundedOn: life.founded_on,
    dissolvedOn: life.dissolved_on,
    versions: await describeVersions(read.db, versions),
    ...(await kinOf(read.db, id)),
    otherPlaces: await otherPlacesOf(read, id, tree.day),
    terms: await termsOf(read.db, id),
    grants: await officersOf(read, id),
    actions: await unitActionStates(read, unit),
    history: (await historyOf(read.db, 'unit', id)).map((entry) => ({
      ...entry,
      label: unitHistoryWords[entry.action] ?? entry.action,
    })),
  };
}

/**
 * The tree in which a unit is shown: of the day asked for, else of today; a unit that is gone is shown as it
 * stood on its last day. Null where the caller may not see it there.
 */
async function treeWithUnit(
  read: ReadContext,
  id: string,
  at: { day: string | undefined; versions: readonly UnitVersionRow[] },
): Promise<OrganisationTree | null> {
  const asked = await treeOfDay(read, at.day);
  if (asked.has(id)) return visibleUnits(read, asked).has(id) ? asked : null;
  const nearest = at.versions.findLast((version) => version.validFrom <= asked.day) ?? at.versions[0];
  if (!nearest) return null;
  const { validFrom, validTo } = nearest;
  const day = validTo !== null && validTo <= asked.day ? addDays(validTo, -1) : validFrom;
  const tree = await treeOfDay(read, day);
  return visibleUnits(read, tree).has(id) ? tree : null;
}

async function describeVersions(db: Db, versions: readonly UnitVersionRow[]) {
  const parents = await parentNames(db, versions);
  return versions.map((version) => ({
    validFrom: version.validFrom,
    validTo: version.validTo,
    name: version.name,
    shortName: version.shortName,
    kind: version.kind,
    code: version.code,
    parentName: version.parentId === null ? null : (parents.get(version.id) ?? null),
  }));
}

/** The parent's name as it was when the version began. */
async function parentNames(
  db: Db,
  versions: readonly UnitVersionRow[],
): Promise<ReadonlyMap<string, string>> {
  if (versions.length === 0) return new Map();
  const rows = await db
    .selectFrom('unit_version as child')
    .innerJoin('unit_version as parent', 'parent.unit_id', 'child.parent_id')
    .select(['child.id', 'parent.name'])
    .where(
      'child.id',
      'in',
      versions.map((version) => version.id),
    )
    .whereRef('parent.valid_from', '<=', 'child.valid_from')
    .where((where) =>
      where.or([
        where('parent.valid_to', 'is', null),
        where('parent.valid_to', '>', where.ref('child.valid_from')),
      ]),
    )
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

async function termsOf(db: Db, unitId: string) {
  const rows = await db
    .selectFrom('party_term')
    .selectAll()
    .where('unit_id', '=', unitId)
    .orderBy('begins_on', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    beginsOn: row.begins_on,
    endsOn: row.ends_on,
  }));
}

/** Who holds a role at this very unit today; only for those in whose area it lies, not for those below it. */
async function officersOf(read: ReadContext, unitId: string) {
  if (!read.caller.access.can('organisation.read', unitId)) return [];
  const rows = await read.db
    .selectFrom('role_grant')
    .innerJoin('account', 'account.id', 'role_grant.account_id')
    .select([
      'role_grant.id',
      'account.display_name',
      'role_grant.role',
      'role_grant.begins_on',
      'role_grant.ends_on',
    ])
    .where('role_grant.unit_id', '=', unitId)
    .where('role_grant.ended_at', 'is', null)
    .where('account.disabled_at', 'is', null)
    .where('role_grant.begins_on', '<=', read.today)
    .where((where) =>
      where.or([where('role_grant.ends_on', 'is', null), where('role_grant.ends_on', '>=', read.today)]),
    )
    .orderBy('role_grant.begins_on')
    .orderBy('role_grant.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    accountName: row.display_name,
    role: row.role as Role,
    beginsOn: row.begins_on,
    endsOn: row.ends_on,
  }));
}

async function unitActionStates(read: ReadContext, unit: UnitOnDay) {
  if (!read.caller.access.can('organisation.manage', unit.id)) return [];
  const blocked = dissolutionBlocked({
    isRoot: unit.parentId === null,
    childCount: read.tree.children(unit.id).length,
    openPractices: await countOpenPractices(read.db, unit.id),
  });
  return unitActions.map((action) => ({
    action,
    label: unitActionWords[action],
    allowed: action !== 'dissolve' || blocked === null,
    reason: action === 'dissolve' ? (blocked?.reason ?? null) : null,
    mend: action === 'dissolve' ? (blocked?.mend ?? null) : null,
  }));
}
