import type { Plan } from '#domain/campaigns/plan.ts';
import { dayInVietnam } from '#domain/kernel/day.ts';
import type { PracticeState } from '#domain/practices/practice.states.ts';
import type { PracticeFacts } from '#domain/practices/practice.workflow.ts';
import { missingItems, type MissingItem } from '#domain/practices/registration-rules.ts';
import { findCampaign } from '#server/campaigns/plan.reads.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql, type Selectable } from 'kysely';
import type { Practice } from '#db/types.ts';

export type PracticeRow = Selectable<Practice>;

/** Self-checks of the plan that a practice owes by a day: due, and falling into the time it is under way. */
export function selfChecksOwed(
  plan: Plan,
  practice: { startsOn: string | null; decidedOn: string | null; endsOn: string | null },
  today: string,
): Plan['selfChecks'] {
  const since =
    [practice.startsOn, practice.decidedOn]
      .filter((day) => day !== null)
      .toSorted()
      .at(-1) ?? null;
  const until = practice.endsOn !== null && practice.endsOn < today ? practice.endsOn : today;
  return plan.selfChecks.filter((check) => since !== null && since <= check.due && check.due <= until);
}

/** The required items (S2, section I.2) that a practice's registration lacks. */
export function missingOf(practice: PracticeRow): MissingItem[] {
  return missingItems({
    name: practice.name,
    fieldCode: practice.field_code,
    placeUnitId: practice.place_unit_id,
    placeText: practice.place_text,
    startsOn: practice.starts_on,
    endsOn: practice.ends_on,
    content: practice.content,
    ownerName: practice.owner_name,
    responsibleName: practice.responsible_name,
  });
}

/** Everything the workflow looks at, read in one go from the database; the server re-reads it under lock before it acts. */
export async function practiceFacts(db: Db, practice: PracticeRow, today: string): Promise<PracticeFacts> {
  const campaign = practice.campaign_id === null ? null : await findCampaign(db, practice.campaign_id);
  const counts = await db
    .selectFrom('practice')
    .where('practice.id', '=', practice.id)
    .select([
      sql<number>`(select count(*) from progress_entry e where e.practice_id = practice.id)`.as('progress'),
      sql<number>`(select count(*) from evidence e where e.practice_id = practice.id and e.withdrawn_at is null)`.as(
        'evidence',
      ),
      sql<
        string[]
      >`coalesce((select array_agg(check_code) from self_check s where s.practice_id = practice.id), '{}')`.as(
        'checks',
      ),
      sql<
        string[]
      >`coalesce((select array_agg(score_column) from score_sheet s where s.practice_id = practice.id), '{}')`.as(
        'scores',
      ),
      sql<
        string | null
      >`(select c.outcome from meeting_candidate c join meeting m on m.id = c.meeting_id where c.practice_id = practice.id and c.outcome is not null order by m.held_on desc, m.id desc limit 1)`.as(
        'outcome',
      ),
      sql<boolean>`exists (select 1 from document d where d.id = practice.assignment_document_id and d.state = 'issued')`.as(
        'notice',
      ),
    ])
    .executeTakeFirstOrThrow();
  const owed = campaign
    ? selfChecksOwed(
        campaign.plan,
        {
          startsOn: practice.starts_on,
          decidedOn: practice.decided_at === null ? null : dayInVietnam(practice.decided_at),
          endsOn: practice.ends_on,
        },
        today,
      )
    : [];
  const intake = campaign?.plan.intakes.find((one) => one.number === practice.intake);
  return {
    state: practice.state as PracticeState,
    missing: missingOf(practice).map((item) => item.label),
    campaignOpen: campaign?.state === 'open',
    intakeOpen: intake !== undefined && intake.opensOn <= today && today <= intake.closesOn,
    noticeIssued: counts.notice,
    unansweredSelfChecks: owed.filter((check) => !counts.checks.includes(check.code)).length,
    progressEntries: counts.progress,
    evidenceCount: counts.evidence,
    hasSelfScore: counts.scores.includes('self'),
    hasTeamScore: counts.scores.includes('team'),
    hasFinalScore: counts.scores.includes('final'),
    meetingOutcome: counts.outcome as PracticeFacts['meetingOutcome'],
  };
}
