import type { ScoreLine } from '#domain/scoring/criteria.ts';
import type { ScoreColumn, ScoreResult } from '#domain/scoring/score.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';

export interface ScoreSheetInput extends ScoreResult {
  readonly practiceId: string;
  readonly column: ScoreColumn;
  readonly criteriaSetId: string;
  readonly known: { readonly id: string; readonly version: number } | null;
  readonly lines: readonly ScoreLine[];
  readonly note: string;
  readonly scoredOn: string;
}

/** Writes a sheet over the known one, or as the first of its column; the practice is locked by then. */
export async function saveScoreSheet(
  command: CommandContext,
  sheet: ScoreSheetInput,
): Promise<{ id: string; version: number }> {
  const values = {
    lines: JSON.stringify(sheet.lines),
    total: sheet.total,
    passed: sheet.passed,
    grade: sheet.grade,
    note: sheet.note,
    scored_on: sheet.scoredOn,
    account_id: command.caller.accountId,
    at: command.now,
  };
  if (sheet.known) {
    const version = sheet.known.version + 1;
    await command.db
      .updateTable('score_sheet')
      .set({ ...values, version })
      .where('id', '=', sheet.known.id)
      .execute();
    return { id: sheet.known.id, version };
  }
  const id = command.newId();
  await command.db
    .insertInto('score_sheet')
    .values({
      id,
      practice_id: sheet.practiceId,
      score_column: sheet.column,
      criteria_set_id: sheet.criteriaSetId,
      ...values,
    })
    .execute();
  return { id, version: 1 };
}
