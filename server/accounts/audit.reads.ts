import type { auditApi } from '#contract/audit.ts';
import type { FileAnswer, ParsedQuery } from '#contract/endpoint.ts';
import { signedAs } from '#domain/access/delegation.ts';
import { addDays, formatDay } from '#domain/kernel/day.ts';
import { formatInstant } from '#domain/kernel/instant.ts';
import { workbookAnswer } from '#server/excel/workbook-answer.ts';
import type { WriteColumn } from '#server/excel/write-table.ts';
import { unitNames } from '#server/organisations/organisations.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { sql } from 'kysely';
import { auditProblem, auditSummary } from './audit-words.ts';

type AuditQuery = ParsedQuery<(typeof auditApi)['GET /api/audit']>;
type AuditFilter = Omit<AuditQuery, 'page' | 'size'>;

/**
 * The audit trail of my area, newest first: what was done to its units' records, and what its people tried. Only
 * who audits a root sees what belongs to no unit (strangers, accounts without a role).
 */
export async function listAudit(read: ReadContext, query: AuditQuery) {
  const matching = auditIn(read, query);
  const { total } = await matching
    .select((count) => count.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await entriesOf(matching)
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .execute();
  return { total, items: await describe(read, rows) };
}

function auditIn(read: ReadContext, filter: AuditFilter) {
  return read.db
    .selectFrom('audit_entry')
    .leftJoin('account', 'account.id', 'audit_entry.account_id')
    .leftJoin('account as absent', 'absent.id', 'audit_entry.on_behalf_of')
    .where(inMyArea(read))
    .$if(filter.accountId !== undefined, (rows) =>
      rows.where((where) =>
        where.or([
          where('audit_entry.account_id', '=', filter.accountId ?? ''),
          where('audit_entry.on_behalf_of', '=', filter.accountId ?? ''),
        ]),
      ),
    )
    .$if(filter.unitId !== undefined, (rows) => rows.where(atUnit(read, filter.unitId ?? '')))
    .$if(filter.outcome !== undefined, (rows) =>
      rows.where('audit_entry.outcome', '=', filter.outcome ?? 'done'),
    )
    .$if(filter.from !== undefined, (rows) =>
      rows.where('audit_entry.at', '>=', startOfDay(filter.from ?? '')),
    )
    .$if(filter.to !== undefined, (rows) =>
      rows.where('audit_entry.at', '<', startOfDay(addDays(filter.to ?? '', 1))),
    );
}

/** What is about a unit or one below it; of what names no unit, what its people tried. */
function atUnit(read: ReadContext, unitId: string) {
  const units = read.tree.has(unitId) ? read.tree.subtree(unitId) : [unitId];
  return sql<boolean>`(audit_entry.unit_id = any(${units}::uuid[]) or (audit_entry.unit_id is null
    and audit_entry.account_id in (select g.account_id from role_grant g where g.unit_id = any(${units}::uuid[]))))`;
}

function entriesOf(matching: ReturnType<typeof auditIn>) {
  return matching
    .selectAll('audit_entry')
    .select(['account.display_name', 'absent.display_name as absent_name'])
    .orderBy('audit_entry.seq', 'desc');
}

type Row = Awaited<ReturnType<ReturnType<typeof entriesOf>['execute']>>[number];

async function describe(read: ReadContext, rows: readonly Row[]) {
  const units = await unitNames(
    read.db,
    rows.flatMap((row) => (row.unit_id === null ? [] : [row.unit_id])),
  );
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    accountName: row.display_name,
    onBehalfOf: row.absent_name,
    endpoint: row.endpoint,
    summary: auditSummary(row.endpoint),
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    unitName: units.get(row.unit_id ?? '')?.name ?? null,
    outcome: row.outcome === 'refused' ? ('refused' as const) : ('done' as const),
    problem: auditProblem(row.problem),
  }));
}

function startOfDay(day: string): string {
  return `${day}T00:00:00+07:00`;
}

function inMyArea(read: ReadContext) {
  const scope = read.caller.access.scope('audit.read');
  const units = read.tree.all();
  if (units.every((unit) => scope.has(unit.id))) return sql<boolean>`true`;
  const area = [...scope];
  const auditsRoot = units.some((unit) => unit.parentId === null && scope.has(unit.id));
  // What somebody of the area did elsewhere, by a role held elsewhere, is that other area's to audit.
  return sql<boolean>`(
    audit_entry.unit_id = any(${area}::uuid[])
    or (audit_entry.unit_id is null and (
      audit_entry.account_id in (select g.account_id from role_grant g where g.unit_id = any(${area}::uuid[]))
      or (${auditsRoot}::boolean and not exists (
        select 1 from role_grant g where g.account_id = audit_entry.account_id))))
  )`;
}

const columns = [
  { key: 'seq', header: 'Số dòng', type: 'integer', width: 10 },
  { key: 'at', header: 'Lúc', width: 20 },
  { key: 'who', header: 'Ai', width: 38 },
  { key: 'what', header: 'Việc', width: 44 },
  { key: 'unit', header: 'Đơn vị', width: 32 },
  { key: 'outcome', header: 'Kết quả', width: 14 },
  { key: 'problem', header: 'Vì sao', width: 48 },
] as const satisfies readonly WriteColumn[];

type Key = (typeof columns)[number]['key'];

/** The trail as it is filtered, as Excel, streamed. */
export async function exportAudit(read: ReadContext, filter: AuditFilter): Promise<FileAnswer> {
  return workbookAnswer<Key>(`nhat-ky-he-thong-${read.today}.xlsx`, [
    {
      sheetName: 'Nhật ký',
      title: `Nhật ký hệ thống (lập ngày ${formatDay(read.today)})`,
      columns,
      rows: exportRows(read, filter),
    },
  ]);
}

const readAtOnce = 1_000;

async function* exportRows(
  read: ReadContext,
  filter: AuditFilter,
): AsyncGenerator<Record<Key, string | number | null>> {
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const rows = await entriesOf(auditIn(read, filter).where('audit_entry.seq', '<', before))
      .limit(readAtOnce)
      .execute();
    for (const row of await describe(read, rows)) {
      before = row.seq;
      const absent = row.onBehalfOf === null ? null : { accountId: '', displayName: row.onBehalfOf };
      yield {
        seq: row.seq,
        at: formatInstant(row.at),
        who: signedAs(row.accountName ?? 'Chưa đăng nhập', absent),
        what: row.summary,
        unit: row.unitName,
        outcome: row.outcome === 'done' ? 'Đã làm' : 'Bị từ chối',
        problem: row.problem,
      };
    }
    if (rows.length < readAtOnce) return;
  }
}
