import type { BodyKind } from '#domain/people/bodies.ts';
import { bodyKindWords } from '#domain/people/bodies.ts';
import type { Permission } from '#domain/access/permissions.ts';
import type { UnitScope } from '#domain/access/unit-scope.ts';
import type { Day } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { UnitKind } from '#domain/organisations/unit-kinds.ts';
import type { Body, Person } from '#db/types.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql, type RawBuilder, type Selectable } from 'kysely';
import { withinScope } from '#server/organisations/within-scope.reads.ts';

export type BodyRow = Selectable<Body> & { kind: BodyKind };
export type PersonRow = Selectable<Person>;
type Asking = Pick<ReadContext, 'db' | 'caller'>;

function unitsOf({ caller }: Pick<ReadContext, 'caller'>, permission: Permission): UnitScope {
  return caller.access.scope(permission);
}

/** Bodies the caller may see, as a condition on table `body`: those at the units of the caller's area. */
export function visibleBody(asking: Pick<ReadContext, 'caller'>): RawBuilder<boolean> {
  return sql`(body.withdrawn_at is null and ${withinScope('body.unit_id', unitsOf(asking, 'people.read'))})`;
}

/** Persons the caller may see, on table `person`: kept in the caller's area, or once in a body of it. */
export function visiblePerson(asking: Pick<ReadContext, 'caller'>): RawBuilder<boolean> {
  const units = unitsOf(asking, 'people.read');
  return sql`(${withinScope('person.unit_id', units)} or exists (
    select 1 from body_position p join body b on b.id = p.body_id
    where p.person_id = person.id and b.withdrawn_at is null and ${withinScope('b.unit_id', units)}))`;
}

/** The body, if the caller may see it; `forUpdate` lets one act on it through at a time. */
export async function visibleBodyById(
  asking: Asking,
  id: string,
  options: { forUpdate?: boolean } = {},
): Promise<BodyRow> {
  let query = asking.db.selectFrom('body').selectAll().where('id', '=', id).where(visibleBody(asking));
  if (options.forUpdate) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return row as BodyRow;
}

export async function visiblePersonById(
  asking: Asking,
  id: string,
  options: { forUpdate?: boolean } = {},
): Promise<PersonRow> {
  let query = asking.db.selectFrom('person').selectAll().where('id', '=', id).where(visiblePerson(asking));
  if (options.forUpdate) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return row;
}

/** Of the persons named, those the caller may see. */
export async function visiblePersons(
  asking: Asking,
  ids: readonly string[],
): Promise<Map<string, PersonRow>> {
  if (ids.length === 0) return new Map();
  const rows = await asking.db
    .selectFrom('person')
    .selectAll()
    .where('id', 'in', [...ids])
    .where(visiblePerson(asking))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export interface UnitRef {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
}

/** Units by id as they were called on a day; one that did not exist then, as it was called nearest to it. */
export async function unitsOn(db: Db, ids: readonly string[], day: Day): Promise<(id: string) => UnitRef> {
  const wanted = [...new Set(ids)];
  const { rows } =
    wanted.length === 0
      ? { rows: [] }
      : await sql<UnitRef>`
    select distinct on (unit_id) unit_id as id, name, short_name as "shortName", kind
    from unit_version where unit_id = any(${wanted}::uuid[])
    order by unit_id, valid_from <= ${day}::date desc,
      case when valid_from <= ${day}::date then valid_from end desc, valid_from`.execute(db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (id) => byId.get(id) ?? { id, name: '', shortName: '', kind: 'government_body' };
}

/** A body as answers name it. */
export function bodyRefOf(
  body: { id: string; name: string; kind: string; unit_id: string },
  unitOf: (id: string) => UnitRef,
) {
  const kind = body.kind as BodyKind;
  return { id: body.id, name: body.name, kind, kindName: bodyKindWords[kind], unit: unitOf(body.unit_id) };
}

/** A span that holds a day, on columns of a table alias. */
export function holds(alias: string, day: Day): RawBuilder<boolean> {
  const from = sql.ref(`${alias}.valid_from`);
  const to = sql.ref(`${alias}.valid_to`);
  return sql`(${from} <= ${day}::date and (${to} is null or ${to} > ${day}::date))`;
}
