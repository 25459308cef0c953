import { addDays, yearOf, type Day } from '#domain/kernel/day.ts';
import type { Practice } from '#db/types.ts';
import type { AskedDay } from '#server/organisations/asked-day.reads.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql, type RawBuilder } from 'kysely';

/** The tables as a query sees them: as they are, or as they were on a day. */
export type Facts = Pick<Db, 'selectFrom'>;
type Row = Record<string, unknown>;

/**
 * The register as it was known at the end of a day. Each table that a figure or a list looks at is shadowed by a
 * query of its rows of that day under its own name, so that the very same conditions answer both questions. Only
 * what is asked of them is read: they are folded into the query and never made in full. Only the outermost query is
 * made of this: a query inside it sees the same tables by their names. `only` names the tables that a query looks at,
 * where it is asked so often that reading the others' definitions would be felt: by thousands of units, each of the few
 * practices that it has.
 */
export function factsOn(db: Db, asked: Pick<AskedDay, 'day' | 'past'>, only?: readonly string[]): Facts {
  if (!asked.past) return db;
  const tables = Object.entries(tablesOn(asked.day, only !== undefined));
  const [first, ...others] = only ? tables.filter(([table]) => only.includes(table)) : tables;
  if (!first) return db;
  const begun = db.with(
    (name) => name(first[0]).notMaterialized(),
    () => sql<Row>`(${first[1]})`,
  );
  return others.reduce(
    (query, [table, rows]) =>
      query.with(
        (name) => name(table).notMaterialized(),
        () => sql<Row>`(${rows})`,
      ),
    begun,
  ) as unknown as Facts;
}

function tablesOn(day: Day, ofFew: boolean): Record<string, RawBuilder<Row>> {
  const end = sql`${`${addDays(day, 1)}T00:00:00+07:00`}::timestamptz`;
  return {
    practice: practicesOn(day, { end, ofFew }),
    evidence: sql`select id, subject_type, subject_id, practice_id, file_id, caption, added_by, added_at,
        null::timestamptz as withdrawn_at, null::text as withdraw_reason
      from evidence where added_at < ${end} and (withdrawn_at is null or withdrawn_at >= ${end})`,
    self_check: sql`select * from self_check where at < ${end}`,
    score_sheet: sql`select * from score_sheet where scored_on <= ${day}::date`,
    document: sql`select * from document where state in ('issued', 'received') and coalesce(issued_on, received_on) <= ${day}::date`,
    upward_proposal: sql`select id, practice_id, to_unit_id, proposed_on, reason,
        case when decided_on <= ${day}::date then state else 'proposed' end as state, decided_on, decision_symbol, version
      from upward_proposal where proposed_on <= ${day}::date`,
    reward_proposal: sql`select id, campaign_id, practice_id, track, form, recipient_name, recipient_subject, level, reason,
        case when decided_on <= ${day}::date then state else 'proposed' end as state, decided_on, decision_symbol, created_at, version
      from reward_proposal where created_at < ${end}`,
    replication_offer: sql`select id, practice_id, campaign_id, unit_id, message, offered_on,
        ${stateOn('replication_offer', { end, was: sql`'offered'` })} as state, decline_reason, replica_id, version
      from replication_offer where offered_on <= ${day}::date`,
    report: sql`select id, form_id, unit_id, period_from, period_to,
        ${stateOn('report', { end, was: sql`'draft'`, subject: 'unit_report' })} as state, due_on,
        case when first_submitted_at < ${end} then first_submitted_at end as first_submitted_at
      from report where created_at < ${end}`,
  };
}

/** The state that the newest entry of a record's history before `end` gave it; `was` before any. */
function stateOn(
  table: string,
  given: { end: RawBuilder<unknown>; was: RawBuilder<unknown>; subject?: string },
): RawBuilder<string> {
  return sql`coalesce((select h.to_state from history_entry h
    where h.subject_type = ${given.subject ?? table} and h.subject_id = ${sql.ref(`${table}.id`)}
      and h.to_state is not null and h.at < ${given.end}
    order by h.seq desc limit 1), ${given.was})`;
}

/** A move touches `updated_at`, so that a practice untouched since the day needs no look into its history. */
function practiceStateOn(end: RawBuilder<unknown>): RawBuilder<string> {
  const firstLater = sql`(select h.from_state from history_entry h
    where h.subject_type = 'practice' and h.subject_id = practice.id and h.from_state is not null and h.at >= ${end}
    order by h.seq limit 1)`;
  return sql`case when practice.updated_at < ${end} then practice.state
    else ${stateOn('practice', { end, was: sql`${firstLater}, practice.state` })} end`;
}

/**
 * Practices known on a day, each with the unit that kept it then and, as `kept_by`, the one that keeps it today, whose
 * readers may open it. What was read from an old paper is known from the first year of its stage on. Two parts, so
 * that the practices of a unit are found by index: the few that a split moved, and all others. Where few practices are
 * asked for, each is looked up among those moved: put together with these, all that were ever moved would be read.
 */
function practicesOn(
  day: Day,
  { end, ofFew }: { end: RawBuilder<unknown>; ofFew: boolean },
): RawBuilder<Row> {
  const holds = sql`held.practice_id = practice.id and (held.valid_from is null or held.valid_from <= ${day}::date)
    and (held.valid_to is null or held.valid_to > ${day}::date)`;
  const known = sql`(practice.created_at < ${end} or (practice.state = 'documented' and coalesce(
    (select stage.from_year from stage where stage.id = practice.stage_id), 0) <= ${yearOf(day)}::int))`;
  const columns = (unitId: string): RawBuilder<unknown> =>
    sql.join([
      ...asTheyAre.map((column) => sql.ref(`practice.${column}`)),
      sql`${sql.ref(unitId)} as unit_id`,
      sql`practice.unit_id as kept_by`,
      sql`${practiceStateOn(end)} as state`,
      ...moments.map(([column, actions]) => sql`${momentOn(column, actions, end)} as ${sql.ref(column)}`),
    ]);
  return sql`select ${columns('practice.unit_id')} from practice
      where ${known} and not exists (select 1 from practice_holding held where ${holds} ${ofFew ? sql`offset 0` : sql``})
    union all
    select ${columns('held.unit_id')} from practice_holding held join practice on ${holds} where ${known}`;
}

/** Moments that a later act sets again, with the acts that set them; null for any. */
const moments = [
  ['submitted_at', ['submit']],
  ['decided_at', ['accept', 'decline']],
  ['last_sign_of_life_at', null],
] as const;

function momentOn(
  column: string,
  actions: readonly string[] | null,
  end: RawBuilder<unknown>,
): RawBuilder<string> {
  const moment = sql.ref(`practice.${column}`);
  const byThese = actions === null ? sql`true` : sql`h.action = any(${[...actions]}::text[])`;
  return sql`case when ${moment} < ${end} then ${moment} when ${moment} is not null then (
    select max(h.at) from history_entry h
    where h.subject_type = 'practice' and h.subject_id = practice.id and h.at < ${end} and ${byThese}) end`;
}

type Moving = 'unit_id' | 'state' | 'submitted_at' | 'decided_at' | 'last_sign_of_life_at';

/** Every other column; a registration is kept as it was last written. */
const asTheyAre = Object.keys({
  assignment_document_id: true,
  base_field: true,
  campaign_id: true,
  consent_to_publish: true,
  content: true,
  created_at: true,
  created_by: true,
  details: true,
  ends_on: true,
  field_code: true,
  figure_set_id: true,
  id: true,
  intake: true,
  name: true,
  name_folded: true,
  nature: true,
  origin: true,
  owner_name: true,
  place_text: true,
  place_unit_id: true,
  recognition_document_id: true,
  responsible_name: true,
  responsible_phone: true,
  source_document_id: true,
  source_passage: true,
  source_practice_id: true,
  stage_id: true,
  starts_on: true,
  subject: true,
  updated_at: true,
  version: true,
} satisfies Record<Exclude<keyof Practice, Moving>, true>);
