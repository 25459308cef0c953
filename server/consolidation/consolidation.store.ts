import type { Day } from '#domain/kernel/day.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { exactArray } from '#server/reports/exact.reads.ts';
import { sql } from 'kysely';
import type { KeptExample } from './consolidation-record.reads.ts';
import type { Gathered } from './gather.reads.ts';

/** Whoever drafts the same report at the same time waits, and then sees the draft that there is. */
export async function lockEditions(
  command: CommandContext,
  of: { formId: string; unitId: string; periodFrom: Day },
): Promise<void> {
  const key = `${of.formId} ${of.unitId} ${of.periodFrom}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 16))`.execute(command.db);
}

function frozen(gathered: Gathered, examples: readonly KeptExample[]) {
  return {
    form_revision: gathered.revision.revision,
    tree_day: gathered.treeDay,
    sums: exactArray(gathered.sums),
    figures: exactArray(gathered.values),
    report_ids: gathered.reports.map((one) => one.id),
    missing_unit_ids: gathered.missing.map((one) => one.id),
    said: gathered.said,
    examples: JSON.stringify(
      examples.map(({ id, name, placeName, unitName }) => ({ id, name, placeName, unitName })),
    ),
  };
}

export async function insertConsolidation(
  command: CommandContext,
  gathered: Gathered,
  given: {
    edition: number;
    correctionReason: string | null;
    documentId: string;
    examples: readonly KeptExample[];
  },
): Promise<string> {
  const id = command.newId();
  await command.db
    .insertInto('consolidation_report')
    .values({
      id,
      form_id: gathered.form.id,
      unit_id: gathered.unitId,
      period_from: gathered.period.from,
      period_to: gathered.period.to,
      edition: given.edition,
      correction_reason: given.correctionReason,
      document_id: given.documentId,
      ...frozen(gathered, given.examples),
      created_by: command.caller.accountId,
      created_at: command.now,
    })
    .execute();
  return id;
}

/** A draft takes what there is now. */
export async function updateConsolidation(
  command: CommandContext,
  id: string,
  { gathered, examples }: { gathered: Gathered; examples: readonly KeptExample[] },
): Promise<void> {
  await command.db
    .updateTable('consolidation_report')
    .set(frozen(gathered, examples))
    .where('id', '=', id)
    .where('issued_at', 'is', null)
    .execute();
}

/** The reports stay as they are until this transaction ends: none is returned or corrected under an issue. */
export async function lockReports(command: CommandContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await command.db
    .selectFrom('report')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forShare()
    .execute();
}

export async function markConsolidationIssued(command: CommandContext, id: string): Promise<void> {
  await command.db
    .updateTable('consolidation_report')
    .set({ issued_at: command.now })
    .where('id', '=', id)
    .execute();
}
