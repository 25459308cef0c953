import { sql, type Selectable } from 'kysely';
import type { UnitVersion } from '#db/types.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import type { OrganisationChanges, UnitFacts } from '#domain/organisations/reorganisation.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import {
  followInOtherTrees,
  type MembershipEffects,
  otherTreesBefore,
} from './follow-in-other-trees.store.ts';
import { refreshPlaces } from './places.store.ts';

/** What an act wrote, enough to take it back. Rows are told by id; what was changed is kept as it was. */
export interface OrganisationEffects {
  readonly founded: readonly string[];
  readonly ended: readonly string[];
  /** Versions of ended units that began that very day: as if they had never been. */
  readonly dropped: readonly Readonly<Selectable<UnitVersion>>[];
  /** New version → the version that ended with it. */
  readonly changed: readonly {
    readonly unitId: string;
    readonly versionId: string;
    readonly endedId: string;
  }[];
  /** Versions that began that very day and were mended in place, as they were. */
  readonly mended: readonly { readonly versionId: string; readonly before: MendedRow }[];
  readonly memberships: MembershipEffects;
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
  const otherTrees = await otherTreesBefore(command, changes);
  const dropped = await endUnits(command, changes);
  await foundUnits(command, changes);
  const { changed, mended } = await changeUnits(command, changes);
  const memberships = await followInOtherTrees(command, changes, otherTrees);
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
    ...memberships.unitIds,
  ];
  await refreshPlaces(command.db, { unitIds: touched, from: changes.on });
  return { founded, ended: changes.ended, dropped, changed, mended, memberships };
}

export function* chunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += rowsAtATime) yield rows.slice(at, at + rowsAtATime);
}

async function endUnits(
  command: CommandContext,
  changes: OrganisationChanges,
): Promise<OrganisationEffects['dropped']> {
  if (changes.ended.length === 0) return [];
  const dropped = await command.db
    .deleteFrom('unit_version')
    .where(sql<boolean>`unit_id = any(${[...changes.ended]}::uuid[])`)
    .where('valid_from', '=', changes.on)
    .returningAll()
    .execute();
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
  return dropped;
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
