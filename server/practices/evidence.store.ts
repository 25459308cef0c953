import { invalidInput } from '#domain/kernel/problem.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';

export interface EvidenceInput {
  readonly subject: {
    readonly type:
      | 'practice'
      | 'progress_entry'
      | 'self_check'
      | 'score_sheet'
      | 'appraisal_note'
      | 'unit_report';
    readonly id: string;
  };
  /** Null for what belongs to no one practice. */
  readonly practiceId: string | null;
  readonly files: readonly { readonly fileId: string; readonly caption: string }[];
  /** Where the files stand in the form, for messages. */
  readonly path: string;
}

/**
 * Attaches uploads to what they prove. A file must be the caller's own upload and serve nothing else yet:
 * nobody can show another's file by guessing its id, and one photo is not evidence of two things.
 */
export async function attachEvidence(command: CommandContext, given: EvidenceInput): Promise<void> {
  if (given.files.length === 0) return;
  const ids = given.files.map((file) => file.fileId);
  // Locked, so that two commands cannot attach one upload at once.
  const own = await command.db
    .selectFrom('file')
    .select('id')
    .where('id', 'in', ids)
    .where('uploaded_by', '=', command.caller.accountId)
    .orderBy('id')
    .forUpdate()
    .execute();
  const used = await usedFiles(command, ids);
  const usable = new Set(own.map((file) => file.id).filter((id) => !used.has(id)));
  const faults = ids.flatMap((id, at) => {
    if (ids.indexOf(id) !== at) return [{ path: `${given.path}.${at}`, message: 'Tệp này chọn hai lần' }];
    if (!usable.has(id))
      return [
        {
          path: `${given.path}.${at}`,
          message: 'Tệp chưa tải lên xong, không phải của bạn hoặc đã đính kèm ở chỗ khác; hãy tải lên lại',
        },
      ];
    return [];
  });
  if (faults.length > 0) throw invalidInput(faults);
  await command.db
    .insertInto('evidence')
    .values(
      given.files.map((file) => ({
        id: command.newId(),
        subject_type: given.subject.type,
        subject_id: given.subject.id,
        practice_id: given.practiceId,
        file_id: file.fileId,
        caption: file.caption,
        added_by: command.caller.accountId,
        added_at: command.now,
      })),
    )
    .execute();
}

async function usedFiles(command: CommandContext, ids: readonly string[]): Promise<Set<string>> {
  const [evidence, documents] = await Promise.all([
    command.db.selectFrom('evidence').select('file_id').where('file_id', 'in', ids).execute(),
    command.db.selectFrom('document').select('file_id').where('file_id', 'in', ids).execute(),
  ]);
  return new Set([...evidence, ...documents].map((row) => row.file_id).filter((id) => id !== null));
}

export interface AttachedEvidence {
  readonly id: string;
  readonly subjectType: string;
  readonly fileName: string;
  readonly withdrawn: boolean;
}

/** A piece of evidence of a practice, with the name of its file; null where the practice has no such piece. */
export async function findEvidence(
  command: CommandContext,
  practiceId: string,
  evidenceId: string,
): Promise<AttachedEvidence | null> {
  const row = await evidenceById(command, evidenceId)
    .where('evidence.practice_id', '=', practiceId)
    .executeTakeFirst();
  return row ? toAttached(row) : null;
}

/** A piece of evidence of a record that is no practice. */
export async function findEvidenceOf(
  command: CommandContext,
  subject: EvidenceInput['subject'],
  evidenceId: string,
): Promise<AttachedEvidence | null> {
  const row = await evidenceById(command, evidenceId)
    .where('evidence.subject_type', '=', subject.type)
    .where('evidence.subject_id', '=', subject.id)
    .executeTakeFirst();
  return row ? toAttached(row) : null;
}

function evidenceById({ db }: CommandContext, evidenceId: string) {
  return db
    .selectFrom('evidence')
    .innerJoin('file', 'file.id', 'evidence.file_id')
    .select(['evidence.id', 'evidence.subject_type', 'evidence.withdrawn_at', 'file.name'])
    .where('evidence.id', '=', evidenceId);
}

function toAttached(row: {
  id: string;
  subject_type: string;
  withdrawn_at: string | null;
  name: string;
}): AttachedEvidence {
  return {
    id: row.id,
    subjectType: row.subject_type,
    fileName: row.name,
    withdrawn: row.withdrawn_at !== null,
  };
}

export async function markEvidenceWithdrawn(
  command: CommandContext,
  evidenceId: string,
  reason: string,
): Promise<void> {
  await command.db
    .updateTable('evidence')
    .set({ withdrawn_at: command.now, withdraw_reason: reason })
    .where('id', '=', evidenceId)
    .execute();
}
