import type { FileAnswer } from '#contract/endpoint.ts';
import { documentTypeName, type DocumentTypeCode } from '#domain/documents/document-types.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { writePaper } from '#server/word/write-paper.ts';
import { visibleDocumentById } from './document-access.reads.ts';
import { paperOf } from './document-record.reads.ts';

import { wordMediaType } from '#server/word/word-media-type.ts';

/** A composed paper as Word; `traces` adds the appendix that says where each figure comes from. */
export async function paperFile(
  context: ReadContext,
  asked: { id: string; traces: boolean },
): Promise<FileAnswer> {
  const document = await visibleDocumentById(context, asked.id);
  const paper = paperOf(document);
  if (!paper) throw new Problem('not_found');
  const type = documentTypeName(document.type as DocumentTypeCode);
  const name =
    document.symbol === null ? `Dự thảo ${type}` : `${type} ${document.symbol.replaceAll('/', '-')}`;
  return {
    fileName: `${name}.docx`,
    mediaType: wordMediaType,
    content: await writePaper(paper, { traceAppendix: asked.traces }),
  };
}
