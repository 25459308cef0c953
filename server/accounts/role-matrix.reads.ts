import type { auditApi } from '#contract/audit.ts';
import type { FileAnswer, HandlerResult } from '#contract/endpoint.ts';
import {
  dutiesOf,
  permissionAreas,
  permissionWords,
  roleSummaries,
} from '#domain/access/permission-words.ts';
import { permissions, permissionsOfRole, roles, roleWords, type Role } from '#domain/access/permissions.ts';
import { formatDay, type Day } from '#domain/kernel/day.ts';
import { workbookAnswer } from '#server/excel/workbook-answer.ts';
import type { WriteColumn } from '#server/excel/write-table.ts';
import { unitNames } from '#server/organisations/organisations.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { sql } from 'kysely';

type Matrix = HandlerResult<(typeof auditApi)['GET /api/role-matrix']>;

/** What each role may do, and who held it where on a day: as the system let them, not as it was dated later. */
export async function readRoleMatrix(read: ReadContext, asked: { day?: Day | undefined }): Promise<Matrix> {
  const day = asked.day ?? read.today;
  const holders = await holdersOn(read, day);
  return {
    day,
    roles: roles.map((role) => ({
      role,
      name: roleWords[role],
      summary: roleSummaries[role],
      holders: new Set(holders.filter((one) => one.role === role).map((one) => one.username)).size,
    })),
    areas: permissionAreas.map((name) => ({
      name,
      permissions: permissions
        .filter((permission) => permissionWords[permission].area === name)
        .map((permission) => ({
          permission,
          does: permissionWords[permission].does,
          heldBy: roles.filter((role) => permissionsOfRole[role].includes(permission)),
        })),
    })),
    holders,
  };
}

interface HolderRow {
  readonly key: string;
  readonly role: string;
  readonly unit_id: string;
  readonly covers_subtree: boolean;
  readonly begins_on: string;
  readonly ends_on: string | null;
  readonly account_name: string;
  readonly username: string;
  readonly disabled: boolean;
  readonly granted_by: string | null;
  readonly absent_name: string | null;
}

/** A role counts from the day it was given, whatever day it was dated from, until the day it was taken back. */
async function holdersOn(read: ReadContext, day: Day): Promise<Matrix['holders']> {
  const area = [...read.caller.access.scope('audit.read')];
  const { rows } = await sql<HolderRow>`
    with held as (
      select g.*, giver.display_name as giver_name from role_grant g
        left join account giver on giver.id = g.granted_by
       where g.unit_id = any(${area}::uuid[])
         and greatest(g.begins_on, g.granted_at::date) <= ${day} and (g.ends_on is null or g.ends_on >= ${day})
         and (g.ended_at is null or g.ended_at::date >= ${day})
    )
    select held.id::text as key, held.role, held.unit_id, held.covers_subtree, held.begins_on, held.ends_on,
           a.display_name as account_name, a.username, a.disabled_at is not null as disabled,
           held.giver_name as granted_by, null as absent_name
      from held join account a on a.id = held.account_id
    union all
    select d.id::text || held.id::text, held.role, held.unit_id, held.covers_subtree,
           greatest(held.begins_on, d.begins_on), least(held.ends_on, d.ends_on),
           a.display_name, a.username, a.disabled_at is not null, absent.display_name, absent.display_name
      from held
      join delegated_grant handed on handed.role_grant_id = held.id
      join delegation d on d.id = handed.delegation_id
      join account a on a.id = d.to_account_id
      join account absent on absent.id = d.from_account_id
     where d.begins_on <= ${day} and d.ends_on >= ${day} and d.delegated_at::date <= ${day}
       and (d.ended_at is null or d.ended_at::date >= ${day})
       and (absent.disabled_at is null or absent.disabled_at::date >= ${day})
     order by account_name, username, key`.execute(read.db);
  const units = await unitNames(
    read.db,
    rows.map((row) => row.unit_id),
  );
  return rows
    .map((row) => ({
      key: row.key,
      role: row.role as Role,
      roleName: roleWords[row.role as Role],
      accountName: row.account_name,
      username: row.username,
      disabled: row.disabled,
      unit: units.get(row.unit_id) ?? {
        id: row.unit_id,
        name: '',
        shortName: '',
        kind: 'government_body' as const,
      },
      coversSubtree: row.covers_subtree,
      beginsOn: row.begins_on,
      endsOn: row.ends_on,
      grantedBy: row.granted_by,
      onBehalfOf: row.absent_name,
    }))
    .toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
}

const holderColumns: readonly WriteColumn[] = [
  { key: 'role', header: 'Vai trò', width: 30 },
  { key: 'name', header: 'Người giữ', width: 36 },
  { key: 'username', header: 'Tên đăng nhập', width: 20 },
  { key: 'unit', header: 'Đơn vị', width: 36 },
  { key: 'reach', header: 'Phạm vi', width: 24 },
  { key: 'beginsOn', header: 'Từ ngày', type: 'day', width: 13 },
  { key: 'endsOn', header: 'Đến ngày', type: 'day', width: 13 },
  { key: 'grantedBy', header: 'Người giao', width: 30 },
  { key: 'note', header: 'Ghi chú', width: 40 },
];

/** The matrix and its holders as a workbook of three sheets. */
export async function exportRoleMatrix(
  read: ReadContext,
  asked: { day?: Day | undefined },
): Promise<FileAnswer> {
  const matrix = await readRoleMatrix(read, asked);
  const on = `ngày ${formatDay(matrix.day)}`;
  return workbookAnswer(`bang-phan-quyen-${matrix.day}.xlsx`, [
    {
      sheetName: 'Vai trò và quyền',
      title: `Bảng phân quyền (${on})`,
      columns: [
        { key: 'area', header: 'Phần việc', width: 24 },
        { key: 'does', header: 'Được làm', width: 52 },
        ...matrix.roles.map((role) => ({ key: role.role, header: role.name, width: 16 })),
      ],
      rows: matrix.areas.flatMap((area) =>
        area.permissions.map(({ does, heldBy }) => ({
          area: area.name,
          does,
          ...Object.fromEntries(heldBy.map((role) => [role, '×'])),
        })),
      ),
    },
    {
      sheetName: 'Người giữ vai trò',
      title: `Ai giữ vai trò nào, ở đâu (${on})`,
      columns: holderColumns,
      rows: matrix.holders.map((one) => ({
        role: one.roleName,
        name: one.accountName,
        username: one.username,
        unit: one.unit.name,
        reach: one.coversSubtree ? 'Gồm đơn vị trực thuộc' : 'Chỉ đơn vị này',
        beginsOn: one.beginsOn,
        endsOn: one.endsOn,
        grantedBy: one.grantedBy,
        note: [
          one.onBehalfOf === null ? null : `Được ủy quyền, thay mặt ${one.onBehalfOf}`,
          one.disabled ? 'Tài khoản đang khóa' : null,
        ]
          .filter((word) => word !== null)
          .join('; '),
      })),
    },
    {
      sheetName: 'Vai trò làm gì',
      columns: [
        { key: 'role', header: 'Vai trò', width: 30 },
        { key: 'summary', header: 'Nhiệm vụ', width: 50 },
        { key: 'does', header: 'Được làm', width: 90 },
      ],
      rows: roles.map((role) => ({
        role: roleWords[role],
        summary: roleSummaries[role],
        does: dutiesOf(role)
          .map((group) => `${group.area}: ${group.does.join('; ')}`)
          .join('\n'),
      })),
    },
  ]);
}
