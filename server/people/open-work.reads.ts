import { beyondOwn } from '#domain/access/granting.ts';
import { permissionsOfRole, roleWords, type Role } from '#domain/access/permissions.ts';
import { documentTypeName, findDocumentTypeCode } from '#domain/documents/document-types.ts';
import { documentStateWords, type DocumentState } from '#domain/documents/document.workflow.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { postWord, type BodyKind, type Post } from '#domain/people/bodies.ts';
import { handOverBlocked, type OpenWorkKind } from '#domain/people/hand-over.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { sql } from 'kysely';
import { holds, type PersonRow, unitsOn, visiblePersonById } from './people-scope.reads.ts';

/** One piece of work that hangs on a person, and whether the caller may give it to somebody else. */
export interface OpenWorkItem {
  readonly kind: OpenWorkKind;
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly link: string | null;
  readonly blocked: { reason: string; mend: string } | null;
}

/** The open work of a person whose entry the caller keeps. */
export async function readOpenWork(read: ReadContext, personId: string) {
  const person = await keptPerson(read, personId);
  return { person: { id: person.id, name: person.name }, items: await openWorkOf(read, person, null) };
}

/** A person whose entry the caller keeps: 403 for who only sees it. */
export async function keptPerson(
  read: ReadContext,
  id: string,
  options: { forUpdate?: boolean } = {},
): Promise<PersonRow> {
  const person = await visiblePersonById(read, id, options);
  if (!read.caller.access.can('people.manage', person.unit_id)) throw new Problem('forbidden');
  return person;
}

/** Roles, areas in running plans, drafts, and posts in other bodies than the one that is left. */
export async function openWorkOf(
  read: ReadContext,
  person: PersonRow,
  leftBodyId: string | null,
): Promise<OpenWorkItem[]> {
  const account = person.account_id;
  const ofAccount =
    account === null
      ? []
      : [
          ...(await grantsOf(read, account)),
          ...(await areasOf(read, account)),
          ...(await draftsOf(read, account)),
        ];
  return [...ofAccount, ...(await postsElsewhere(read, person.id, leftBodyId))];
}

async function grantsOf(read: ReadContext, accountId: string): Promise<OpenWorkItem[]> {
  const rows = await read.db
    .selectFrom('role_grant')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>=', read.today)]))
    .orderBy('begins_on')
    .orderBy('id')
    .execute();
  const unitOf = await unitsOn(
    read.db,
    rows.map((row) => row.unit_id),
    read.today,
  );
  const { access, accountId: mine } = read.caller;
  return rows.map((row) => {
    const role = row.role as Role;
    const asked = {
      role,
      unitId: row.unit_id,
      beginsOn: row.begins_on > read.today ? row.begins_on : read.today,
      endsOn: row.ends_on,
      coversSubtree: row.covers_subtree,
    };
    // Nobody takes back his own administration (server/accounts).
    const isOwnAdministration = mine === accountId && permissionsOfRole[role].includes('account.manage');
    const mayGive = !isOwnAdministration && beyondOwn(asked, access.grants, read.tree) === null;
    const where = access.can('people.read', row.unit_id)
      ? unitOf(row.unit_id).name
      : 'đơn vị ngoài phạm vi của bạn';
    return {
      kind: 'grant',
      id: row.id,
      title: `${roleWords[role]} – ${where}`,
      detail: `từ ${formatDay(row.begins_on)}${row.ends_on === null ? '' : ` đến ${formatDay(row.ends_on)}`}${row.covers_subtree ? ', cả đơn vị trực thuộc' : ''}`,
      link: null,
      blocked: handOverBlocked({ kind: 'grant', mayGive }),
    };
  });
}

async function areasOf(read: ReadContext, accountId: string): Promise<OpenWorkItem[]> {
  const { rows } = await sql<{ id: string; title: string; ownerUnitId: string; post: string; areas: number }>`
    select c.id, c.title, c.owner_unit_id as "ownerUnitId", string_agg(m ->> 'post', '; ') as post,
      sum(jsonb_array_length(m -> 'areaUnitIds'))::int as areas
    from campaign c, jsonb_array_elements(c.plan -> 'members') m
    where c.state in ('draft', 'open') and m ->> 'accountId' = ${accountId}
    group by c.id, c.title, c.owner_unit_id, c.year order by c.year, c.id`.execute(read.db);
  return rows.map((row) => ({
    kind: 'campaign_area',
    id: row.id,
    title: row.post,
    detail: `${row.title}${row.areas > 0 ? ` · phụ trách ${row.areas} đơn vị` : ''}`,
    link: read.caller.access.reachesFromBelow('campaign.read', row.ownerUnitId)
      ? `/chien-dich/${row.id}/ke-hoach`
      : null,
    blocked: handOverBlocked({
      kind: 'campaign_area',
      mayGive: read.caller.access.can('campaign.manage', row.ownerUnitId),
    }),
  }));
}

async function draftsOf(read: ReadContext, accountId: string): Promise<OpenWorkItem[]> {
  const rows = await read.db
    .selectFrom('document')
    .leftJoin('draft_keeper', 'draft_keeper.document_id', 'document.id')
    .select(['document.id', 'document.type', 'document.subject', 'document.state', 'document.owner_unit_id'])
    .where('document.direction', '=', 'own')
    .where('document.state', 'in', ['draft', 'awaiting_signature'])
    .where(sql<boolean>`coalesce(draft_keeper.account_id, document.created_by) = ${accountId}`)
    .orderBy('document.created_at')
    .orderBy('document.id')
    .execute();
  const { access } = read.caller;
  return rows.map((row) => ({
    kind: 'draft',
    id: row.id,
    title: paperTitle(row.type, row.subject),
    detail: documentStateWords[row.state as DocumentState],
    link: access.can('document.read', row.owner_unit_id) ? `/van-ban/${row.id}` : null,
    blocked: handOverBlocked({ kind: 'draft', mayGive: access.can('people.manage', row.owner_unit_id) }),
  }));
}

function paperTitle(type: string, subject: string): string {
  const code = findDocumentTypeCode(type);
  return code === null ? subject : `${documentTypeName(code)} ${subject}`;
}

async function postsElsewhere(
  read: ReadContext,
  personId: string,
  leftBodyId: string | null,
): Promise<OpenWorkItem[]> {
  const rows = await read.db
    .selectFrom('body_position')
    .innerJoin('body', 'body.id', 'body_position.body_id')
    .select([
      'body.id',
      'body.name',
      'body.kind',
      'body.unit_id',
      'body_position.post',
      'body_position.title',
    ])
    .where('body_position.person_id', '=', personId)
    .where('body.withdrawn_at', 'is', null)
    .where(sql<boolean>`${holds('body_position', read.today)}`)
    .where(sql<boolean>`body.id is distinct from ${leftBodyId}::uuid`)
    .orderBy('body_position.valid_from')
    .execute();
  return rows
    .filter((row) => read.caller.access.can('people.read', row.unit_id))
    .map((row) => ({
      kind: 'position',
      id: row.id,
      title: `${postWord(row.kind as BodyKind, row.post as Post)} – ${row.name}`,
      detail: row.title,
      link: `/to-chuc/ban-khoi-to/${row.id}`,
      blocked: handOverBlocked({ kind: 'position', mayGive: false }),
    }));
}
