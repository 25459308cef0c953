import type { ParsedQuery } from '#contract/endpoint.ts';
import type { accountsApi } from '#contract/accounts.ts';
import { addDays } from '#domain/kernel/day.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { sql } from 'kysely';
import { auditProblem, auditSummary } from './audit-words.ts';

type AuditQuery = ParsedQuery<(typeof accountsApi)['GET /api/audit']>;

/**
 * The audit trail of my area, newest first: what was done to its units' records, and what its people tried. Only
 * who audits a root sees what belongs to no unit (strangers, accounts without a role).
 */
export async function listAudit(read: ReadContext, query: AuditQuery) {
  const matching = read.db
    .selectFrom('audit_entry')
    .leftJoin('account', 'account.id', 'audit_entry.account_id')
    .where(inMyArea(read))
    .$if(query.accountId !== undefined, (rows) =>
      rows.where('audit_entry.account_id', '=', query.accountId ?? ''),
    )
    .$if(query.outcome !== undefined, (rows) =>
      rows.where('audit_entry.outcome', '=', query.outcome ?? 'done'),
    )
    .$if(query.from !== undefined, (rows) => rows.where('audit_entry.at', '>=', startOfDay(query.from ?? '')))
    .$if(query.to !== undefined, (rows) =>
      rows.where('audit_entry.at', '<', startOfDay(addDays(query.to ?? '', 1))),
    );
  const { total } = await matching
    .select((count) => count.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await matching
    .selectAll('audit_entry')
    .select('account.display_name')
    .orderBy('audit_entry.seq', 'desc')
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .execute();
  return {
    total,
    items: rows.map((row) => ({
      seq: row.seq,
      at: row.at,
      accountName: row.display_name,
      endpoint: row.endpoint,
      summary: auditSummary(row.endpoint),
      subjectType: row.subject_type,
      subjectId: row.subject_id,
      outcome: row.outcome === 'refused' ? ('refused' as const) : ('done' as const),
      problem: auditProblem(row.problem),
    })),
  };
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
