import type { Subject } from '#domain/practices/practice.states.ts';
import { rewardForm, type RewardState, type RewardTrack } from '#domain/recognition/rewards.ts';
import type { rewardFileSchema } from '#contract/recognition.ts';
import { visibleCampaign } from '#server/campaigns/campaign-scope.reads.ts';
import { unitsByIds } from '#server/practices/practice-rows.reads.ts';
import type { PracticeRow } from '#server/practices/practice-facts.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { sql } from 'kysely';
import type { z } from 'zod';
import { withinScope } from '#server/organisations/within-scope.reads.ts';
import { contributionsOf, latestResults, recognitionTimes } from './achievements.reads.ts';
import { scoresOf } from './candidates.reads.ts';

export type RewardFile = z.input<typeof rewardFileSchema>;

/** Reward proposals of a campaign on their two tracks, for the practices the caller may see. */
export async function listRewards(read: ReadContext, campaignId: string) {
  const campaign = await visibleCampaign(read, campaignId);
  const rows = await read.db
    .selectFrom('reward_proposal')
    .innerJoin('practice', 'practice.id', 'reward_proposal.practice_id')
    .selectAll('reward_proposal')
    .select([
      'practice.name as practice_name',
      'practice.unit_id',
      sql<RewardFile | null>`(select h.details -> 'file' from history_entry h
        where h.subject_type = 'reward_proposal' and h.subject_id = reward_proposal.id and h.action = 'propose')`.as(
        'file',
      ),
    ])
    .where('reward_proposal.campaign_id', '=', campaignId)
    .where(withinScope('practice.unit_id', read.caller.access.scope('practice.read')))
    .orderBy('reward_proposal.track')
    .orderBy('practice.name_folded')
    .orderBy('reward_proposal.created_at')
    .execute();
  const unitOf = await unitsByIds(
    read,
    rows.map((row) => row.unit_id),
  );
  return {
    items: rows.map((row) => {
      const track = row.track as RewardTrack;
      return {
        id: row.id,
        practice: { id: row.practice_id, name: row.practice_name, unitName: unitOf(row.unit_id).name },
        track,
        form: row.form,
        formLabel: rewardForm(track, row.form)?.label ?? row.form,
        recipientName: row.recipient_name,
        recipientSubject: row.recipient_subject as Subject,
        level: row.level as 'own' | 'upper',
        reason: row.reason,
        state: row.state as RewardState,
        decidedOn: row.decided_on,
        decisionSymbol: row.decision_symbol,
        file: row.file,
        version: row.version,
      };
    }),
    canPropose: read.caller.access.can('reward.propose', campaign.ownerUnitId),
  };
}

/** What the register holds for the file of a proposal on the state track. Offices and deeds, no personal data. */
export async function rewardFile(read: ReadContext, practice: PracticeRow): Promise<RewardFile> {
  const unitOf = await unitsByIds(read, [practice.unit_id]);
  const score = (await scoresOf(read.db, [practice.id])).get(practice.id);
  return {
    practiceName: practice.name,
    unitName: unitOf(practice.unit_id).name,
    content: practice.content,
    results: (await latestResults(read.db, [practice.id])).get(practice.id) ?? '',
    contributions: await contributionsOf(read.db, practice.id),
    finalScore: score?.final ?? null,
    grade: score?.grade ?? null,
    recognisedAt: (await recognitionTimes(read.db, [practice.id])).get(practice.id) ?? null,
  };
}
