import type { CommandContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';

export interface Continued {
  readonly id: string;
  readonly sourceId: string;
  readonly unitId: string;
}

export interface CarryOver {
  readonly campaignId: string;
  readonly years: number;
  readonly practices: readonly Continued[];
}

/** What the rules look at before a practice is carried over; locked, so that nobody moves it meanwhile. */
export function lockForCarryOver(
  db: Db,
  ids: readonly string[],
): Promise<{ id: string; name: string; unit_id: string; state: string; campaign_id: string | null }[]> {
  return db
    .selectFrom('practice')
    .select(['id', 'name', 'unit_id', 'state', 'campaign_id'])
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Copies registrations as drafts of the new campaign, their dates moved on; nothing of what was decided comes along. */
export async function copyAsContinued(command: CommandContext, carry: CarryOver): Promise<void> {
  if (carry.practices.length === 0) return;
  await sql`
    insert into practice (id, campaign_id, unit_id, intake, state, nature, subject, origin, source_practice_id,
      field_code, base_field, name, name_folded, place_unit_id, place_text, starts_on, ends_on, content,
      owner_name, responsible_name, responsible_phone, details, consent_to_publish, created_by, created_at, updated_at)
    select copy.id, ${carry.campaignId}::uuid, p.unit_id, 1, 'draft', p.nature, p.subject, 'continued', p.id,
      p.field_code, p.base_field, p.name, p.name_folded, p.place_unit_id, p.place_text,
      (p.starts_on + make_interval(years => ${carry.years}::int))::date,
      (p.ends_on + make_interval(years => ${carry.years}::int))::date,
      p.content, p.owner_name, p.responsible_name, p.responsible_phone, p.details, p.consent_to_publish,
      ${command.caller.accountId}::uuid, ${command.now}::timestamptz, ${command.now}::timestamptz
    from practice p
    join unnest(${carry.practices.map((one) => one.id)}::uuid[], ${carry.practices.map((one) => one.sourceId)}::uuid[])
      as copy(id, source_id) on copy.source_id = p.id`.execute(command.db);
}
