import type { UnitKind } from '#domain/organisations/unit-kinds.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';

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

/** Writes a unit and its first version; the database itself refuses a code that is taken on a day of its life. */
export async function foundUnit(command: CommandContext, unit: NewUnit): Promise<string> {
  const id = command.newId();
  const taken = await command.db
    .selectFrom('unit_version')
    .select('id')
    .where('code', '=', unit.code)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', unit.foundedOn)]))
    .executeTakeFirst();
  if (taken)
    throw new Problem('unit_code_taken', { code: unit.code }, [
      { path: 'code', message: 'Mã đã dùng cho đơn vị khác' },
    ]);
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
  return id;
}
