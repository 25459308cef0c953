import type { peopleApi } from '#contract/people.ts';
import type { ParsedQuery } from '#contract/endpoint.ts';
import type { Day } from '#domain/kernel/day.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { sql, type RawBuilder } from 'kysely';
import { bodyRefOf, holds, unitsOn, visibleBody, type BodyRow } from './people-scope.reads.ts';

type ListQuery = ParsedQuery<(typeof peopleApi)['GET /api/bodies']>;

interface ListedBody extends BodyRow {
  readonly member_count: number;
  readonly head: { name: string; title: string } | null;
  readonly last_act_on: Day;
}

/** Columns of a body's row in a list, as it stood on a day. */
function listedOn(day: Day) {
  return sql`body.*,
    (select count(*)::int from body_position p where p.body_id = body.id and ${holds('p', day)}) as member_count,
    (select jsonb_build_object('name', person.name, 'title', p.title) from body_position p
      join person on person.id = p.person_id
      where p.body_id = body.id and p.post = 'head' and ${holds('p', day)}) as head,
    (select max(c.on_day) from consolidation c where c.body_id = body.id and c.reversed_at is null) as last_act_on`;
}

export async function listBodies(read: ReadContext, query: ListQuery) {
  const day = query.day ?? read.today;
  const where = sql`${visibleBody(read)} and ${holds('body', day)} and ${kindIs(query)} and ${within(read, query.unitId)}
    and ${mentions(query.q, day)}`;
  const { rows: counted } = await sql<{
    total: number;
  }>`select count(*)::int as total from body where ${where}`.execute(read.db);
  const { rows } = await sql<ListedBody>`
    select ${listedOn(day)} from body where ${where}
    order by array_position(array['steering_committee', 'standing_board', 'mobilisation_bloc', 'mobilisation_team', 'inspection_team'], body.kind),
      body.name collate "vi-x-icu", body.id
    limit ${query.size} offset ${(query.page - 1) * query.size}`.execute(read.db);
  const unitOf = await unitsOn(
    read.db,
    rows.map((row) => row.unit_id),
    day,
  );
  return { day, total: counted[0]?.total ?? 0, items: rows.map((row) => bodyRow(row, unitOf)) };
}

function bodyRow(row: ListedBody, unitOf: Parameters<typeof bodyRefOf>[1]) {
  return {
    ...bodyRefOf(row, unitOf),
    memberCount: row.member_count,
    head: row.head,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    foundingKnown: row.founding_known,
    lastActOn: row.last_act_on,
  };
}

/** The row of one body, for its record. */
export async function listedBody(read: ReadContext, body: BodyRow, day: Day) {
  const { rows } =
    await sql<ListedBody>`select ${listedOn(day)} from body where body.id = ${body.id}`.execute(read.db);
  const [row] = rows;
  if (!row) throw new Error('a body that was just read is gone');
  return bodyRow(row, await unitsOn(read.db, [row.unit_id], day));
}

function kindIs({ kind }: ListQuery): RawBuilder<boolean> {
  return kind === undefined ? sql`true` : sql`body.kind = ${kind}`;
}

/** At a unit or below it, with the units whose records stand there. */
export function within(
  read: ReadContext,
  unitId: string | undefined,
  column = 'body.unit_id',
): RawBuilder<boolean> {
  if (unitId === undefined) return sql`true`;
  return sql`${sql.ref(column)} = any(${[unitId, ...read.tree.holdings(unitId)]}::uuid[])`;
}

/** By the body's name, its unit's, or that of somebody who sat in it on the day. */
function mentions(q: string | undefined, day: Day): RawBuilder<boolean> {
  const folded = foldVietnamese(q ?? '');
  if (folded === '') return sql`true`;
  const like = `%${folded}%`;
  return sql`(body.name_folded like ${like}
    or exists (select 1 from unit_version v where v.unit_id = body.unit_id and v.name_folded like ${like} and ${holds('v', day)})
    or exists (select 1 from body_position p join person on person.id = p.person_id
      where p.body_id = body.id and ${holds('p', day)} and person.name_folded like ${like}))`;
}
