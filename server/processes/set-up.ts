import type { BodyOf } from '#contract/endpoint.ts';
import type { sessionApi } from '#contract/session.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import { anyAccountExists, insertAccount, insertGrant } from '#server/accounts/accounts.store.ts';
import { hashPassword, refuseWeakPassword } from '#server/accounts/password.ts';
import { foundUnit } from '#server/organisations/found-unit.store.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';

type Setup = BodyOf<(typeof sessionApi)['POST /api/setup']>;

/** The first run: founds the first unit and its administrator, once and never again. */
export async function setUp(command: CommandContext, setup: Setup): Promise<{ id: string }> {
  if (await anyAccountExists(command.db)) throw new Problem('already_set_up');
  refuseWeakPassword(setup.administrator.password, setup.administrator.username);
  const unitId = await foundUnit(command, {
    ...setup.unit,
    nameFolded: foldVietnamese(setup.unit.name),
    parentId: null,
    foundedOn: '1930-10-15',
    position: 0,
  });
  const accountId = await insertAccount(command, {
    username: setup.administrator.username,
    displayName: setup.administrator.displayName,
    passwordHash: await hashPassword(setup.administrator.password),
    mustChangePassword: false,
  });
  for (const role of ['administrator', 'standing_officer'] as const)
    await insertGrant(command, accountId, {
      role,
      unitId,
      beginsOn: command.today,
      endsOn: null,
      coversSubtree: true,
    });
  await command.record({ subjectType: 'unit', subjectId: unitId, unitId, action: 'found' });
  return { id: accountId };
}
