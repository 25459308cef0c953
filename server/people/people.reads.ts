import type { peopleApi } from '#contract/people.ts';
import type { ParsedQuery } from '#contract/endpoint.ts';
import type { Day } from '#domain/kernel/day.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import { postWord, type BodyKind, type Post } from '#domain/people/bodies.ts';
import { personHistoryWords } from '#domain/people/person.words.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { historyOf } from '#server/platform/history.reads.ts';
import { sql } from 'kysely';
import { actNames } from './acts.reads.ts';
import { within } from './bodies.reads.ts';
import { positionsOfPerson, seatOf } from './members.reads.ts';
import {
  bodyRefOf,
  holds,
  type UnitRef,
  unitsOn,
  visibleBody,
  visiblePerson,
  visiblePersonById,
} from './people-scope.reads.ts';
import { accountName } from './person-links.reads.ts';

type ListQuery = ParsedQuery<(typeof peopleApi)['GET /api/people']>;

interface ListedPost {
  readonly id: string;
  readonly person_id: string;
  readonly name: string;
  readonly kind: string;
  readonly unit_id: string;
  readonly post: string;
  readonly title: string;
}

/** Persons with the posts they held on a day. Names and posts only. */
export async function listPeople(read: ReadContext, query: ListQuery) {
  const day = query.day ?? read.today;
  const folded = foldVietnamese(query.q ?? '');
  const inOffice = sql<boolean>`exists (select 1 from body_position p join body on body.id = p.body_id
    where p.person_id = person.id and ${holds('p', day)} and ${visibleBody(read)} and ${within(read, query.unitId)})`;
  const byUnit =
    query.unitId === undefined
      ? sql<boolean>`true`
      : sql<boolean>`(${within(read, query.unitId, 'person.unit_id')} or ${inOffice})`;
  const where = sql`${visiblePerson(read)} and person.name_folded like ${`%${folded}%`} and ${byUnit}
    and ${query.inOffice === undefined ? sql`true` : inOffice}`;
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from person where ${where}`.execute(read.db);
  const { rows } = await sql<{ id: string; name: string; unit_id: string }>`
    select id, name, unit_id from person where ${where}
    order by name collate "vi-x-icu", id
    limit ${query.size} offset ${(query.page - 1) * query.size}`.execute(read.db);
  const held = await postsOn(
    read,
    rows.map((row) => row.id),
    day,
  );
  const unitOf = await unitsOn(
    read.db,
    [...rows, ...held].map((row) => row.unit_id),
    day,
  );
  const postsOf = Map.groupBy(held, (row) => row.person_id);
  return {
    day,
    total: counted[0]?.total ?? 0,
    items: rows.map((row) => ({
      id: row.id,
      name: row.name,
      unit: unitOf(row.unit_id),
      posts: (postsOf.get(row.id) ?? []).map((post) => postOf(post, unitOf)),
    })),
  };
}

function postOf(row: ListedPost, unitOf: (id: string) => UnitRef) {
  return {
    body: bodyRefOf(row, unitOf),
    postName: postWord(row.kind as BodyKind, row.post as Post),
    title: row.title,
  };
}

async function postsOn(read: ReadContext, personIds: readonly string[], day: Day): Promise<ListedPost[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<ListedPost>`
    select body.id, p.person_id, body.name, body.kind, body.unit_id, p.post, p.title
    from body_position p join body on body.id = p.body_id
    where p.person_id = any(${[...personIds]}::uuid[]) and ${holds('p', day)} and ${visibleBody(read)}
    order by p.valid_from, body.id`.execute(read.db);
  return rows;
}

/** A person with every post in bodies that the caller may see; contacts only for those who keep the entry. */
export async function readPerson(read: ReadContext, id: string) {
  const person = await visiblePersonById(read, id);
  const keeps = read.caller.access.can('people.manage', person.unit_id);
  const { access } = read.caller;
  return {
    id: person.id,
    name: person.name,
    unit: (await unitsOn(read.db, [person.unit_id], read.today))(person.unit_id),
    // Who meets the person in a body of his own area only is not told the account.
    account:
      person.account_id !== null && access.can('people.read', person.unit_id)
        ? await accountName(read.db, person.account_id)
        : null,
    contact: keeps ? { phone: person.phone, email: person.email } : null,
    version: person.version,
    positions: await lifeLine(read, id),
    actions: keeps ? personActions(person.account_id !== null) : [],
    history: access.can('people.read', person.unit_id)
      ? (await historyOf(read.db, 'person', id)).map((entry) => ({
          ...entry,
          label: personHistoryWords[entry.action] ?? entry.action,
        }))
      : [],
  };
}

function personActions(hasAccount: boolean) {
  return [
    { action: 'mend', label: 'Sửa thông tin', allowed: true, reason: null, mend: null },
    {
      action: 'hand_over',
      label: 'Bàn giao công việc',
      allowed: hasAccount,
      reason: hasAccount ? null : 'người này chưa gắn với tài khoản nào',
      mend: hasAccount ? null : 'Gắn tài khoản ở mục Sửa thông tin để thấy việc đang giữ.',
    },
  ];
}

async function lifeLine(read: ReadContext, personId: string) {
  const all = await positionsOfPerson(read.db, personId);
  if (all.length === 0) return [];
  const bodies = await read.db
    .selectFrom('body')
    .selectAll()
    .where(
      'id',
      'in',
      all.map((row) => row.bodyId),
    )
    .where(sql<boolean>`${visibleBody(read)}`)
    .execute();
  const bodyOf = new Map(bodies.map((row) => [row.id, row]));
  const names = await actNames(
    read,
    all.flatMap((row) => [row.begunBy, row.endedBy ?? []].flat()),
  );
  const unitOf = await unitsOn(
    read.db,
    [...bodies.map((row) => row.unit_id), ...all.flatMap((row) => row.unitIds)],
    read.today,
  );
  return all.flatMap((row) => {
    const body = bodyOf.get(row.bodyId);
    if (!body) return [];
    const { person: _, ...seat } = seatOf(row, body.kind as BodyKind, unitOf);
    return [
      {
        ...seat,
        positionId: row.id,
        body: bodyRefOf(body, unitOf),
        validFrom: row.validFrom,
        validTo: row.validTo,
        begunBy: names.get(row.begunBy) ?? '',
        endedBy: row.endedBy === null ? null : (names.get(row.endedBy) ?? ''),
      },
    ];
  });
}
