import { Problem } from '#domain/kernel/problem.ts';
import { meetingRulesSchema, type MeetingRules } from '#domain/recognition/meeting.ts';
import { quorumNeeded, votesAddUp } from '#domain/recognition/votes.ts';
import {
  meetingActions,
  meetingActionWords,
  meetingBlocked,
  type MeetingFacts,
  type MeetingState,
} from '#domain/recognition/meeting.workflow.ts';
import { meetingHistoryWords } from '#domain/recognition/recognition.words.ts';
import { visibleCampaign } from '#server/campaigns/campaign-scope.reads.ts';
import type { CampaignRecord } from '#server/campaigns/plan.reads.ts';
import { historyOf } from '#server/platform/history.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { practiceRowsByIds } from '#server/practices/practice-rows.reads.ts';
import { sql } from 'kysely';
import { withinScope } from '#server/organisations/within-scope.reads.ts';
import { readCandidates, waitingCandidates } from './candidates.reads.ts';
import { candidateUnits, seesDrafts } from './recognition.policy.ts';

/** Meetings of a campaign, newest first, and how many proposed practices wait for one. */
export async function listMeetings(read: ReadContext, campaignId: string) {
  const campaign = await visibleCampaign(read, campaignId);
  const units = candidateUnits(read, campaign);
  const counted = units === null ? sql<boolean>`true` : withinScope('practice.unit_id', units);
  const rows = await read.db
    .selectFrom('meeting')
    .leftJoin('meeting_candidate', 'meeting_candidate.meeting_id', 'meeting.id')
    .leftJoin('practice', 'practice.id', 'meeting_candidate.practice_id')
    .select(['meeting.id', 'meeting.title', 'meeting.held_on', 'meeting.state'])
    .select([
      sql<number>`count(practice.id) filter (where ${counted})`.as('candidates'),
      sql<number>`count(practice.id) filter (where ${counted} and meeting_candidate.outcome = 'recognised')`.as(
        'recognised',
      ),
    ])
    .where('meeting.campaign_id', '=', campaignId)
    .$if(!seesDrafts(read, campaign), (query) => query.where('meeting.state', '=', 'concluded'))
    .groupBy('meeting.id')
    .orderBy('meeting.held_on', 'desc')
    .orderBy('meeting.created_at', 'desc')
    .execute();
  return {
    items: rows.map((row) => ({
      id: row.id,
      title: row.title,
      heldOn: row.held_on,
      state: row.state as MeetingState,
      candidates: row.candidates,
      recognised: row.recognised,
    })),
    waiting: (await waitingCandidates(read.db, campaignId, units)).length,
    canManage: campaign.state === 'open' && read.caller.access.can('practice.decide', campaign.ownerUnitId),
  };
}

/** A meeting with its candidates as far as the caller may see them. */
export async function readMeeting(read: ReadContext, id: string) {
  const row = await read.db.selectFrom('meeting').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new Problem('not_found');
  const campaign = await visibleCampaign(read, row.campaign_id);
  if (row.state === 'draft' && !seesDrafts(read, campaign)) throw new Problem('not_found');
  const units = candidateUnits(read, campaign);
  const rules = meetingRulesSchema.parse(row.rules);
  const candidates = await readCandidates(read, {
    meetingId: id,
    members: seesDrafts(read, campaign) ? campaign.plan.members : [],
    units,
  });
  const decides = read.caller.access.can('practice.decide', campaign.ownerUnitId);
  const meeting = {
    state: row.state as MeetingState,
    heldOn: row.held_on,
    membersPresent: row.members_present,
    membersTotal: row.members_total,
    rules,
  };
  return {
    id,
    campaign: { id: campaign.id, title: campaign.title, year: campaign.year },
    title: row.title,
    chairPost: row.chair_post,
    secretaryPost: row.secretary_post,
    ...meeting,
    quorumNeeded: quorumNeeded(row.members_total, rules),
    conclusion: row.conclusion,
    version: row.version,
    candidates,
    notYetCandidates:
      decides && row.state === 'draft'
        ? await practiceRowsByIds(read, await waitingCandidates(read.db, campaign.id, units))
        : [],
    actions: decides ? actionsOf(read, campaign, { meeting, candidates }) : [],
    history: seesDrafts(read, campaign) ? await meetingHistory(read, id) : [],
  };
}

interface Shown {
  readonly meeting: {
    readonly state: MeetingState;
    readonly heldOn: string;
    readonly membersTotal: number;
    readonly membersPresent: number;
    readonly rules: MeetingRules;
  };
  readonly candidates: Awaited<ReturnType<typeof readCandidates>>;
}

function actionsOf(read: ReadContext, campaign: CampaignRecord, { meeting, candidates }: Shown) {
  const facts: MeetingFacts = {
    ...meeting,
    today: read.today,
    campaignOpen: campaign.state === 'open',
    quorumNeeded: quorumNeeded(meeting.membersTotal, meeting.rules),
    votesMissing: candidates.filter(
      ({ votesFor, votesAgainst, votesAbstained }) =>
        votesFor === null ||
        votesAgainst === null ||
        votesAbstained === null ||
        !votesAddUp(
          { for: votesFor, against: votesAgainst, abstained: votesAbstained },
          meeting.membersPresent,
        ),
    ).length,
    scoresMissing: candidates.filter(({ team, final }) => team === null || final === null).length,
  };
  return meetingActions.map((action) => {
    const blocked = meetingBlocked(action, facts);
    return {
      action,
      label: meetingActionWords[action],
      allowed: blocked === null,
      reason: blocked?.reason ?? null,
      mend: blocked?.mend ?? null,
    };
  });
}

async function meetingHistory(read: ReadContext, id: string) {
  const entries = await historyOf(read.db, 'meeting', id);
  return entries.map((entry) => ({ ...entry, label: meetingHistoryWords[entry.action] ?? entry.action }));
}
