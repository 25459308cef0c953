import type { OfferState } from '#domain/recognition/recognition.words.ts';
import { funnelBasis, funnelCondition } from '#server/campaigns/funnel.reads.ts';
import { findCampaign } from '#server/campaigns/plan.reads.ts';
import type { PracticeRow } from '#server/practices/practice-facts.reads.ts';
import { unitsByIds } from '#server/practices/practice-rows.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { sql } from 'kysely';
import { withinScope } from '#server/organisations/within-scope.reads.ts';

/** Recognised, known from an old paper, or effective by the definition of its own campaign. */
export async function isWorthSpreading(read: ReadContext, practice: PracticeRow): Promise<boolean> {
  if (practice.state === 'recognised' || practice.state === 'documented') return true;
  const campaign = practice.campaign_id === null ? null : await findCampaign(read.db, practice.campaign_id);
  if (!campaign) return false;
  const effective = await read.db
    .selectFrom('practice')
    .select('practice.id')
    .where('practice.id', '=', practice.id)
    .where(funnelCondition('effective', funnelBasis(campaign, read.today)))
    .executeTakeFirst();
  return effective !== undefined;
}

/** Offers that concern the caller: put to the caller's units, or made of their practices. */
export async function listOffers(read: ReadContext, query: { campaignId?: string | undefined }) {
  const { access } = read.caller;
  const scope = access.scope('practice.read');
  const rows = await read.db
    .selectFrom('replication_offer')
    .innerJoin('practice', 'practice.id', 'replication_offer.practice_id')
    .innerJoin('campaign', 'campaign.id', 'replication_offer.campaign_id')
    .selectAll('replication_offer')
    .select([
      'practice.name',
      'practice.content',
      'practice.unit_id as source_unit_id',
      'campaign.state as campaign_state',
    ])
    .where(
      sql<boolean>`(${withinScope('replication_offer.unit_id', scope)} or ${withinScope('practice.unit_id', scope)})`,
    )
    .$if(query.campaignId !== undefined, (one) =>
      one.where('replication_offer.campaign_id', '=', query.campaignId ?? ''),
    )
    .orderBy(sql`(replication_offer.state = 'offered')`, 'desc')
    .orderBy('replication_offer.offered_on', 'desc')
    .orderBy('practice.name_folded')
    .orderBy('replication_offer.id')
    .limit(1000)
    .execute();
  const unitOf = await unitsByIds(
    read,
    rows.flatMap((row) => [row.unit_id, row.source_unit_id]),
  );
  return {
    offers: rows.map((row) => ({
      id: row.id,
      practice: {
        id: row.practice_id,
        name: row.name,
        unitName: unitOf(row.source_unit_id).name,
        content: row.content,
      },
      unit: unitOf(row.unit_id),
      message: row.message,
      offeredOn: row.offered_on,
      state: row.state as OfferState,
      declineReason: row.decline_reason,
      // A replica is a record of its own unit: only those who may read there can open it.
      replicaId: access.can('practice.read', row.unit_id) ? row.replica_id : null,
      canAnswer:
        row.state === 'offered' &&
        row.campaign_state === 'open' &&
        access.can('practice.replicate', row.unit_id),
      version: row.version,
    })),
    canOffer: await canOffer(read, query.campaignId),
  };
}

async function canOffer(read: ReadContext, campaignId: string | undefined): Promise<boolean> {
  const { access } = read.caller;
  if (campaignId === undefined) return access.holds('replication.offer');
  const campaign = await findCampaign(read.db, campaignId);
  return (
    campaign !== null && campaign.state !== 'closed' && access.can('replication.offer', campaign.ownerUnitId)
  );
}
