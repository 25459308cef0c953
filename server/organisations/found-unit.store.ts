import type { UnitKind } from '#domain/organisations/unit-kinds.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { refreshPlaces } from './places.store.ts';

export interface NewUnit {
  readonly parentId: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly nameFolded: string;
  readonly kind: UnitKind;
  readonly code: string;
  readonly foundedOn: string;
  readonly position: number;
}

/** Writes the first unit of a system and its first version; every later one is founded by an act (server/processes/reorganise-units.ts). */
export async function foundUnit(command: CommandContext, unit: NewUnit): Promise<string> {
  const id = command.newId();
  await command.db.insertInto('unit').values({ id, founded_on: unit.foundedOn }).execute();
  await command.db
    .insertInto('unit_version')
    .values({
      id: command.newId(),
      unit_id: id,
      valid_from: unit.foundedOn,
      parent_id: unit.parentId,
      name: unit.name,
      short_name: unit.shortName,
      name_folded: unit.nameFolded,
      kind: unit.kind,
      code: unit.code,
      position: unit.position,
    })
    .execute();
  await refreshPlaces(command.db, { unitIds: [id], from: unit.foundedOn });
  return id;
}
