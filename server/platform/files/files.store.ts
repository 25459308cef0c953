import type { CommandContext } from '../commands/context.ts';
import type { Db } from '../database/db.ts';
import type { FileStore, StoredFile } from './file-store.ts';

export interface FileRow {
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly uploadedBy: string;
}

/** Puts a stored upload on record and queues its previews. */
export async function insertFile(command: CommandContext, stored: StoredFile): Promise<FileRow> {
  const id = command.newId();
  await command.db
    .insertInto('file')
    .values({
      id,
      sha256: stored.sha256,
      name: stored.name,
      media_type: stored.mediaType,
      size: stored.size,
      uploaded_by: command.caller.accountId,
      uploaded_at: command.now,
    })
    .execute();
  if (stored.family === 'image') await command.enqueue('make_previews', { sha256: stored.sha256 });
  return {
    id,
    sha256: stored.sha256,
    name: stored.name,
    mediaType: stored.mediaType,
    size: stored.size,
    uploadedBy: command.caller.accountId,
  };
}

export async function fileById(db: Db, id: string): Promise<FileRow | null> {
  const row = await db.selectFrom('file').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    sha256: row.sha256,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    uploadedBy: row.uploaded_by,
  };
}

/** Removes uploads that were attached to nothing for two days, and their bytes where no other row names them. */
export async function sweepFiles(db: Db, files: FileStore, now: string): Promise<void> {
  const before = new Date(Date.parse(now) - 48 * 3_600_000).toISOString();
  const swept = await db
    .deleteFrom('file')
    .where('uploaded_at', '<', before)
    .where((where) =>
      where.not(
        where.or([
          where.exists(
            where.selectFrom('evidence').select('evidence.id').whereRef('evidence.file_id', '=', 'file.id'),
          ),
          where.exists(
            where.selectFrom('document').select('document.id').whereRef('document.file_id', '=', 'file.id'),
          ),
          where.exists(
            where
              .selectFrom('paper_reading')
              .select('paper_reading.id')
              .whereRef('paper_reading.file_id', '=', 'file.id'),
          ),
          where.exists(
            where
              .selectFrom('paper_template')
              .select('paper_template.id')
              .whereRef('paper_template.file_id', '=', 'file.id'),
          ),
        ]),
      ),
    )
    .returning('sha256')
    .execute();
  for (const { sha256 } of swept) {
    const other = await db.selectFrom('file').select('id').where('sha256', '=', sha256).executeTakeFirst();
    if (!other) await files.remove(sha256);
  }
}
