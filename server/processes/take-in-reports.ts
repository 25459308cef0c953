import type { ParsedQuery, ResponseOf } from '#contract/endpoint.ts';
import type { reportInterchangeApi } from '#contract/report-interchange.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { askedPeriod } from '#domain/reports/asked-periods.ts';
import type { FileFault } from '#domain/reports/interchange.ts';
import { periodWords } from '#domain/reports/report-period.ts';
import { unitNames } from '#server/organisations/organisations.reads.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { StoredFile } from '#server/platform/files/file-store.ts';
import { insertFile } from '#server/platform/files/files.store.ts';
import { checkReports, isWritten, type ReadyReport } from '#server/report-interchange/check-reports.reads.ts';
import { readReportFile } from '#server/report-interchange/read-report-file.ts';
import { visibleForm, type FormRecord } from '#server/reports/form-record.reads.ts';
import { beginReport, recordAct, saveReport } from '#server/reports/report.commands.ts';
import { visibleReport } from '#server/reports/report-record.reads.ts';

type Api = typeof reportInterchangeApi;
type Taken = ResponseOf<Api['POST /api/report-file-imports']>;

const FAULTS_NAMED = 300;

/** Reads reports of a file into drafts: all of them, or none and every bad place is named. */
export async function takeInReports(
  command: CommandContext,
  asked: ParsedQuery<Api['POST /api/report-file-imports']>,
  upload: StoredFile,
): Promise<Taken> {
  const form = await visibleForm(command, asked.formId);
  const { reports, faults: unread } = await readReportFile(await command.files.read(upload.sha256), upload);
  if (reports.length === 0 && unread.length === 0) throw new Problem('import_empty');
  const checked = await checkReports(command, form, reports);
  const over = await overwritten(command, form, checked.ready);
  const wrong = [...unread, ...checked.faults];
  const asksFirst = wrong.length === 0 && asked.dryRun === 'false' && asked.overwrite === 'false';
  const faults = asksFirst ? over : wrong;
  const writes = faults.length === 0 && asked.dryRun === 'false';
  if (writes) await writeDrafts(command, { formId: form.id, upload, ready: checked.ready });
  return {
    read: reports.length,
    unchanged: checked.unchanged,
    written: writes ? checked.ready.length : 0,
    overwrites: over.slice(0, FAULTS_NAMED).map((one) => one.message),
    faultCount: faults.length,
    faults: faults.slice(0, FAULTS_NAMED),
  };
}

/** Drafts that somebody is writing and that the file would replace: named, and written over only where that is asked. */
async function overwritten(
  command: CommandContext,
  form: FormRecord,
  ready: readonly ReadyReport[],
): Promise<FileFault[]> {
  const written = ready.filter(isWritten);
  const names = await unitNames(
    command.db,
    written.map((one) => one.unitId),
  );
  return written.map(({ unitId, periodFrom, where }) => {
    const period = askedPeriod(form, periodFrom);
    const words = period ? `, ${periodWords(form.periodKind, period)}` : '';
    return { where, message: `Ghi đè bản nháp đang viết của ${names.get(unitId)?.name ?? ''}${words}` };
  });
}

async function writeDrafts(
  command: CommandContext,
  given: { formId: string; upload: StoredFile; ready: readonly ReadyReport[] },
): Promise<void> {
  const { formId, upload } = given;
  if (given.ready.length > 0) await insertFile(command, upload);
  // In one order, so that two files that name the same reports do not wait for each other in a ring.
  const ordered = given.ready.toSorted((a, b) =>
    `${a.unitId} ${a.periodFrom}` < `${b.unitId} ${b.periodFrom}` ? -1 : 1,
  );
  for (const { unitId, periodFrom, said, kept } of ordered) {
    const { id } = await beginReport(command, { formId, unitId, periodFrom });
    const { version } = await visibleReport(command, id);
    await saveReport(command, id, {
      version,
      nothingToReport: said.nothingToReport ?? kept?.nothingToReport ?? false,
      stated: said.stated,
      reasons: withoutEmpty(said.reasons, kept?.reasons ?? {}),
      narrative: withoutEmpty(said.narrative, kept?.narrative ?? {}),
    });
    await recordAct(
      command,
      { id, unit_id: unitId },
      { action: 'import', details: { fileName: upload.name, sha256: upload.sha256 } },
    );
  }
}

/** Empty words are written only over others. */
function withoutEmpty(
  given: Readonly<Record<string, string>>,
  kept: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(given).filter(([code, text]) => text !== '' || code in kept));
}
