import type { consolidationApi } from '#contract/consolidation.ts';
import type { ParsedBody } from '#contract/endpoint.ts';
import { invalidInput, Problem } from '#domain/kernel/problem.ts';
import { periodWords } from '#domain/reports/report-period.ts';
import {
  consolidationOfDocument,
  editionBefore,
  latestEdition,
  type ConsolidationRecord,
} from '#server/consolidation/consolidation-record.reads.ts';
import {
  insertConsolidation,
  lockEditions,
  lockReports,
  markConsolidationIssued,
  updateConsolidation,
} from '#server/consolidation/consolidation.store.ts';
import { asked, gather, type Gathered } from '#server/consolidation/gather.reads.ts';
import { recomposeDraft } from '#server/documents/documents.commands.ts';
import { visibleDocumentById, type DocumentRow } from '#server/documents/document-access.reads.ts';
import { totalsAreQueued } from '#server/reports/totals-queued.reads.ts';
import { insertDraft, insertLink } from '#server/documents/documents.store.ts';
import { composeConsolidated } from '#server/papers/compose-consolidated.reads.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';

type Composed = Omit<Awaited<ReturnType<typeof composeConsolidated>>, 'examples'>;

interface Drafted {
  id: string;
  documentId: string;
  edition: number;
}

/**
 * Drafts a consolidated report from below: the first edition, or a correction of an issued one with its reason. There
 * is one open draft of a form, unit and period at a time.
 */
export async function draftConsolidated(
  command: CommandContext,
  given: ParsedBody<(typeof consolidationApi)['POST /api/consolidated-reports']>,
): Promise<Drafted> {
  const { access } = command.caller;
  const of = await asked(command, given);
  if (!access.can('unit_report.read', given.unitId)) throw new Problem('not_found');
  if (!access.can('document.draft', given.unitId)) throw new Problem('forbidden');
  if (!command.tree.has(given.unitId))
    throw invalidInput([
      {
        path: 'unitId',
        message: 'Đơn vị không còn hoạt động, không ban hành văn bản; lập báo cáo ở đơn vị kế thừa',
      },
    ]);
  await lockEditions(command, given);
  const latest = await latestEdition(command.db, given);
  if (latest?.issuedAt === null) return redraft(command, latest, given);
  const correctionReason = given.correctionReason.trim();
  if (latest && correctionReason === '')
    throw invalidInput([
      { path: 'correctionReason', message: 'Báo cáo của kỳ này đã ban hành; ghi lý do lập bản đính chính' },
    ]);
  const gathered = await gatherSome(command, of);
  return insertEdition(command, gathered, { latest, correctionReason, practiceIds: given.practiceIds });
}

async function gatherSome(command: CommandContext, of: Parameters<typeof gather>[1]): Promise<Gathered> {
  const gathered = await gather(command, of);
  if (gathered.reports.length === 0)
    throw new Problem('report_nothing_below', { period: periodWords(of.form.periodKind, of.period) });
  return gathered;
}

async function insertEdition(
  command: CommandContext,
  gathered: Gathered,
  given: {
    latest: ConsolidationRecord | null;
    correctionReason: string;
    practiceIds: readonly string[] | null;
  },
): Promise<Drafted> {
  const { latest } = given;
  const documentId = command.newId();
  const edition = (latest?.edition ?? 0) + 1;
  const correctionReason = latest ? given.correctionReason : null;
  const replaced = latest && (await visibleDocumentById(command, latest.documentId));
  const { examples, ...composed } = await composeConsolidated(command, gathered, {
    practiceIds: given.practiceIds,
    correction: replaced
      ? { symbol: replaced.symbol ?? '', issuedOn: replaced.issued_on, reason: given.correctionReason }
      : null,
  });
  await insertDraft(command, {
    id: documentId,
    ownerUnitId: gathered.unitId,
    campaignId: null,
    purpose: null,
    ...composed,
  });
  if (replaced)
    await insertLink(command, documentId, { kind: 'replaces', targetId: replaced.id, targetText: '' });
  const id = await insertConsolidation(command, gathered, {
    edition,
    correctionReason,
    documentId,
    examples,
  });
  await command.record({
    subjectType: 'document',
    subjectId: documentId,
    unitId: gathered.unitId,
    documentId,
    action: 'compose',
    toState: 'draft',
    reason: correctionReason,
    details: { consolidation: id, edition, reports: gathered.reports.length },
  });
  return { id, documentId, edition };
}

/** The open draft made anew, where the officer asked for that; else it is named. */
async function redraft(
  command: CommandContext,
  latest: ConsolidationRecord,
  given: { replaceDraft: boolean; draftVersion: number | null; practiceIds: readonly string[] | null },
): Promise<Drafted> {
  const { id, documentId, edition } = latest;
  if (!given.replaceDraft)
    throw new Problem('action_blocked', {
      action: 'lập dự thảo mới',
      reason: 'báo cáo tổng hợp của kỳ này đang có dự thảo',
      mend: 'Mở dự thảo để sửa, hoặc chọn lập lại từ báo cáo của các đơn vị.',
    });
  if (given.draftVersion === null)
    throw invalidInput([
      { path: 'draftVersion', message: 'Mở dự thảo đang có để xem, rồi chọn lập lại từ đó' },
    ]);
  await recomposeDraft(command, documentId, {
    version: given.draftVersion,
    compose: (row) => composeAgain(command, latest, row, given.practiceIds),
  });
  return { id, documentId, edition };
}

/** Composes a draft again from what reports below say now; null where the document is no consolidated report. */
export async function recomposeConsolidated(
  command: CommandContext,
  document: DocumentRow,
): Promise<Composed | null> {
  const record = await consolidationOfDocument(command.db, document.id);
  return record && composeAgain(command, record, document, null);
}

async function composeAgain(
  command: CommandContext,
  record: ConsolidationRecord,
  document: DocumentRow,
  practiceIds: readonly string[] | null,
): Promise<Composed> {
  const of = await asked(command, record);
  const gathered = await gatherSome(command, of);
  const before = record.edition > 1 ? await editionBefore(command.db, record) : null;
  const { examples, ...composed } = await composeConsolidated(command, gathered, {
    // Where none stood in it, by now there may be some.
    practiceIds: practiceIds ?? (document.practice_ids.length > 0 ? document.practice_ids : null),
    correction: before && { ...before, reason: record.correctionReason ?? '' },
  });
  await updateConsolidation(command, record.id, { gathered, examples });
  return composed;
}

/**
 * Freezes what a consolidated report says when it is issued: the reports below stand still, and what they amount to
 * must be what the draft says.
 */
export async function freezeConsolidated(command: CommandContext, document: DocumentRow): Promise<void> {
  const record = await consolidationOfDocument(command.db, document.id);
  if (!record) return;
  if (await totalsAreQueued(command.db))
    throw new Problem('action_blocked', {
      action: 'ban hành',
      reason: 'số tổng hợp đang được tính lại theo đơn vị mới sắp xếp',
      mend: 'Chờ vài phút, lập lại dự thảo từ báo cáo của các đơn vị rồi ban hành.',
    });
  await lockReports(command, record.reportIds);
  const now = await gather(command, await asked(command, record));
  if (now.said !== record.said)
    throw new Problem('action_blocked', {
      action: 'ban hành',
      reason: 'báo cáo của các đơn vị đã thay đổi sau khi lập dự thảo',
      mend: 'Lập lại dự thảo từ báo cáo của các đơn vị rồi ban hành.',
    });
  await markConsolidationIssued(command, record.id);
}
