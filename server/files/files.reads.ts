import type { FileAnswer } from '#contract/endpoint.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { fileById, type FileRow } from '#server/platform/files/files.store.ts';
import { serveHeaders } from '#server/platform/files/serve-headers.ts';
import { mayOpenFile } from './file-visibility.reads.ts';

const previewWidths = { small: 320, large: 1280 } as const;

/** A file or its preview, under headers that let nothing in it run. */
export async function download(
  read: ReadContext,
  id: string,
  preview: 'small' | 'large' | undefined,
): Promise<FileAnswer> {
  const file = await fileById(read.db, id);
  if (!file || !(await mayOpenFile(read, file))) throw new Problem('not_found');
  return preview === undefined ? wholeFile(read, file) : previewOf(read, file, previewWidths[preview]);
}

async function wholeFile(read: ReadContext, file: FileRow): Promise<FileAnswer> {
  const headers = serveHeaders(file);
  const { stream } = await read.files.open(file.sha256);
  return {
    fileName: file.name,
    mediaType: headers['content-type'] ?? file.mediaType,
    content: stream,
    headers: { ...headers, 'content-length': String(file.size) },
  };
}

async function previewOf(read: ReadContext, file: FileRow, width: 320 | 1280): Promise<FileAnswer> {
  if (!hasPreview(file.mediaType)) throw new Problem('not_found');
  const mediaType = 'image/webp';
  return {
    fileName: file.name,
    mediaType,
    content: await read.files.readPreview(file.sha256, width),
    headers: serveHeaders({ name: `${file.name}.webp`, mediaType, sha256: `${file.sha256}-${width}` }),
  };
}

/** Pictures alone have previews. */
export function hasPreview(mediaType: string): boolean {
  return mediaType.startsWith('image/');
}
