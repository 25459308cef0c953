import type { Plan } from '#domain/campaigns/plan.ts';
import { chooseCriteria } from '#domain/scoring/choose-criteria.ts';
import { criteriaContentSchema, type CriteriaContent } from '#domain/scoring/criteria.ts';
import type { ScoreColumn } from '#domain/scoring/score.ts';
import type { ScoreLine } from '#domain/scoring/criteria.ts';
import type { Db } from '#server/platform/database/db.ts';

export interface CriteriaSet {
  readonly id: string;
  readonly name: string;
  readonly content: CriteriaContent;
}

/**
 * The criteria set by which a practice is scored: the one its first sheet used, so that three columns stand
 * side by side; before that, the plan's set that says most about its nature and subject.
 */
export async function criteriaFor(
  db: Db,
  practice: { readonly id: string; readonly nature: string; readonly subject: string },
  plan: Pick<Plan, 'criteriaSetIds'>,
): Promise<CriteriaSet | null> {
  const used = await db
    .selectFrom('score_sheet')
    .select('criteria_set_id')
    .where('practice_id', '=', practice.id)
    .orderBy('at')
    .limit(1)
    .executeTakeFirst();
  const ids = used ? [used.criteria_set_id] : plan.criteriaSetIds;
  if (ids.length === 0) return null;
  const rows = await db
    .selectFrom('criteria_set')
    .select(['id', 'name', 'nature', 'subject', 'content'])
    .where('id', 'in', [...ids])
    .execute();
  const inPlanOrder = ids.flatMap((id) => rows.filter((row) => row.id === id));
  const chosen = used ? inPlanOrder[0] : chooseCriteria(inPlanOrder, practice);
  if (!chosen) return null;
  return { id: chosen.id, name: chosen.name, content: criteriaContentSchema.parse(chosen.content) };
}

export interface ScoreSheetRow {
  readonly id: string;
  readonly column: ScoreColumn;
  readonly lines: ScoreLine[];
  readonly total: number;
  readonly grade: string | null;
  readonly passed: boolean;
  readonly note: string;
  readonly scoredOn: string;
  readonly by: string;
  readonly version: number;
}

export async function scoreSheets(db: Db, practiceId: string): Promise<ScoreSheetRow[]> {
  const rows = await db
    .selectFrom('score_sheet')
    .innerJoin('account', 'account.id', 'score_sheet.account_id')
    .selectAll('score_sheet')
    .select('account.display_name')
    .where('score_sheet.practice_id', '=', practiceId)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    column: row.score_column as ScoreColumn,
    lines: row.lines as unknown as ScoreLine[],
    total: row.total,
    grade: row.grade,
    passed: row.passed,
    note: row.note,
    scoredOn: row.scored_on,
    by: row.display_name,
    version: row.version,
  }));
}
