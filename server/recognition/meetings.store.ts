import { Problem } from '#domain/kernel/problem.ts';
import { meetingRulesSchema, type MeetingRules, type Votes } from '#domain/recognition/meeting.ts';
import type { MeetingState } from '#domain/recognition/meeting.workflow.ts';
import type { PracticeRow } from '#server/practices/practice-facts.reads.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';

export interface MeetingData {
  readonly title: string;
  readonly heldOn: string;
  readonly chairPost: string;
  readonly secretaryPost: string;
  readonly membersTotal: number;
  readonly membersPresent: number;
  readonly rules: MeetingRules;
  readonly conclusion: string;
}

export interface LockedMeeting extends MeetingData {
  readonly id: string;
  readonly campaignId: string;
  readonly state: MeetingState;
  readonly version: number;
}

export interface CandidateRow {
  readonly practiceId: string;
  readonly name: string;
  /** Null while the votes are not entered. */
  readonly votes: Votes | null;
  readonly note: string;
}

/** The meeting, locked until the transaction ends. */
export async function lockMeeting(command: CommandContext, id: string): Promise<LockedMeeting> {
  const row = await command.db
    .selectFrom('meeting')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return {
    id: row.id,
    campaignId: row.campaign_id,
    state: row.state as MeetingState,
    title: row.title,
    heldOn: row.held_on,
    chairPost: row.chair_post,
    secretaryPost: row.secretary_post,
    membersTotal: row.members_total,
    membersPresent: row.members_present,
    rules: meetingRulesSchema.parse(row.rules),
    conclusion: row.conclusion,
    version: row.version,
  };
}

export async function insertMeeting(
  command: CommandContext,
  campaignId: string,
  data: MeetingData,
): Promise<string> {
  const id = command.newId();
  await command.db
    .insertInto('meeting')
    .values({ id, campaign_id: campaignId, state: 'draft', created_at: command.now, ...columnsOf(data) })
    .execute();
  return id;
}

export async function updateMeeting(
  command: CommandContext,
  meeting: LockedMeeting,
  data: MeetingData,
): Promise<number> {
  await command.db
    .updateTable('meeting')
    .set({ ...columnsOf(data), version: meeting.version + 1 })
    .where('id', '=', meeting.id)
    .execute();
  return meeting.version + 1;
}

function columnsOf(data: MeetingData) {
  return {
    title: data.title,
    held_on: data.heldOn,
    chair_post: data.chairPost,
    secretary_post: data.secretaryPost,
    members_total: data.membersTotal,
    members_present: data.membersPresent,
    rules: JSON.stringify(data.rules),
    conclusion: data.conclusion,
  };
}

/**
 * Practices that are to be candidates, locked in the order of their ids so that two meetings cannot take the
 * same one; those of them that already stand in another meeting that is not concluded are named beside.
 */
export async function lockCandidates(
  command: CommandContext,
  ids: readonly string[],
  meetingId: string | null,
): Promise<{ practices: Map<string, PracticeRow>; taken: Set<string> }> {
  const practices = await command.db
    .selectFrom('practice')
    .selectAll()
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
  const elsewhere = await command.db
    .selectFrom('meeting_candidate')
    .innerJoin('meeting', 'meeting.id', 'meeting_candidate.meeting_id')
    .select('meeting_candidate.practice_id')
    .where('meeting_candidate.practice_id', 'in', [...ids])
    .where('meeting.state', '=', 'draft')
    .$if(meetingId !== null, (query) => query.where('meeting.id', '<>', meetingId))
    .execute();
  return {
    practices: new Map(practices.map((practice) => [practice.id, practice])),
    taken: new Set(elsewhere.map((row) => row.practice_id)),
  };
}

export interface CandidateInput {
  readonly practiceId: string;
  readonly votes: Votes | null;
  readonly note: string;
}

/** The candidates of a meeting become exactly these. */
export async function replaceCandidates(
  command: CommandContext,
  meetingId: string,
  candidates: readonly CandidateInput[],
): Promise<void> {
  await command.db.deleteFrom('meeting_candidate').where('meeting_id', '=', meetingId).execute();
  await command.db
    .insertInto('meeting_candidate')
    .values(
      candidates.map((candidate) => ({
        meeting_id: meetingId,
        practice_id: candidate.practiceId,
        votes_for: candidate.votes?.for ?? null,
        votes_against: candidate.votes?.against ?? null,
        votes_abstained: candidate.votes?.abstained ?? null,
        note: candidate.note,
      })),
    )
    .execute();
}

/** Candidates with their votes, in the order of their practices' ids: the order in which they are locked. */
export async function candidatesOf(command: CommandContext, meetingId: string): Promise<CandidateRow[]> {
  const rows = await command.db
    .selectFrom('meeting_candidate')
    .innerJoin('practice', 'practice.id', 'meeting_candidate.practice_id')
    .select(['practice_id', 'practice.name', 'votes_for', 'votes_against', 'votes_abstained', 'note'])
    .where('meeting_id', '=', meetingId)
    .orderBy('practice_id')
    .execute();
  return rows.map((row) => ({
    practiceId: row.practice_id,
    name: row.name,
    votes:
      row.votes_for === null || row.votes_against === null || row.votes_abstained === null
        ? null
        : { for: row.votes_for, against: row.votes_against, abstained: row.votes_abstained },
    note: row.note,
  }));
}

export async function setOutcome(
  command: CommandContext,
  candidate: { meetingId: string; practiceId: string; outcome: 'recognised' | 'not_recognised' },
): Promise<void> {
  await command.db
    .updateTable('meeting_candidate')
    .set({ outcome: candidate.outcome })
    .where('meeting_id', '=', candidate.meetingId)
    .where('practice_id', '=', candidate.practiceId)
    .execute();
}

export async function markConcluded(command: CommandContext, meeting: LockedMeeting): Promise<number> {
  await command.db
    .updateTable('meeting')
    .set({ state: 'concluded', concluded_at: command.now, version: meeting.version + 1 })
    .where('id', '=', meeting.id)
    .execute();
  return meeting.version + 1;
}
