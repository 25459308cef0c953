import type { readingsApi } from '#contract/readings.ts';
import type { ParsedBody, ResponseOf } from '#contract/endpoint.ts';
import { invalidInput, Problem } from '#domain/kernel/problem.ts';
import { readPaper } from '#domain/reading/read-paper.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { StoredFile } from '#server/platform/files/file-store.ts';
import { insertFile } from '#server/platform/files/files.store.ts';
import { stateChanged, versionConflict } from '#server/platform/history.reads.ts';
import { openPaper } from './open-paper.ts';
import { refuseForeignUnit, visibleReading, type ReadingRow } from './reading-access.reads.ts';
import { readingStateWords } from './reading-words.ts';
import {
  decideFacts,
  insertReading,
  isOnRecord,
  lockBytes,
  readingOfFile,
  updateReading,
} from './readings.store.ts';

type Api = typeof readingsApi;
type Body<K extends keyof Api> = ParsedBody<Api[K]>;
type Done = { id: string; version?: number };

/** Reads a paper for a unit. What is refused leaves nothing behind, neither a row nor the bytes. */
export async function takePaperIn(
  command: CommandContext,
  unitId: string,
  upload: StoredFile,
): Promise<ResponseOf<Api['POST /api/readings']>> {
  return keepingNothing(command, upload, async () => {
    refuseForeignUnit(command, unitId);
    const known = await readingOfFile(command, unitId, upload.sha256);
    if (known !== null) return { id: known, already: true };
    const content = await command.files.read(upload.sha256);
    const { text: written, format } = await openPaper({
      content,
      name: upload.name,
      extension: upload.extension,
    });
    const text = cleanText(written);
    const read = readPaper(text);
    if (read.paper.secrecy !== null)
      throw new Problem('paper_secret', { name: upload.name, mark: read.paper.secrecy });
    const file = await insertFile(command, upload);
    const given = { unitId, fileId: file.id, sha256: upload.sha256, format, text, read };
    const id = await insertReading(command, given);
    await note(
      command,
      { id, unit_id: unitId },
      {
        action: 'read',
        toState: 'open',
        details: {
          fileName: upload.name,
          documents: read.documents.length,
          practices: read.practices.length,
          figures: read.figures.length,
        },
      },
    );
    return { id, version: 1, already: false };
  });
}

/** Runs work on an upload; where it is refused, the bytes go again unless another record has the same ones. */
export async function keepingNothing<T>(
  command: CommandContext,
  upload: StoredFile,
  work: () => Promise<T>,
): Promise<T> {
  await lockBytes(command, upload.sha256);
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem && !(await isOnRecord(command, upload.sha256)))
      await command.files.remove(upload.sha256);
    throw error;
  }
}

/** One form of every letter, and none that a database refuses; passages are offsets into exactly this. */
function cleanText(written: string): string {
  return written.toWellFormed().replaceAll('\u0000', '').normalize('NFC');
}

/** Sets what the reader could not know. Places are looked up by the day that is set here. */
export async function setPaper(
  command: CommandContext,
  id: string,
  given: Body<'PUT /api/readings/:id'>,
): Promise<Done> {
  const reading = await openReading(command, id, 'sửa');
  if (reading.version !== given.version) throw await versionConflict(command.db, { type: 'reading', id });
  const { periodFrom, periodTo } = given;
  if ((periodFrom === null) !== (periodTo === null))
    throw invalidInput([
      {
        path: periodFrom === null ? 'periodFrom' : 'periodTo',
        message: 'Nhập cả ngày đầu và ngày cuối của kỳ',
      },
    ]);
  if (periodFrom !== null && periodTo !== null && periodTo < periodFrom)
    throw invalidInput([{ path: 'periodTo', message: 'Ngày kết thúc kỳ phải sau ngày bắt đầu' }]);
  const period =
    periodFrom === null || periodTo === null
      ? null
      : { from: periodFrom, to: periodTo, asWritten: reading.paper.period?.asWritten ?? '' };
  const paper = { ...reading.paper, period, subject: given.subject === '' ? null : given.subject };
  const version = await updateReading(command, reading, { paperDay: given.paperDay, paper });
  const before = {
    paperDay: reading.paper_day,
    period: reading.paper.period,
    subject: reading.paper.subject,
  };
  await note(command, reading, { action: 'set', details: { before } });
  return { id, version };
}

export async function decide(
  command: CommandContext,
  id: string,
  given: Body<'POST /api/readings/:id/decisions'>,
): Promise<{ changed: number }> {
  const reading = await openReading(command, id, 'xác nhận');
  const changed = await decideFacts(command, id, given);
  if (changed === 0) return { changed };
  await updateReading(command, reading);
  const { decision, allOf } = given;
  await note(command, reading, { action: 'decide', details: { decision, allOf, changed } });
  return { changed };
}

/** Puts a reading away; the same file may be read anew. */
export async function discardReading(command: CommandContext, id: string): Promise<Done> {
  const reading = await visibleReading(command, id, { forUpdate: true });
  if (reading.state !== 'open') throw await readingMoved(command, reading);
  const version = await updateReading(command, reading, { state: 'discarded' });
  await note(command, reading, { action: 'discard', fromState: 'open', toState: 'discarded' });
  return { id, version };
}

/** The reading under lock, while it may still be changed. */
export async function openReading(command: CommandContext, id: string, action: string): Promise<ReadingRow> {
  const reading = await visibleReading(command, id, { forUpdate: true });
  if (reading.state === 'open') return reading;
  throw new Problem('action_blocked', {
    action,
    reason: reading.state === 'registered' ? 'tài liệu đã đưa vào sổ.' : 'tài liệu đã bỏ.',
    mend:
      reading.state === 'registered'
        ? 'Sửa ở chính bản ghi trong sổ; mỗi mục có đường dẫn tới bản ghi của nó.'
        : 'Tải tệp lên để đọc lại từ đầu.',
  });
}

export function readingMoved(command: CommandContext, reading: ReadingRow): Promise<Problem> {
  return stateChanged(command.db, {
    type: 'reading',
    id: reading.id,
    stateWords: readingStateWords[reading.state],
  });
}

export function note(
  command: CommandContext,
  reading: { id: string; unit_id: string },
  entry: Omit<Parameters<CommandContext['record']>[0], 'subjectType' | 'subjectId' | 'unitId'>,
): Promise<void> {
  return command.record({
    subjectType: 'reading',
    subjectId: reading.id,
    unitId: reading.unit_id,
    ...entry,
  });
}
