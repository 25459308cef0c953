import type { ParsedBody } from '#contract/endpoint.ts';
import type { delegationsApi } from '#contract/delegations.ts';
import { roleWords } from '#domain/access/permissions.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { invalidInput, Problem, type FieldProblem } from '#domain/kernel/problem.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { delegationsOf, ownGrants, worksAround, type HandedGrant } from './delegations.reads.ts';
import { endDelegation, insertDelegation, lockDelegation, lockOwnGrants } from './delegations.store.ts';

type Asked = ParsedBody<(typeof delegationsApi)['POST /api/delegations']>;

/** Hands roles of one's own on for an absence. What was handed to oneself is not one's own: there is no chain. */
export async function delegate(command: CommandContext, asked: Asked): Promise<{ id: string }> {
  const grantIds = [...new Set(asked.grantIds)];
  await lockOwnGrants(command, grantIds);
  const own = await ownGrants(command.db, command.caller.accountId, command.today);
  const chosen = own.filter((grant) => grantIds.includes(grant.id));
  const faults = [
    ...faultsOfSpan(command, asked),
    ...(chosen.length < grantIds.length
      ? [{ path: 'grantIds', message: 'Chỉ ủy quyền được vai trò của chính mình, không ủy quyền lại' }]
      : chosen.flatMap((grant) => faultOfGrant(grant, asked))),
  ];
  if (faults.length === 0) faults.push(...(await faultsOfReceiver(command, asked, chosen)));
  if (faults.length > 0) throw invalidInput(faults);
  const id = await insertDelegation(command, { ...asked, grantIds });
  const details = {
    delegationId: id,
    toAccountId: asked.toAccountId,
    beginsOn: asked.beginsOn,
    endsOn: asked.endsOn,
    roles: chosen.map(({ role, unitId }) => ({ role, unitId })),
  };
  for (const subjectId of [command.caller.accountId, asked.toAccountId])
    await command.record({
      subjectType: 'account',
      subjectId,
      unitId: chosen[0]?.unitId ?? null,
      action: 'delegate',
      reason: asked.reason,
      details,
    });
  return { id };
}

function faultsOfSpan(command: CommandContext, { beginsOn, endsOn }: Asked): FieldProblem[] {
  if (endsOn < beginsOn)
    return [{ path: 'endsOn', message: 'Ngày kết thúc phải sau hoặc trùng ngày bắt đầu' }];
  if (beginsOn < command.today)
    return [{ path: 'beginsOn', message: 'Không ủy quyền cho ngày đã qua; chọn từ hôm nay trở đi' }];
  return [];
}

/** Nobody lends what has not begun by then or is over before. */
function faultOfGrant(grant: HandedGrant, { beginsOn, endsOn }: Asked): FieldProblem[] {
  const name = roleWords[grant.role];
  if (grant.beginsOn > beginsOn)
    return [{ path: 'beginsOn', message: `Bạn giữ vai trò ${name} từ ${formatDay(grant.beginsOn)}` }];
  if (grant.endsOn !== null && grant.endsOn < endsOn)
    return [{ path: 'endsOn', message: `Bạn chỉ giữ vai trò ${name} đến ${formatDay(grant.endsOn)}` }];
  return [];
}

async function faultsOfReceiver(
  command: CommandContext,
  asked: Asked,
  chosen: readonly HandedGrant[],
): Promise<FieldProblem[]> {
  for (const grant of chosen)
    if (!(await worksAround(command, asked.toAccountId, grant)))
      return [
        {
          path: 'toAccountId',
          message: 'Người nhận phải là tài khoản đang làm việc tại đơn vị này, cấp trên hoặc cấp dưới của nó',
        },
      ];
  const same = (await delegationsOf(command.db, [asked.toAccountId], command.today)).find(
    (one) =>
      one.standing !== 'past' &&
      one.beginsOn <= asked.endsOn &&
      asked.beginsOn <= one.endsOn &&
      one.grants.some((grant) => chosen.some(({ id }) => id === grant.id)),
  );
  if (!same) return [];
  return [
    {
      path: 'toAccountId',
      message: `Người này đã được ủy quyền từ ${formatDay(same.beginsOn)} đến ${formatDay(same.endsOn)}`,
    },
  ];
}

/** Ends a delegation at once: its giver takes it back, its receiver returns it, or who administers its units stops it. */
export async function takeDelegationBack(
  command: CommandContext,
  id: string,
  reason: string,
): Promise<{ id: string }> {
  const found = await lockDelegation(command.db, id);
  const { accountId, access } = command.caller;
  const concerned =
    found !== null &&
    (found.fromAccountId === accountId ||
      found.toAccountId === accountId ||
      found.unitIds.every((unitId) => access.can('account.manage', unitId)));
  if (!found || !concerned) throw new Problem('not_found');
  if (found.endedAt !== null || found.endsOn < command.today)
    throw new Problem('action_blocked', {
      action: 'kết thúc ủy quyền này',
      reason: 'ủy quyền này đã hết hiệu lực',
      mend: 'Không cần làm lại.',
    });
  await endDelegation(command, id, reason);
  for (const subjectId of [found.fromAccountId, found.toAccountId])
    await command.record({
      subjectType: 'account',
      subjectId,
      unitId: found.unitIds[0] ?? null,
      action: 'end_delegation',
      reason: reason || null,
      details: { delegationId: id },
    });
  return { id };
}
