import type { UnitScope } from '#domain/access/unit-scope.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';
import { withinScope } from '#server/organisations/within-scope.reads.ts';
import { namedAtMost } from './home.ts';

/** The records that the home page names one by one. Each asks for units, and answers the newest or most pressing first. */

export interface ReturnedPractice {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly by: string;
  readonly reason: string;
}

/** Registrations that came back, with who sent them back and why. */
export async function returnedPractices(
  db: Db,
  of: { campaignIds: readonly string[]; scope: UnitScope },
): Promise<ReturnedPractice[]> {
  const { rows } = await sql<ReturnedPractice>`
    select p.id, p.name, p.unit_id as "unitId",
      coalesce(h.actor_name, '') as by, coalesce(h.reason, '') as reason
    from practice p
    left join lateral (
      select actor_name, reason, seq from history_entry
      where subject_type = 'practice' and subject_id = p.id and action = 'return'
      order by seq desc limit 1) h on true
    where p.state = 'returned' and p.campaign_id = any(${[...of.campaignIds]}::uuid[])
      and ${withinScope('p.unit_id', of.scope)}
    order by h.seq desc nulls last, p.id limit ${namedAtMost}`.execute(db);
  return rows;
}

export interface WaitingDocument {
  readonly id: string;
  readonly type: string;
  readonly symbol: string | null;
  readonly purpose: string | null;
  readonly subject: string;
  readonly issuerName: string;
  readonly unitId: string;
  readonly sentAt: string;
  /** Practices of that unit which the paper assigns. */
  readonly assigned: number;
}

/** Papers sent to units that have not said they got them. */
export async function unacknowledgedDocuments(
  db: Db,
  unitIds: readonly string[],
): Promise<WaitingDocument[]> {
  const { rows } = await sql<WaitingDocument>`
    select d.id, d.type, d.symbol, d.purpose, d.subject, d.issuer_name as "issuerName",
      s.unit_id as "unitId", s.sent_at as "sentAt",
      (select count(*) from practice p
        where p.assignment_document_id = d.id and p.unit_id = s.unit_id) as assigned
    from document_dispatch s join document d on d.id = s.document_id
    where s.acknowledged_at is null and s.unit_id = any(${[...unitIds]}::uuid[])
    order by s.sent_at desc, d.id limit ${namedAtMost}`.execute(db);
  return rows;
}

export interface DraftDocument {
  readonly id: string;
  readonly type: string;
  readonly purpose: string | null;
  readonly subject: string;
  readonly state: string;
  readonly ownerUnitId: string;
  readonly campaignId: string | null;
}

export async function documentsAwaitingSignature(db: Db, scope: UnitScope): Promise<DraftDocument[]> {
  if (scope.isEmpty) return [];
  return db
    .selectFrom('document')
    .select([
      'id',
      'type',
      'purpose',
      'subject',
      'state',
      'owner_unit_id as ownerUnitId',
      'campaign_id as campaignId',
    ])
    .where('state', '=', 'awaiting_signature')
    .where(withinScope('owner_unit_id', scope))
    .orderBy('updated_at')
    .limit(namedAtMost)
    .execute();
}

/** Our own papers that campaigns were composed, whatever their state. */
export async function papersOf(db: Db, campaignIds: readonly string[]): Promise<DraftDocument[]> {
  if (campaignIds.length === 0) return [];
  return db
    .selectFrom('document')
    .select([
      'id',
      'type',
      'purpose',
      'subject',
      'state',
      'owner_unit_id as ownerUnitId',
      'campaign_id as campaignId',
    ])
    .where('direction', '=', 'own')
    .where('purpose', 'is not', null)
    .where('campaign_id', 'in', [...campaignIds])
    .orderBy('created_at', 'desc')
    .execute();
}

export interface OfferRow {
  readonly id: string;
  readonly practiceName: string;
  readonly fromUnitId: string;
  readonly unitId: string;
  readonly message: string;
}

export async function openOffers(db: Db, scope: UnitScope): Promise<OfferRow[]> {
  const { rows } = await sql<OfferRow>`
    select o.id, p.name as "practiceName", p.unit_id as "fromUnitId", o.unit_id as "unitId", o.message
    from replication_offer o
    join practice p on p.id = o.practice_id
    join campaign c on c.id = o.campaign_id
    where o.state = 'offered' and c.state = 'open' and ${withinScope('o.unit_id', scope)}
    order by o.offered_on desc, o.id limit ${namedAtMost}`.execute(db);
  return rows;
}

export interface DraftMeeting {
  readonly id: string;
  readonly campaignId: string;
  readonly title: string;
  readonly heldOn: Day;
  readonly candidates: number;
}

export async function draftMeetings(db: Db, campaignIds: readonly string[]): Promise<DraftMeeting[]> {
  const { rows } = await sql<DraftMeeting>`
    select m.id, m.campaign_id as "campaignId", m.title, m.held_on as "heldOn",
      (select count(*) from meeting_candidate c where c.meeting_id = m.id) as candidates
    from meeting m
    where m.state = 'draft' and m.campaign_id = any(${[...campaignIds]}::uuid[])
    order by m.held_on, m.id`.execute(db);
  return rows;
}

export interface UpwardRow {
  readonly id: string;
  readonly practiceName: string;
  readonly fromUnitId: string;
  readonly proposedOn: Day;
}

/** Practices proposed to my level that wait for an answer. */
export async function openUpwardProposals(db: Db, scope: UnitScope): Promise<UpwardRow[]> {
  const { rows } = await sql<UpwardRow>`
    select u.id, p.name as "practiceName", p.unit_id as "fromUnitId", u.proposed_on as "proposedOn"
    from upward_proposal u join practice p on p.id = u.practice_id
    where u.state = 'proposed' and ${withinScope('u.to_unit_id', scope)}
    order by u.proposed_on, u.id limit ${namedAtMost}`.execute(db);
  return rows;
}

export async function draftCampaigns(db: Db, scope: UnitScope): Promise<{ id: string; title: string }[]> {
  if (scope.isEmpty) return [];
  return db
    .selectFrom('campaign')
    .select(['id', 'title'])
    .where('state', '=', 'draft')
    .where(withinScope('owner_unit_id', scope))
    .orderBy('year')
    .execute();
}

/** What an administrator looks after: first passwords never changed, roles about to end, units without a term. */
export async function administrationCounts(
  db: Db,
  of: { scope: UnitScope; today: Day; soon: Day; since: string },
): Promise<{ neverSignedIn: number; endingSoon: number }> {
  const { rows } = await sql<{ neverSignedIn: number; endingSoon: number }>`
    select
      count(distinct a.id) filter (where a.must_change_password and a.created_at < ${of.since}::timestamptz) as "neverSignedIn",
      count(distinct a.id) filter (where g.ends_on between ${of.today}::date and ${of.soon}::date) as "endingSoon"
    from role_grant g join account a on a.id = g.account_id
    where ${withinScope('g.unit_id', of.scope)} and g.ended_at is null and a.disabled_at is null
      and (g.ends_on is null or g.ends_on >= ${of.today}::date)`.execute(db);
  return rows[0] ?? { neverSignedIn: 0, endingSoon: 0 };
}

export interface RecentRow {
  readonly at: string;
  readonly actorName: string;
  readonly action: string;
  readonly practiceId: string;
  readonly practiceName: string;
}

/** The newest moves of practices at some units. */
export async function recentMoves(
  db: Db,
  of: { scope: UnitScope; since: string; limit: number },
): Promise<RecentRow[]> {
  if (of.scope.isEmpty) return [];
  const { rows } = await sql<RecentRow>`
    select h.at, h.actor_name as "actorName", h.action, p.id as "practiceId", p.name as "practiceName"
    from history_entry h join practice p on p.id = h.subject_id
    where h.subject_type = 'practice' and h.to_state <> 'draft' and h.at >= ${of.since}::timestamptz
      and ${withinScope('h.unit_id', of.scope)}
    order by h.id desc limit ${of.limit}`.execute(db);
  return rows;
}
