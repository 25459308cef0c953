import { PassThrough } from 'node:stream';
import type { FileAnswer } from '#contract/endpoint.ts';
import { writeTemplate, writeWorkbookTo, type TableSpec, type TemplateSpec } from './write-table.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Tables as one workbook to download, sent while they are written: where their rows fail, the answer breaks off. */
export function workbookAnswer<K extends string>(
  fileName: string,
  specs: readonly TableSpec<K>[],
): FileAnswer {
  const content = new PassThrough();
  // Rows may fail before anybody listens; whoever sends the answer finds it broken off.
  content.on('error', () => undefined);
  writeWorkbookTo(content, specs).catch((error: Error) => content.destroy(error));
  return { fileName, mediaType, content };
}

/** A list to fill in, to download. */
export async function templateAnswer<K extends string>(
  fileName: string,
  spec: TemplateSpec<K>,
): Promise<FileAnswer> {
  return { fileName, mediaType, content: await writeTemplate(spec) };
}
