import type { practicesApi } from '#contract/practices.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { Plan } from '#domain/campaigns/plan.ts';
import { dayInVietnam, type Day } from '#domain/kernel/day.ts';
import { acceptedStates, type PracticeState } from '#domain/practices/practice.states.ts';
import type { ContributionKind, ContributionSource, SelfCheckStatus } from '#domain/practices/progress.ts';
import type { Db } from '#server/platform/database/db.ts';
import { selfChecksOwed, type PracticeRow } from './practice-facts.reads.ts';

export type PracticeRecord = ResponseOf<(typeof practicesApi)['GET /api/practices/:id']>;
type Evidence = PracticeRecord['evidence'][number];

/** Everything attached to a practice that was not taken back, oldest first. */
export async function evidenceOf(db: Db, practiceId: string): Promise<Evidence[]> {
  const rows = await db
    .selectFrom('evidence')
    .innerJoin('file', 'file.id', 'evidence.file_id')
    .innerJoin('account', 'account.id', 'evidence.added_by')
    .select([
      'evidence.id',
      'evidence.subject_type',
      'evidence.subject_id',
      'evidence.caption',
      'evidence.added_at',
      'account.display_name',
      'file.id as file_id',
      'file.name as file_name',
      'file.media_type',
      'file.size',
    ])
    .where('evidence.practice_id', '=', practiceId)
    .where('evidence.withdrawn_at', 'is', null)
    .orderBy('evidence.added_at')
    .orderBy('evidence.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    file: {
      id: row.file_id,
      name: row.file_name,
      mediaType: row.media_type,
      size: row.size,
      hasPreview: row.media_type.startsWith('image/'),
    },
    caption: row.caption,
    addedAt: row.added_at,
    addedBy: row.display_name,
  }));
}

/** The line of progress, newest first, each with what was attached to it. */
export async function progressOf(
  db: Db,
  practiceId: string,
  evidence: readonly Evidence[],
): Promise<PracticeRecord['progress']> {
  const rows = await db
    .selectFrom('progress_entry')
    .innerJoin('account', 'account.id', 'progress_entry.account_id')
    .selectAll('progress_entry')
    .select('account.display_name')
    .where('practice_id', '=', practiceId)
    .orderBy('on_date', 'desc')
    .orderBy('progress_entry.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    onDate: row.on_date,
    text: row.text,
    participants: row.participants,
    by: row.display_name,
    at: row.at,
    evidence: evidence.filter((one) => one.subjectId === row.id),
  }));
}

export async function appraisalNotesOf(
  db: Db,
  practiceId: string,
  evidence: readonly Evidence[],
): Promise<PracticeRecord['appraisalNotes']> {
  const rows = await db
    .selectFrom('appraisal_note')
    .innerJoin('account', 'account.id', 'appraisal_note.account_id')
    .selectAll('appraisal_note')
    .select('account.display_name')
    .where('practice_id', '=', practiceId)
    .orderBy('on_date', 'desc')
    .orderBy('appraisal_note.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as 'field_check' | 'desk',
    onDate: row.on_date,
    text: row.text,
    by: row.display_name,
    evidence: evidence.filter((one) => one.subjectId === row.id),
  }));
}

/** Contributions, newest first; cancelled ones stay, with their reason. */
export async function contributionsOf(db: Db, practiceId: string): Promise<PracticeRecord['contributions']> {
  const rows = await db
    .selectFrom('contribution')
    .innerJoin('account', 'account.id', 'contribution.account_id')
    .selectAll('contribution')
    .select('account.display_name')
    .where('practice_id', '=', practiceId)
    .orderBy('on_date', 'desc')
    .orderBy('contribution.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as ContributionKind,
    source: row.source as ContributionSource,
    amount: row.amount,
    unit: row.unit,
    worth: row.worth,
    onDate: row.on_date,
    note: row.note,
    by: row.display_name,
    cancelledReason: row.cancelled_at === null ? null : (row.cancel_reason ?? ''),
  }));
}

const END_OF_TIME = '9999-12-31';

/** The plan's self-checks with this practice's answers: which it owes, which are late. */
export async function selfChecksOf(
  db: Db,
  practice: PracticeRow,
  on: { plan: Plan | null; today: Day },
): Promise<PracticeRecord['selfChecks']> {
  if (!on.plan) return [];
  const rows = await db
    .selectFrom('self_check')
    .innerJoin('account', 'account.id', 'self_check.account_id')
    .selectAll('self_check')
    .select('account.display_name')
    .where('practice_id', '=', practice.id)
    .execute();
  const mayOwe =
    acceptedStates.includes(practice.state as PracticeState) && practice.state !== 'stopped'
      ? selfChecksOwed(
          on.plan,
          {
            startsOn: practice.starts_on,
            decidedOn: practice.decided_at === null ? null : dayInVietnam(practice.decided_at),
            endsOn: practice.ends_on,
          },
          END_OF_TIME,
        )
      : [];
  return on.plan.selfChecks
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))
    .map((check) => {
      const row = rows.find((one) => one.check_code === check.code);
      const expected = mayOwe.some((one) => one.code === check.code);
      const settledOn = row ? dayInVietnam(row.at) : on.today;
      return {
        code: check.code,
        name: check.name,
        due: check.due,
        expected,
        late: settledOn > check.due && (row !== undefined || (expected && practice.state === 'implementing')),
        answer: row
          ? {
              status: row.status as SelfCheckStatus,
              result: row.result,
              difficulty: row.difficulty,
              need: row.need,
              by: row.display_name,
              at: row.at,
            }
          : null,
      };
    });
}
