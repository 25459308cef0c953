import { standingOn, type HeldGrant, type Standing } from '#domain/access/delegation.ts';
import { roleWords, type Role } from '#domain/access/permissions.ts';
import type { Day } from '#domain/kernel/day.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import { unitNames } from '#server/organisations/organisations.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { prepared } from '#server/platform/database/prepared.ts';
import { sql, type RawBuilder } from 'kysely';

/** A grant as it is read; days as texts. */
export interface HeldRow {
  readonly id: string;
  readonly role: string;
  readonly unit_id: string;
  readonly begins_on: string;
  readonly ends_on: string | null;
  readonly covers_subtree: boolean;
  readonly absent_id: string | null;
  readonly absent_name: string | null;
}

/**
 * What an account holds: its own roles, and those handed to it while both the delegation and the role behind it
 * last. A giver whose account is closed lends nothing.
 */
export async function heldGrants(db: Db, accountId: string): Promise<HeldGrant[]> {
  const { rows } = await sql<HeldRow>`${heldBy(sql`${accountId}::uuid`)} ${prepared}`.execute(db);
  return heldFrom(rows);
}

/** The question for what an account holds, for use within another. */
export function heldBy(accountId: RawBuilder<unknown>): RawBuilder<HeldRow> {
  return sql<HeldRow>`
    select id, role, unit_id, begins_on, ends_on, covers_subtree, null::uuid as absent_id, null as absent_name
      from role_grant where account_id = ${accountId} and ended_at is null
    union all
    select held.id, held.role, held.unit_id, greatest(held.begins_on, d.begins_on), least(held.ends_on, d.ends_on),
           held.covers_subtree, giver.id, giver.display_name
      from delegation d
      join delegated_grant handed on handed.delegation_id = d.id
      join role_grant held on held.id = handed.role_grant_id
      join account giver on giver.id = d.from_account_id
     where d.to_account_id = ${accountId} and d.ended_at is null
       and held.ended_at is null and giver.disabled_at is null`;
}

export function heldFrom(rows: readonly HeldRow[]): HeldGrant[] {
  return rows.map((row) => ({
    id: row.id,
    role: row.role as Role,
    unitId: row.unit_id,
    from: row.begins_on,
    to: row.ends_on,
    coversSubtree: row.covers_subtree,
    onBehalfOf:
      row.absent_id === null ? null : { accountId: row.absent_id, displayName: row.absent_name ?? '' },
  }));
}

export interface HandedGrant {
  readonly id: string;
  readonly role: Role;
  readonly unitId: string;
  readonly coversSubtree: boolean;
  readonly beginsOn: Day;
  readonly endsOn: Day | null;
}

export interface Delegation {
  readonly id: string;
  readonly from: { readonly id: string; readonly name: string };
  readonly to: { readonly id: string; readonly name: string };
  readonly beginsOn: Day;
  readonly endsOn: Day;
  readonly reason: string;
  readonly delegatedAt: string;
  readonly endedAt: string | null;
  readonly endReason: string | null;
  /** Over also when every role behind it is over, or the giver's account is closed. */
  readonly standing: Standing;
  readonly grants: readonly HandedGrant[];
}

/** All delegations given or received by some accounts, the newest first. */
export async function delegationsOf(
  db: Db,
  accountIds: readonly string[],
  today: Day,
): Promise<Delegation[]> {
  if (accountIds.length === 0) return [];
  const rows = await db
    .selectFrom('delegation as d')
    .innerJoin('account as giver', 'giver.id', 'd.from_account_id')
    .innerJoin('account as receiver', 'receiver.id', 'd.to_account_id')
    .innerJoin('delegated_grant as handed', 'handed.delegation_id', 'd.id')
    .innerJoin('role_grant as held', 'held.id', 'handed.role_grant_id')
    .selectAll('d')
    .select([
      'giver.display_name as giver_name',
      'giver.disabled_at as giver_closed_at',
      'receiver.display_name as receiver_name',
      'held.id as grant_id',
      'held.role',
      'held.unit_id',
      'held.covers_subtree',
      'held.begins_on as held_from',
      'held.ends_on as held_to',
      'held.ended_at as held_ended_at',
    ])
    .where((where) =>
      where.or([
        where('d.from_account_id', 'in', [...accountIds]),
        where('d.to_account_id', 'in', [...accountIds]),
      ]),
    )
    .orderBy('d.begins_on', 'desc')
    .orderBy('d.id', 'desc')
    .orderBy('held.id')
    .execute();
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const lost = (row: (typeof group)[number]): boolean =>
      row.held_ended_at !== null || (row.held_to !== null && row.held_to < today);
    const ended = first.ended_at !== null || first.giver_closed_at !== null || group.every(lost);
    return [
      {
        id: first.id,
        from: { id: first.from_account_id, name: first.giver_name },
        to: { id: first.to_account_id, name: first.receiver_name },
        beginsOn: first.begins_on,
        endsOn: first.ends_on,
        reason: first.reason,
        delegatedAt: first.delegated_at,
        endedAt: first.ended_at,
        endReason: first.end_reason,
        standing: standingOn(today, { beginsOn: first.begins_on, endsOn: first.ends_on, ended }),
        grants: group.map((row) => ({
          id: row.grant_id,
          role: row.role as Role,
          unitId: row.unit_id,
          coversSubtree: row.covers_subtree,
          beginsOn: row.held_from,
          endsOn: row.held_to,
        })),
      },
    ];
  });
}

/** Roles of one's own right that last today or will: only these can be handed on. */
export async function ownGrants(db: Db, accountId: string, today: Day): Promise<HandedGrant[]> {
  const rows = await db
    .selectFrom('role_grant')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('role', '<>', 'citizen')
    .where('ended_at', 'is', null)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>=', today)]))
    .orderBy('begins_on')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    role: row.role as Role,
    unitId: row.unit_id,
    coversSubtree: row.covers_subtree,
    beginsOn: row.begins_on,
    endsOn: row.ends_on,
  }));
}

/** GET /api/delegations: mine to hand on, given and received. */
export async function readDelegations(read: ReadContext) {
  const me = read.caller.accountId;
  const own = await ownGrants(read.db, me, read.today);
  const all = await delegationsOf(read.db, [me], read.today);
  const units = await unitNames(read.db, [
    ...new Set([...own, ...all.flatMap((one) => one.grants)].map((grant) => grant.unitId)),
  ]);
  const describe = ({ unitId, ...grant }: HandedGrant) => ({
    ...grant,
    roleName: roleWords[grant.role],
    unitName: units.get(unitId)?.name ?? '',
  });
  return {
    own: own.map(describe),
    items: all.map((one) => {
      const given = one.from.id === me;
      return {
        id: one.id,
        direction: given ? ('given' as const) : ('received' as const),
        otherName: given ? one.to.name : one.from.name,
        beginsOn: one.beginsOn,
        endsOn: one.endsOn,
        reason: one.reason,
        standing: one.standing,
        delegatedAt: one.delegatedAt,
        endedAt: one.endedAt,
        endReason: one.endReason,
        grants: one.grants.map(describe),
        actions:
          one.standing === 'past'
            ? []
            : [
                {
                  action: 'end',
                  label: given ? 'Thu lại ủy quyền' : 'Trả lại ủy quyền',
                  allowed: true,
                  reason: null,
                  mend: null,
                },
              ],
      };
    }),
  };
}

type Held = Pick<HandedGrant, 'unitId' | 'coversSubtree'>;

/** Units whose people may stand in for somebody with these roles: the same, those above, and those the role covers. */
function unitsAround(tree: ReadContext['tree'], grants: readonly Held[]): string[] {
  const around = grants
    .filter(({ unitId }) => tree.has(unitId))
    .flatMap(({ unitId, coversSubtree }) => [
      ...tree.pathTo(unitId),
      ...(coversSubtree ? tree.subtree(unitId) : []),
    ]);
  return [...new Set(around)];
}

const receiversAtMost = 20;

/** GET /api/delegation-receivers: colleagues at, above or below the units where I work. */
export async function findReceivers(read: ReadContext, q: string | undefined) {
  const own = await ownGrants(read.db, read.caller.accountId, read.today);
  const working = own.filter((grant) => grant.beginsOn <= read.today);
  const rows = await workingAt(read, unitsAround(read.tree, working))
    .where(
      sql<boolean>`regexp_replace(unaccent(lower(account.display_name)), '[^a-z0-9]+', ' ', 'g') like ${`%${foldVietnamese(q ?? '')}%`}`,
    )
    .orderBy('account.display_name')
    .limit(receiversAtMost * 5)
    .execute();
  const people = [...Map.groupBy(rows, (row) => row.id).values()].slice(0, receiversAtMost);
  return {
    items: people.flatMap(([first]) =>
      first
        ? [
            {
              id: first.id,
              displayName: first.display_name,
              detail: `${roleWords[first.role as Role]} · ${read.tree.find(first.unit_id)?.name ?? ''}`,
            },
          ]
        : [],
    ),
  };
}

/** Whether an account works today where somebody may stand in for this role. */
export async function worksAround(read: ReadContext, accountId: string, grant: Held): Promise<boolean> {
  const row = await workingAt(read, unitsAround(read.tree, [grant]))
    .where('account.id', '=', accountId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function workingAt(read: ReadContext, unitIds: readonly string[]) {
  return read.db
    .selectFrom('account')
    .innerJoin('role_grant as g', 'g.account_id', 'account.id')
    .select(['account.id', 'account.display_name', 'g.role', 'g.unit_id'])
    .where('account.id', '<>', read.caller.accountId)
    .where('account.disabled_at', 'is', null)
    .where('g.role', '<>', 'citizen')
    .where('g.ended_at', 'is', null)
    .where('g.begins_on', '<=', read.today)
    .where((where) => where.or([where('g.ends_on', 'is', null), where('g.ends_on', '>=', read.today)]))
    .where(sql<boolean>`g.unit_id = any(${[...unitIds]}::uuid[])`);
}

/** For the home page: who stands in for whom today. */
export async function standInsToday(read: ReadContext) {
  const me = read.caller.accountId;
  const all = await delegationsOf(read.db, [me], read.today);
  return all
    .filter((one) => one.standing === 'now')
    .map((one) => ({
      direction: one.from.id === me ? ('given' as const) : ('received' as const),
      otherName: one.from.id === me ? one.to.name : one.from.name,
      roles: [...new Set(one.grants.map((grant) => roleWords[grant.role]))],
      endsOn: one.endsOn,
    }));
}
