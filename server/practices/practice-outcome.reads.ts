import { rewardForms, type RewardTrack } from '#domain/recognition/rewards.ts';
import type { PracticeState } from '#domain/practices/practice.states.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';
import { withinScope } from '#server/organisations/within-scope.reads.ts';
import type { PracticeRow } from './practice-facts.reads.ts';
import { unitsByIds } from './practice-rows.reads.ts';
import type { PracticeRecord } from './practice-work.reads.ts';

/** The latest concluded meeting that had the practice as a candidate; one under preparation is the committee's own. */
export async function recognitionOf(db: Db, practiceId: string): Promise<PracticeRecord['recognition']> {
  const row = await db
    .selectFrom('meeting_candidate')
    .innerJoin('meeting', 'meeting.id', 'meeting_candidate.meeting_id')
    .select(['meeting.id', 'meeting.held_on', 'votes_for', 'votes_against', 'outcome'])
    .where('practice_id', '=', practiceId)
    .where('meeting.state', '=', 'concluded')
    .orderBy('meeting.held_on', 'desc')
    .orderBy('meeting.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return {
    meetingId: row.id,
    heldOn: row.held_on,
    votesFor: row.votes_for,
    votesAgainst: row.votes_against,
    outcome: row.outcome,
  };
}

export async function rewardsOf(db: Db, practiceId: string): Promise<PracticeRecord['rewards']> {
  const rows = await db
    .selectFrom('reward_proposal')
    .select(['id', 'track', 'form', 'state', 'decision_symbol'])
    .where('practice_id', '=', practiceId)
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    track: row.track,
    formLabel:
      rewardForms[row.track as RewardTrack].find((form) => form.code === row.form)?.label ?? row.form,
    state: row.state,
    decisionSymbol: row.decision_symbol,
  }));
}

export async function upwardOf(
  read: Pick<ReadContext, 'db' | 'tree'>,
  practiceId: string,
): Promise<PracticeRecord['upward']> {
  const row = await read.db
    .selectFrom('upward_proposal')
    .select(['id', 'to_unit_id', 'state', 'proposed_on', 'decision_symbol'])
    .where('practice_id', '=', practiceId)
    .executeTakeFirst();
  if (!row) return null;
  const unitOf = await unitsByIds(read, [row.to_unit_id]);
  return {
    id: row.id,
    toUnitName: unitOf(row.to_unit_id).name,
    state: row.state,
    proposedOn: row.proposed_on,
    decisionSymbol: row.decision_symbol,
  };
}

/** Papers about the practice; drafts only for those who work with papers of the issuing body. */
export async function documentsOf(
  read: Pick<ReadContext, 'db' | 'caller'>,
  practice: PracticeRow,
): Promise<PracticeRecord['documents']> {
  const named = [
    practice.assignment_document_id,
    practice.recognition_document_id,
    practice.source_document_id,
  ].filter((id) => id !== null);
  const rows = await read.db
    .selectFrom('document')
    .select(['id', 'symbol', 'subject', 'purpose', 'issued_on'])
    .where(sql<boolean>`(id = any(${named}::uuid[]) or ${practice.id}::uuid = any(practice_ids))`)
    .where((where) =>
      where.or([
        where('state', 'in', ['issued', 'received']),
        withinScope('owner_unit_id', read.caller.access.scope('document.draft')),
      ]),
    )
    .orderBy(sql`issued_on nulls last`)
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    symbol: row.symbol,
    subject: row.subject,
    purpose: row.purpose,
    issuedOn: row.issued_on,
  }));
}

type Lineage = PracticeRecord['descendants'][number];

/** Where a practice comes from, and what has come of it. A unit's drafts and withdrawn ones are not shown to others. */
export async function lineageOf(
  read: Pick<ReadContext, 'db' | 'tree' | 'caller'>,
  practice: PracticeRow,
): Promise<{ source: Lineage | null; descendants: Lineage[] }> {
  const rows = await read.db
    .selectFrom('practice')
    .leftJoin('campaign', 'campaign.id', 'practice.campaign_id')
    .select([
      'practice.id',
      'practice.name',
      'practice.unit_id',
      'practice.state',
      'practice.source_practice_id',
      'campaign.year',
    ])
    .where((where) =>
      where.or([
        where('practice.source_practice_id', '=', practice.id),
        ...(practice.source_practice_id === null
          ? []
          : [where('practice.id', '=', practice.source_practice_id)]),
      ]),
    )
    .orderBy(sql`campaign.year nulls first`)
    .orderBy('practice.created_at')
    .execute();
  const unitOf = await unitsByIds(
    read,
    rows.map((row) => row.unit_id),
  );
  const shaped = rows.map((row) => ({
    unitId: row.unit_id,
    comesFrom: row.source_practice_id,
    shown: {
      id: row.id,
      name: row.name,
      unitName: unitOf(row.unit_id).name,
      year: row.year,
      state: row.state as PracticeState,
    },
  }));
  return {
    source: shaped.find((one) => one.shown.id === practice.source_practice_id)?.shown ?? null,
    descendants: shaped
      .filter(
        (one) =>
          one.comesFrom === practice.id &&
          (!['draft', 'withdrawn'].includes(one.shown.state) ||
            read.caller.access.can('practice.read', one.unitId)),
      )
      .map((one) => one.shown),
  };
}
