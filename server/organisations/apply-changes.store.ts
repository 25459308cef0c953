import { sql } from 'kysely';
import { foldVietnamese } from '#domain/kernel/text.ts';
import type { OrganisationChanges, UnitFacts } from '#domain/organisations/reorganisation.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { refreshPlaces } from './places.store.ts';

/** What an act wrote, enough to take it back. Rows are told by id; what was changed is kept as it was. */
export interface OrganisationEffects {
  readonly founded: readonly string[];
  readonly ended: readonly string[];
  /** New version → the version that ended with it. */
  readonly changed: readonly {
    readonly unitId: string;
    readonly versionId: string;
    readonly endedId: string;
  }[];
  /** Versions that began that very day and were mended in place, as they were. */
  readonly mended: readonly { readonly versionId: string; readonly before: MendedRow }[];
  readonly memberships: readonly {
    readonly id: string;
    readonly endedId: string | null;
  }[];
  readonly membershipsEnded: readonly string[];
}

type MendedRow = Record<'name' | 'short_name' | 'name_folded' | 'code', string> & {
  readonly parent_id: string | null;
  readonly position: number;
};

const rowsAtATime = 500;

/** Carries out what was planned, in the command's transaction, and makes the places anew. */
export async function applyChanges(
  command: CommandContext,
  changes: OrganisationChanges,
  reorganisationId: string,
): Promise<OrganisationEffects> {
  const founded = changes.founded.map((unit) => unit.unitId);
  await endUnits(command, changes);
  await foundUnits(command, changes);
  const { changed, mended } = await changeUnits(command, changes);
  const memberships = await followInOtherTrees(command, changes);
  for (const heirs of chunks(changes.heirs))
    await command.db
      .insertInto('unit_heir')
      .values(
        heirs.map((heir) => ({
          id: command.newId(),
          unit_id: heir.unitId,
          heir_id: heir.heirId,
          valid_from: heir.validFrom,
          apportioned: heir.apportioned,
          reorganisation_id: reorganisationId,
        })),
      )
      .execute();
  for (const successions of chunks(changes.successions))
    await command.db
      .insertInto('unit_succession')
      .values(
        successions.map((one) => ({
          reorganisation_id: reorganisationId,
          from_unit_id: one.fromUnitId,
          to_unit_id: one.toUnitId,
          rule: one.rule,
          share: one.share,
        })),
      )
      .execute();
  const touched = [
    ...founded,
    ...changes.ended,
    ...changed.map((one) => one.unitId),
    ...mended.map((one) => one.unitId),
  ];
  await refreshPlaces(command.db, { unitIds: touched, from: changes.on });
  return { founded, ended: changes.ended, changed, mended, ...memberships };
}

export function* chunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += rowsAtATime) yield rows.slice(at, at + rowsAtATime);
}

async function endUnits(command: CommandContext, changes: OrganisationChanges): Promise<void> {
  if (changes.ended.length === 0) return;
  await command.db
    .updateTable('unit_version')
    .set({ valid_to: changes.on })
    .where(sql<boolean>`unit_id = any(${[...changes.ended]}::uuid[])`)
    .where('valid_to', 'is', null)
    .execute();
  await command.db
    .updateTable('unit')
    .set({ dissolved_on: changes.on })
    .where(sql<boolean>`id = any(${[...changes.ended]}::uuid[])`)
    .execute();
}

async function foundUnits(command: CommandContext, changes: OrganisationChanges): Promise<void> {
  for (const units of chunks(changes.founded)) {
    await command.db
      .insertInto('unit')
      .values(units.map((unit) => ({ id: unit.unitId, founded_on: changes.on })))
      .execute();
    await command.db
      .insertInto('unit_version')
      .values(
        units.map((unit) => ({
          id: command.newId(),
          unit_id: unit.unitId,
          valid_from: changes.on,
          ...versionRow(unit),
          kind: unit.kind,
          area_unit_id: unit.areaUnitId,
        })),
      )
      .execute();
  }
}

function versionRow(unit: UnitFacts): MendedRow {
  return {
    parent_id: unit.parentId,
    name: unit.name,
    short_name: unit.shortName,
    name_folded: foldVietnamese(unit.name),
    code: unit.code,
    position: unit.position,
  };
}

/** The version of before ends on the day; one that began that very day is mended. */
async function changeUnits(command: CommandContext, changes: OrganisationChanges) {
  const current = await command.db
    .selectFrom('unit_version')
    .selectAll()
    .where(sql<boolean>`unit_id = any(${changes.changed.map((unit) => unit.unitId)}::uuid[])`)
    .where('valid_to', 'is', null)
    .execute();
  const currentOf = new Map(current.map((row) => [row.unit_id, row]));
  const changed: { unitId: string; versionId: string; endedId: string }[] = [];
  const mended: { unitId: string; versionId: string; before: MendedRow }[] = [];
  const fresh = [];
  for (const unit of changes.changed) {
    const before = currentOf.get(unit.unitId);
    if (!before) throw new Error(`unit ${unit.unitId} has no current version`);
    if (before.valid_from === changes.on) {
      const { name, short_name, name_folded, code, parent_id, position } = before;
      mended.push({
        unitId: unit.unitId,
        versionId: before.id,
        before: { name, short_name, name_folded, code, parent_id, position },
      });
      await command.db
        .updateTable('unit_version')
        .set(versionRow(unit))
        .where('id', '=', before.id)
        .execute();
      continue;
    }
    const versionId = command.newId();
    changed.push({ unitId: unit.unitId, versionId, endedId: before.id });
    fresh.push({
      id: versionId,
      unit_id: unit.unitId,
      valid_from: changes.on,
      ...versionRow(unit),
      kind: before.kind,
      area_unit_id: before.area_unit_id,
    });
  }
  await command.db
    .updateTable('unit_version')
    .set({ valid_to: changes.on })
    .where(sql<boolean>`id = any(${changed.map((one) => one.endedId)}::uuid[])`)
    .execute();
  for (const rows of chunks(fresh))
    await command.db
      .insertInto('unit_version')
      .values([...rows])
      .execute();
  return { changed, mended };
}

/**
 * In the other trees a successor takes the place of what it follows: it stands where the first of them stood, and
 * what stood below them comes under it. What ends without a successor hands those below to what stood above it.
 */
async function followInOtherTrees(command: CommandContext, changes: OrganisationChanges) {
  const memberships: { id: string; endedId: string | null }[] = [];
  const membershipsEnded: string[] = [];
  if (changes.ended.length === 0) return { memberships, membershipsEnded };
  const ending = new Set(changes.ended);
  const rows = await command.db
    .selectFrom('unit_membership')
    .selectAll()
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', changes.on)]))
    .where(sql<boolean>`(unit_id = any(${[...ending]}::uuid[]) or parent_id = any(${[...ending]}::uuid[]))`)
    .execute();
  const successorOf = new Map<string, string>();
  for (const one of changes.successions)
    if (!successorOf.has(one.fromUnitId)) successorOf.set(one.fromUnitId, one.toUnitId);
  const standing = new Set<string>();
  for (const row of rows.filter((one) => ending.has(one.unit_id))) {
    await endMembership(command, row.id, changes.on);
    membershipsEnded.push(row.id);
    const successor = successorOf.get(row.unit_id);
    const key = `${row.tree} ${successor}`;
    if (successor === undefined || standing.has(key) || (await isMember(command, row.tree, successor)))
      continue;
    standing.add(key);
    const parentId =
      row.parent_id !== null && ending.has(row.parent_id)
        ? (successorOf.get(row.parent_id) ?? null)
        : row.parent_id;
    memberships.push({
      id: await addMembership(command, { ...row, unit_id: successor, parent_id: parentId }, changes.on),
      endedId: null,
    });
  }
  for (const row of rows.filter((one) => !ending.has(one.unit_id))) {
    const gone = rows.find((one) => one.tree === row.tree && one.unit_id === row.parent_id);
    const parentId = successorOf.get(row.parent_id ?? '') ?? gone?.parent_id ?? null;
    await endMembership(command, row.id, changes.on);
    memberships.push({
      id: await addMembership(command, { ...row, parent_id: parentId }, changes.on),
      endedId: row.id,
    });
  }
  return { memberships, membershipsEnded };
}

async function isMember(command: CommandContext, tree: string, unitId: string): Promise<boolean> {
  const row = await command.db
    .selectFrom('unit_membership')
    .select('id')
    .where('tree', '=', tree)
    .where('unit_id', '=', unitId)
    .where('valid_to', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

async function endMembership(command: CommandContext, id: string, on: string): Promise<void> {
  await command.db.updateTable('unit_membership').set({ valid_to: on }).where('id', '=', id).execute();
}

async function addMembership(
  command: CommandContext,
  row: { tree: string; unit_id: string; parent_id: string | null },
  on: string,
): Promise<string> {
  const id = command.newId();
  await command.db
    .insertInto('unit_membership')
    .values({ id, tree: row.tree, unit_id: row.unit_id, parent_id: row.parent_id, valid_from: on })
    .execute();
  return id;
}
