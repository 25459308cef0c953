import type { UnitReportKind, UnitReportState } from '#domain/reports/unit-report.workflow.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { ReportFigure } from './report-figures.reads.ts';

export interface ReportKey {
  readonly campaignId: string;
  readonly unitId: string;
  readonly kind: UnitReportKind;
}

/** Begins the report; null where somebody has begun it already. */
export async function insertReport(command: CommandContext, key: ReportKey): Promise<string | null> {
  const row = await command.db
    .insertInto('unit_report')
    .values({
      id: command.newId(),
      campaign_id: key.campaignId,
      unit_id: key.unitId,
      kind: key.kind,
      state: 'draft',
      updated_at: command.now,
    })
    .onConflict((conflict) => conflict.columns(['campaign_id', 'unit_id', 'kind']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export interface SavedNarrative {
  readonly version: number;
  readonly results: string;
  readonly difficulties: string;
  readonly proposals: string;
}

/** Saves over the version that was read; null where somebody saved in between. */
export async function updateNarrative(
  command: CommandContext,
  id: string,
  saved: SavedNarrative,
): Promise<number | null> {
  const row = await command.db
    .updateTable('unit_report')
    .set((set) => ({
      results: saved.results,
      difficulties: saved.difficulties,
      proposals: saved.proposals,
      updated_at: command.now,
      version: set('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', saved.version)
    .returning('version')
    .executeTakeFirst();
  return row?.version ?? null;
}

/** Moves a report; sending freezes the figures, and the first sending is the one that counts as on time or late. */
export async function setReportState(
  command: CommandContext,
  report: { id: string; submitted_at: string | null },
  to: { state: UnitReportState; returnReason?: string | null; counted?: readonly ReportFigure[] },
): Promise<number> {
  const row = await command.db
    .updateTable('unit_report')
    .set((set) => ({
      state: to.state,
      return_reason: to.returnReason ?? null,
      updated_at: command.now,
      version: set('version', '+', 1),
      ...(to.counted
        ? { counted: JSON.stringify(to.counted), submitted_at: report.submitted_at ?? command.now }
        : {}),
    }))
    .where('id', '=', report.id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}
