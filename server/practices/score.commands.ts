import type { practiceProgressApi } from '#contract/practice-progress.ts';
import type { ParsedBody } from '#contract/endpoint.ts';
import { invalidInput, Problem, type FieldProblem } from '#domain/kernel/problem.ts';
import type { CriteriaContent, ScoreLine } from '#domain/scoring/criteria.ts';
import { scoreFaults, scoreOf, type ScoreColumn } from '#domain/scoring/score.ts';
import { campaignById } from '#server/campaigns/plan.reads.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { versionConflict } from '#server/platform/history.reads.ts';
import { lockForWork, refuseFuture } from './decisions.commands.ts';
import { saveScoreSheet } from './score.store.ts';
import { criteriaFor, scoreSheets } from './scoring.reads.ts';

type ScoreInput = ParsedBody<(typeof practiceProgressApi)['PUT /api/practices/:id/scores/self']>;

/** Writes one of the three columns of scores; the sum is always computed here. */
export async function scorePractice(
  command: CommandContext,
  at: { practiceId: string; column: ScoreColumn },
  given: ScoreInput,
): Promise<{ id: string; version: number }> {
  const work = `score_${at.column}` as const;
  const practice = await lockForWork(command, at.practiceId, work);
  refuseFuture(command, given.scoredOn, 'scoredOn');
  const { plan } = await campaignById(command.db, practice.campaign_id ?? '');
  const criteria = await criteriaFor(command.db, practice, plan);
  if (!criteria)
    throw new Problem('action_blocked', {
      action: `chấm điểm “${practice.name}”`,
      reason: 'kế hoạch chưa có bộ tiêu chí cho loại mô hình, điển hình này',
      mend: 'Cơ quan thường trực bổ sung bộ tiêu chí vào kế hoạch.',
    });
  const known = (await scoreSheets(command.db, practice.id)).find((sheet) => sheet.column === at.column);
  if ((known?.version ?? null) !== given.version)
    throw await versionConflict(command.db, { type: 'practice', id: practice.id });
  refuseFaultyLines(criteria.content, given.lines);
  const result = scoreOf(criteria.content, given.lines);
  const sheet = await saveScoreSheet(command, {
    practiceId: practice.id,
    column: at.column,
    criteriaSetId: criteria.id,
    known: known ?? null,
    ...given,
    ...result,
  });
  await command.record({
    subjectType: 'practice',
    subjectId: practice.id,
    unitId: practice.unit_id,
    action: work,
    details: { ...result, before: known ? { total: known.total, grade: known.grade } : null },
  });
  return sheet;
}

function refuseFaultyLines(content: CriteriaContent, lines: readonly ScoreLine[]): void {
  const strange: FieldProblem[] = lines.flatMap((line, at) => {
    const path = `lines.${at}`;
    if (!content.criteria.some((criterion) => criterion.id === line.criterionId))
      return [{ path, message: 'Tiêu chí này không có trong bộ tiêu chí' }];
    return lines.findIndex((one) => one.criterionId === line.criterionId) === at
      ? []
      : [{ path, message: 'Tiêu chí này chấm hai lần' }];
  });
  if (strange.length > 0) throw invalidInput(strange);
  const faults = scoreFaults(content, lines);
  const [first] = faults;
  if (!first) return;
  throw new Problem(
    'score_out_of_range',
    { count: faults.length, criterion: first.criterion.text, message: first.message },
    faults.map((fault) => ({
      path: `lines.${fault.criterion.id}`,
      message: `${fault.criterion.text}: ${fault.message}`,
    })),
  );
}
