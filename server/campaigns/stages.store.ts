import type { CommandContext } from '#server/platform/commands/context.ts';

export interface NewStage {
  readonly ownerUnitId: string;
  readonly name: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly onPaper: boolean;
}

export async function insertStage(command: CommandContext, stage: NewStage): Promise<string> {
  const id = command.newId();
  await command.db
    .insertInto('stage')
    .values({
      id,
      owner_unit_id: stage.ownerUnitId,
      name: stage.name,
      from_year: stage.fromYear,
      to_year: stage.toYear,
      on_paper: stage.onPaper,
    })
    .execute();
  return id;
}
