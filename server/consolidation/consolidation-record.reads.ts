import type { Day } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Figures } from '#domain/reports/figures.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';

/** A practice shown in a consolidated report, as it was called when that was drafted. */
export interface KeptExample {
  readonly id: string;
  readonly name: string;
  readonly placeName: string | null;
  readonly unitName: string;
}

/** A consolidated report as it was drafted, or frozen when it was issued. */
export interface ConsolidationRecord {
  readonly id: string;
  readonly formId: string;
  readonly formRevision: number;
  readonly unitId: string;
  readonly periodFrom: Day;
  readonly periodTo: Day;
  readonly edition: number;
  readonly correctionReason: string | null;
  readonly documentId: string;
  readonly treeDay: Day;
  readonly sums: readonly bigint[];
  readonly figures: Figures;
  readonly reportIds: readonly string[];
  readonly missingUnitIds: readonly string[];
  readonly said: string;
  readonly examples: readonly KeptExample[];
  readonly issuedAt: string | null;
}

interface Row extends Omit<ConsolidationRecord, 'sums' | 'figures'> {
  readonly sums: string[];
  readonly figures: (string | null)[];
}

const columns = sql`
  id, form_id as "formId", form_revision as "formRevision", unit_id as "unitId", period_from as "periodFrom",
  period_to as "periodTo", edition, correction_reason as "correctionReason", document_id as "documentId",
  tree_day as "treeDay", sums::text[] as sums, figures::text[] as figures, report_ids::text[] as "reportIds",
  missing_unit_ids::text[] as "missingUnitIds", said, examples, issued_at as "issuedAt"`;

function toRecord(row: Row): ConsolidationRecord {
  return {
    ...row,
    sums: row.sums.map(BigInt),
    figures: row.figures.map((one) => (one === null ? null : BigInt(one))),
  };
}

/** The consolidated report, if the caller may read reports of its unit. */
export async function visibleConsolidation(
  context: Pick<ReadContext, 'db' | 'caller'>,
  id: string,
): Promise<ConsolidationRecord> {
  const { rows } = await sql<Row>`select ${columns} from consolidation_report where id = ${id}`.execute(
    context.db,
  );
  const [row] = rows;
  if (!row || !context.caller.access.can('unit_report.read', row.unitId)) throw new Problem('not_found');
  return toRecord(row);
}

/** The consolidated report that a document is the paper of; null for every other document. */
export async function consolidationOfDocument(
  db: Db,
  documentId: string,
): Promise<ConsolidationRecord | null> {
  const { rows } = await sql<Row>`
    select ${columns} from consolidation_report where document_id = ${documentId}::uuid`.execute(db);
  const [row] = rows;
  return row ? toRecord(row) : null;
}

/** The newest edition of a form, unit and period; null before the first. */
export async function latestEdition(
  db: Db,
  of: { formId: string; unitId: string; periodFrom: Day },
): Promise<ConsolidationRecord | null> {
  const { rows } = await sql<Row>`
    select ${columns} from consolidation_report
    where form_id = ${of.formId}::uuid and unit_id = ${of.unitId}::uuid and period_from = ${of.periodFrom}::date
    order by edition desc limit 1`.execute(db);
  const [row] = rows;
  return row ? toRecord(row) : null;
}

/** The edition before a correction; null for a first edition. */
export async function editionBefore(
  db: Db,
  of: ConsolidationRecord,
): Promise<{ documentId: string; symbol: string; issuedOn: Day | null } | null> {
  const row = await db
    .selectFrom('consolidation_report')
    .innerJoin('document', 'document.id', 'consolidation_report.document_id')
    .select(['document.id as documentId', 'document.symbol', 'document.issued_on as issuedOn'])
    .where('form_id', '=', of.formId)
    .where('unit_id', '=', of.unitId)
    .where('period_from', '=', of.periodFrom)
    .where('edition', '=', of.edition - 1)
    .executeTakeFirst();
  return row ? { ...row, symbol: row.symbol ?? '' } : null;
}
