import { Problem } from '#domain/kernel/problem.ts';
import type { OfferState } from '#domain/recognition/recognition.words.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';

/** Units that already have an offer of this practice in the campaign, or a replica of it there. */
export async function unitsAlreadyOffered(
  command: CommandContext,
  asked: { practiceId: string; campaignId: string; unitIds: readonly string[] },
): Promise<Set<string>> {
  const offered = command.db
    .selectFrom('replication_offer')
    .select('unit_id')
    .where('practice_id', '=', asked.practiceId)
    .where('campaign_id', '=', asked.campaignId)
    .where('unit_id', 'in', [...asked.unitIds]);
  const rows = await offered
    .union(
      command.db
        .selectFrom('practice')
        .select('unit_id')
        .where('source_practice_id', '=', asked.practiceId)
        .where('campaign_id', '=', asked.campaignId)
        .where('unit_id', 'in', [...asked.unitIds])
        .where('state', 'not in', ['withdrawn', 'declined']),
    )
    .execute();
  return new Set(rows.map((row) => row.unit_id));
}

export async function insertOffers(
  command: CommandContext,
  offer: { practiceId: string; campaignId: string; message: string; unitIds: readonly string[] },
): Promise<{ id: string; unitId: string }[]> {
  const offers = offer.unitIds.map((unitId) => ({ id: command.newId(), unitId }));
  await command.db
    .insertInto('replication_offer')
    .values(
      offers.map(({ id, unitId }) => ({
        id,
        practice_id: offer.practiceId,
        campaign_id: offer.campaignId,
        unit_id: unitId,
        message: offer.message,
        offered_on: command.today,
        state: 'offered',
      })),
    )
    .execute();
  return offers;
}

/** The offer, locked until the transaction ends. */
export async function lockOffer(command: CommandContext, id: string) {
  const row = await command.db
    .selectFrom('replication_offer')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return { ...row, state: row.state as OfferState };
}

export type LockedOffer = Awaited<ReturnType<typeof lockOffer>>;

export async function answerOffer(
  command: CommandContext,
  offer: LockedOffer,
  answer: { state: 'taken_up'; replicaId: string } | { state: 'declined'; reason: string },
): Promise<number> {
  await command.db
    .updateTable('replication_offer')
    .set({
      state: answer.state,
      ...(answer.state === 'taken_up' ? { replica_id: answer.replicaId } : { decline_reason: answer.reason }),
      version: offer.version + 1,
    })
    .where('id', '=', offer.id)
    .execute();
  return offer.version + 1;
}
