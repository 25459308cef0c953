import type { FileAnswer } from '#contract/endpoint.ts';
import { paperSchema } from '#domain/documents/paper.ts';
import { invalidInput } from '#domain/kernel/problem.ts';
import { periodWords } from '#domain/reports/report-period.ts';
import { namesOn } from '#server/organisations/asked-day.reads.ts';
import { treeOn } from '#server/organisations/organisations.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { formOfReport, revisionOf } from '#server/reports/form-record.reads.ts';
import { wordMediaType } from '#server/word/word-media-type.ts';
import { writePaper } from '#server/word/write-paper.ts';
import { visibleConsolidation, type ConsolidationRecord } from './consolidation-record.reads.ts';
import { renderTemplate } from './render-template.ts';
import { templateData } from './template-data.ts';
import { visibleTemplate } from './templates.reads.ts';

/** The consolidated report as Word: in an office's template where one is named, else in our own layout. */
export async function consolidatedFile(
  context: ReadContext,
  asked: { id: string; templateId: string | undefined },
): Promise<FileAnswer> {
  const record = await visibleConsolidation(context, asked.id);
  const document = await context.db
    .selectFrom('document')
    .select(['symbol', 'paper'])
    .where('id', '=', record.documentId)
    .executeTakeFirstOrThrow();
  const paper = paperSchema.parse(document.paper);
  const name =
    document.symbol === null ? 'Dự thảo Báo cáo' : `Báo cáo ${document.symbol.replaceAll('/', '-')}`;
  const content =
    asked.templateId === undefined
      ? await writePaper(paper)
      : await fromTemplate(context, record, {
          templateId: asked.templateId,
          paper,
        });
  return { fileName: `${name}.docx`, mediaType: wordMediaType, content };
}

async function fromTemplate(
  context: ReadContext,
  record: ConsolidationRecord,
  given: { templateId: string; paper: ReturnType<typeof paperSchema.parse> },
): Promise<Buffer> {
  const { db } = context;
  const template = await visibleTemplate(context, given.templateId);
  if (template.form_id !== null && template.form_id !== record.formId)
    throw invalidInput([{ path: 'templateId', message: 'Mẫu này dành cho biểu báo cáo khác' }]);
  const form = await formOfReport(db, record.formId);
  const period = { from: record.periodFrom, to: record.periodTo };
  const names = await namesOn(context, { tree: await treeOn(db, record.treeDay, db) }, [
    record.unitId,
    ...record.missingUnitIds,
  ]);
  const data = templateData({
    paper: given.paper,
    content: revisionOf(form, record.formRevision).content,
    periodWords: periodWords(form.periodKind, period),
    unitName: names.of(record.unitId).name,
    missing: record.missingUnitIds.map((id) => names.of(id).shortName),
    practices: record.examples,
  });
  return renderTemplate(await context.files.read(template.sha256), data);
}
