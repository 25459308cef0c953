import { foldVietnamese } from '#domain/kernel/text.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';

export interface PersonData {
  readonly name: string;
  readonly accountId: string | null;
  readonly phone: string;
  readonly email: string;
}

export async function insertPerson(
  command: CommandContext,
  unitId: string,
  person: PersonData,
): Promise<string> {
  const id = command.newId();
  await command.db
    .insertInto('person')
    .values({ id, unit_id: unitId, ...columnsOf(person), created_at: command.now })
    .execute();
  return id;
}

/** Returns the new version; null where somebody saved in between. */
export async function updatePerson(
  command: CommandContext,
  id: string,
  person: PersonData & { readonly version: number },
): Promise<number | null> {
  const row = await command.db
    .updateTable('person')
    .set((set) => ({ ...columnsOf(person), version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', person.version)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

function columnsOf(person: PersonData) {
  return {
    name: person.name,
    name_folded: foldVietnamese(person.name),
    account_id: person.accountId,
    phone: person.phone,
    email: person.email,
  };
}
