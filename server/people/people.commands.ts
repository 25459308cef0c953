import type { ParsedBody } from '#contract/endpoint.ts';
import type { peopleApi } from '#contract/people.ts';
import { invalidInput, Problem } from '#domain/kernel/problem.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { versionConflict } from '#server/platform/history.reads.ts';
import { visiblePersonById } from './people-scope.reads.ts';
import { insertPerson, updatePerson } from './people.store.ts';
import { isLinkable, personOfAccount } from './person-links.reads.ts';

type Api = typeof peopleApi;

export async function enterPerson(
  command: CommandContext,
  given: ParsedBody<Api['POST /api/people']>,
): Promise<{ id: string; version: number }> {
  mayManageAt(command, given.unitId);
  await checkAccount(command, { accountId: given.accountId, personId: null });
  const id = await insertPerson(command, given.unitId, given);
  // Contacts stay out of the history: it is read by more people than they are meant for.
  await command.record({
    subjectType: 'person',
    subjectId: id,
    unitId: given.unitId,
    action: 'enter',
    details: { name: given.name },
  });
  return { id, version: 1 };
}

export async function mendPerson(
  command: CommandContext,
  id: string,
  given: ParsedBody<Api['PUT /api/people/:id']>,
): Promise<{ id: string; version: number }> {
  const person = await visiblePersonById(command, id, { forUpdate: true });
  if (!command.caller.access.can('people.manage', person.unit_id)) throw new Problem('forbidden');
  if (given.accountId !== person.account_id)
    await checkAccount(command, { accountId: given.accountId, personId: id });
  const version = await updatePerson(command, id, given);
  if (version === null) throw await versionConflict(command.db, { type: 'person', id });
  await command.record({
    subjectType: 'person',
    subjectId: id,
    unitId: person.unit_id,
    action: 'mend',
    details: {
      ...(given.name !== person.name && { nameBefore: person.name, name: given.name }),
      ...(given.accountId !== person.account_id && { accountChanged: true }),
    },
  });
  return { id, version };
}

/** Gate 2: who does not see people at the unit is told nothing; who sees them but may not change them is told so. */
export function mayManageAt(command: Pick<CommandContext, 'caller'>, unitId: string): void {
  const { access } = command.caller;
  if (access.can('people.manage', unitId)) return;
  throw new Problem(access.can('people.read', unitId) ? 'forbidden' : 'not_found');
}

async function checkAccount(
  command: CommandContext,
  link: { accountId: string | null; personId: string | null },
): Promise<void> {
  if (link.accountId === null) return;
  if (!(await isLinkable(command, link.accountId)))
    throw invalidInput([
      { path: 'accountId', message: 'Không tìm thấy tài khoản này trong phạm vi của bạn' },
    ]);
  const holder = await personOfAccount(command.db, link.accountId);
  if (holder !== null && holder !== link.personId)
    throw invalidInput([{ path: 'accountId', message: 'Tài khoản này đã gắn với một người khác' }]);
}
