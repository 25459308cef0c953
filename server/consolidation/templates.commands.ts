import type { consolidationApi } from '#contract/consolidation.ts';
import type { ParsedQuery, ResponseOf } from '#contract/endpoint.ts';
import { invalidInput, Problem } from '#domain/kernel/problem.ts';
import { placeholdersOf } from '#domain/reports/consolidated-placeholders.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { StoredFile } from '#server/platform/files/file-store.ts';
import { insertFile } from '#server/platform/files/files.store.ts';
import { stateChanged } from '#server/platform/history.reads.ts';
import { currentRevision, visibleForm } from '#server/reports/form-record.reads.ts';
import { checkTemplate } from './render-template.ts';
import { insertTemplate, lockFamily, retireFamily } from './templates.store.ts';
import { newestOfFamily, visibleTemplate } from './templates.reads.ts';

type Api = typeof consolidationApi;

const mostBytes = 4 * 1024 * 1024;

/**
 * Takes in a template, as the first or the next version of its family. Wrong names are kept and told; what could not
 * be filled at all is refused with every fault.
 */
export async function addTemplate(
  command: CommandContext,
  given: ParsedQuery<Api['POST /api/paper-template-files']>,
  upload: StoredFile,
): Promise<ResponseOf<Api['POST /api/paper-template-files']>> {
  const { access } = command.caller;
  const name = given.name.trim();
  if (!access.reachesFromBelow('unit_report.read', given.ownerUnitId)) throw new Problem('not_found');
  if (!access.can('report_form.manage', given.ownerUnitId)) throw new Problem('forbidden');
  if (name === '') throw invalidInput([{ path: 'name', message: 'Chưa đặt tên cho mẫu' }]);
  if (upload.extension !== 'docx') throw invalidInput([{ path: 'file', message: 'Mẫu là tệp Word (.docx)' }]);
  if (upload.size > mostBytes)
    throw invalidInput([{ path: 'file', message: 'Mẫu lớn quá 4 MB; bỏ bớt ảnh trong mẫu' }]);
  const form = given.formId === undefined ? null : await visibleForm(command, given.formId);
  const content = form && currentRevision(form, command.today).content;
  const { placeholders, faults } = checkTemplate(
    await command.files.read(upload.sha256),
    placeholdersOf(content),
  );
  if (faults.length > 0) throw invalidInput(faults.map((message) => ({ path: 'file', message })));
  const id = command.newId();
  const familyId = given.familyId ?? id;
  await lockFamily(command, familyId);
  const before = given.familyId === undefined ? null : await newestOfFamily(command, familyId);
  if (given.familyId !== undefined && before?.owner_unit_id !== given.ownerUnitId)
    throw new Problem('not_found');
  const file = await insertFile(command, upload);
  await insertTemplate(command, {
    id,
    ownerUnitId: given.ownerUnitId,
    name,
    formId: form?.id ?? null,
    fileId: file.id,
    familyId,
    revision: (before?.revision ?? 0) + 1,
    placeholders,
  });
  await command.record({
    subjectType: 'paper_template',
    subjectId: familyId,
    unitId: given.ownerUnitId,
    action: 'add',
    details: { name, fileName: upload.name, revision: (before?.revision ?? 0) + 1 },
  });
  return { id, placeholders: [...placeholders] };
}

export async function retireTemplate(command: CommandContext, id: string): Promise<{ id: string }> {
  const template = await visibleTemplate(command, id);
  if (!command.caller.access.can('report_form.manage', template.owner_unit_id))
    throw new Problem('forbidden');
  await lockFamily(command, template.family_id);
  const newest = await newestOfFamily(command, template.family_id);
  if (!newest || newest.retired_at !== null)
    throw await stateChanged(command.db, {
      type: 'paper_template',
      id: template.family_id,
      stateWords: 'Mẫu đã ngừng dùng',
    });
  await retireFamily(command, template.family_id);
  await command.record({
    subjectType: 'paper_template',
    subjectId: template.family_id,
    unitId: template.owner_unit_id,
    action: 'retire',
  });
  return { id };
}
