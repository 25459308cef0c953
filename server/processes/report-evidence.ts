import type { ParsedBody } from '#contract/endpoint.ts';
import type { reportsApi } from '#contract/reports.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { stateChanged } from '#server/platform/history.reads.ts';
import { attachEvidence, findEvidenceOf, markEvidenceWithdrawn } from '#server/practices/evidence.store.ts';
import { lockFor, recordAct, refuseWhenBlocked } from '#server/reports/report.commands.ts';
import type { Opened } from '#server/reports/report-record.reads.ts';
import { noteWriter } from '#server/reports/report.store.ts';

/** Attaches uploads to a report that is being written. */
export async function attachToReport(
  command: CommandContext,
  id: string,
  given: ParsedBody<(typeof reportsApi)['POST /api/reports/:id/evidence']>,
): Promise<{ id: string }> {
  const { report } = await lockForWriting(command, id);
  await attachEvidence(command, {
    subject: { type: 'unit_report', id },
    practiceId: null,
    files: given.files,
    path: 'files',
  });
  await noteWriter(command, id);
  await recordAct(command, report, { action: 'attach', details: { files: given.files.length } });
  return { id };
}

/** Takes a wrong piece back; it stays in the history. */
export async function detachFromReport(
  command: CommandContext,
  at: { id: string; evidenceId: string },
  reason: string,
): Promise<{ id: string }> {
  const { report } = await lockForWriting(command, at.id);
  const evidence = await findEvidenceOf(command, { type: 'unit_report', id: at.id }, at.evidenceId);
  if (!evidence) throw new Problem('not_found');
  if (evidence.withdrawn)
    throw await stateChanged(command.db, {
      type: 'unit_report',
      id: report.id,
      stateWords: 'Minh chứng đã thu hồi',
    });
  await markEvidenceWithdrawn(command, at.evidenceId, reason);
  await noteWriter(command, at.id);
  await recordAct(command, report, {
    action: 'detach',
    reason,
    details: { evidenceId: at.evidenceId, fileName: evidence.fileName },
  });
  return { id: at.evidenceId };
}

async function lockForWriting(command: CommandContext, id: string): Promise<Opened> {
  const opened = await lockFor(command, 'edit', id);
  await refuseWhenBlocked(command, 'edit', { opened, counted: opened.report.counted });
  return opened;
}
