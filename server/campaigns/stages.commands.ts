import { invalidInput, Problem } from '#domain/kernel/problem.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { insertStage, type NewStage } from './stages.store.ts';

export async function declareStage(command: CommandContext, stage: NewStage): Promise<{ id: string }> {
  const { access } = command.caller;
  if (!access.can('campaign.manage', stage.ownerUnitId))
    throw new Problem(
      access.reachesFromBelow('campaign.read', stage.ownerUnitId) ? 'forbidden' : 'not_found',
    );
  if (stage.toYear < stage.fromYear)
    throw invalidInput([{ path: 'toYear', message: 'Năm kết thúc phải từ năm bắt đầu trở đi' }]);
  const id = await insertStage(command, stage);
  await command.record({
    subjectType: 'stage',
    subjectId: id,
    unitId: stage.ownerUnitId,
    action: 'create',
  });
  return { id };
}
