import type { UnitScope } from '#domain/access/unit-scope.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { PracticeState } from '#domain/practices/practice.states.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';
import { withinScope } from '#server/organisations/within-scope.reads.ts';

/** Practices of one unit in one state, with what they lack to go on: what most rules of the home page count. */
export interface WorkRow {
  readonly campaignId: string;
  readonly unitId: string;
  readonly state: PracticeState;
  readonly intake: number;
  readonly count: number;
  readonly withoutNotice: number;
  readonly withoutDecision: number;
  readonly withoutTeamScore: number;
  /** Proposed, and in no meeting. */
  readonly withoutMeeting: number;
  readonly silent: number;
  /** Of the one practice where `count` is 1; of any two otherwise. */
  readonly firstId: string;
  readonly firstName: string;
}

/** Counts in one query the practices of open campaigns at some units; a campaign says after how many days one is silent. */
export async function workOf(
  db: Db,
  of: {
    campaigns: readonly { id: string; silentAfterDays: number }[];
    scopes: readonly UnitScope[];
    today: Day;
  },
): Promise<WorkRow[]> {
  if (of.campaigns.length === 0 || of.scopes.every((scope) => scope.isEmpty)) return [];
  const { rows } = await sql<WorkRow>`
    select p.campaign_id as "campaignId", p.unit_id as "unitId", p.state, p.intake, count(*) as count,
      count(*) filter (where p.state = 'assigned' and notice.state is distinct from 'issued') as "withoutNotice",
      count(*) filter (where p.state = 'recognised' and decision.state is distinct from 'issued') as "withoutDecision",
      count(*) filter (where p.state = 'proposed' and not exists (
        select 1 from score_sheet s where s.practice_id = p.id and s.score_column = 'team')) as "withoutTeamScore",
      count(*) filter (where p.state = 'proposed' and not exists (
        select 1 from meeting_candidate m where m.practice_id = p.id)) as "withoutMeeting",
      count(*) filter (where p.state = 'implementing' and ${of.today}::date
        - (p.last_sign_of_life_at at time zone 'Asia/Ho_Chi_Minh')::date >= asked.silent_after) as silent,
      min(p.id::text collate "C") as "firstId",
      min(p.name collate "C") as "firstName"
    from practice p
    join unnest(${of.campaigns.map((one) => one.id)}::uuid[], ${of.campaigns.map((one) => one.silentAfterDays)}::int[])
      as asked (campaign_id, silent_after) on asked.campaign_id = p.campaign_id
    left join document notice on notice.id = p.assignment_document_id
    left join document decision on decision.id = p.recognition_document_id
    where (${sql.join(
      of.scopes.map((scope) => withinScope('p.unit_id', scope)),
      sql` or `,
    )})
    group by p.campaign_id, p.unit_id, p.state, p.intake`.execute(db);
  return rows;
}

/** A practice under way with the self-checks it has answered. */
export interface CheckedPractice {
  readonly id: string;
  readonly name: string;
  readonly campaignId: string;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  readonly decidedOn: Day | null;
  readonly answered: readonly string[];
}

export async function practicesUnderWay(
  db: Db,
  of: { campaignIds: readonly string[]; scope: UnitScope },
): Promise<CheckedPractice[]> {
  if (of.campaignIds.length === 0 || of.scope.isEmpty) return [];
  return db
    .selectFrom('practice')
    .where('state', '=', 'implementing')
    .where('campaign_id', 'in', [...of.campaignIds])
    .where(withinScope('unit_id', of.scope))
    .select([
      'id',
      'name',
      sql<string>`campaign_id`.as('campaignId'),
      'starts_on as startsOn',
      'ends_on as endsOn',
      sql<Day | null>`(decided_at at time zone 'Asia/Ho_Chi_Minh')::date`.as('decidedOn'),
      sql<string[]>`array(select s.check_code from self_check s where s.practice_id = practice.id)`.as(
        'answered',
      ),
    ])
    .orderBy('id')
    .execute();
}
