import type { UpwardState } from '#domain/recognition/recognition.words.ts';
import { unitsByIds } from '#server/practices/practice-rows.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { sql } from 'kysely';
import { withinScope } from '#server/organisations/within-scope.reads.ts';
import { mayRecord } from './recognition.policy.ts';

/** Practices proposed upward that concern the caller: of the caller's own units, or put to the caller's level. */
export async function listUpward(
  read: ReadContext,
  query: { page: number; size: number; state?: UpwardState | undefined },
) {
  const scope = read.caller.access.scope('practice.read');
  const matching = read.db
    .selectFrom('upward_proposal')
    .innerJoin('practice', 'practice.id', 'upward_proposal.practice_id')
    .innerJoin('campaign', 'campaign.id', 'practice.campaign_id')
    .where(
      sql<boolean>`(${withinScope('practice.unit_id', scope)} or ${withinScope('upward_proposal.to_unit_id', scope)})`,
    )
    .$if(query.state !== undefined, (one) => one.where('upward_proposal.state', '=', query.state ?? ''));
  const { total } = await matching
    .select((value) => value.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await matching
    .selectAll('upward_proposal')
    .select(['practice.name', 'campaign.owner_unit_id'])
    .orderBy(sql`(upward_proposal.state = 'proposed')`, 'desc')
    .orderBy('upward_proposal.proposed_on', 'desc')
    .orderBy('practice.name_folded')
    .orderBy('upward_proposal.id')
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .execute();
  const unitOf = await unitsByIds(
    read,
    rows.flatMap((row) => [row.owner_unit_id, row.to_unit_id]),
  );
  return {
    total,
    items: rows.map((row) => ({
      id: row.id,
      practice: { id: row.practice_id, name: row.name },
      fromUnit: unitOf(row.owner_unit_id),
      toUnit: unitOf(row.to_unit_id),
      proposedOn: row.proposed_on,
      reason: row.reason,
      state: row.state as UpwardState,
      decisionSymbol: row.decision_symbol,
      decidedOn: row.decided_on,
      canDecide:
        row.state === 'proposed' &&
        mayRecord(read, { toUnitId: row.to_unit_id, fromUnitId: row.owner_unit_id }),
      version: row.version,
    })),
  };
}
