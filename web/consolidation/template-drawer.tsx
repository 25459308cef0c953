import { useState } from 'react';
import { apiHref, type ApiResponse } from '../platform/api-client.ts';
import { invalidateApi, queryClient } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { type ClientProblem, toProblem } from '../platform/problem-error.ts';
import { uploadTo } from '../platform/upload.ts';
import { Remark } from '../ui/card.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { ImportDrop } from '../ui/import-drop.tsx';
import { useManagedUnit } from '../ui/managed-unit.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import type { FormRow } from '../ui/report-choice.tsx';
import { HolderFaults } from './holder-faults.tsx';
import type { Template } from './consolidated-words.ts';

type Uploaded = ApiResponse<'POST /api/paper-template-files'>;

interface TemplateDrawerProps {
  /** The template that gets a new revision; null for a new one. */
  readonly of: Template | null;
  readonly forms: readonly FormRow[];
  readonly onClose: () => void;
}

/** A Word file becomes a template; its place-holders are checked at once. */
export function TemplateDrawer({ of, forms, onClose }: TemplateDrawerProps) {
  const owner = useManagedUnit();
  const [name, setName] = useState(of?.name ?? '');
  const [formId, setFormId] = useState<string | null>(
    of === null ? (forms.find((form) => form.inForce)?.id ?? null) : of.formId,
  );
  const [file, setFile] = useState<File | null>(null);
  const [pressed, setPressed] = useState(false);
  const upload = useUpload();
  // The file mended after the check is the next revision, not another template.
  const family = of?.familyId ?? upload.first;
  const unnamed = name.trim() === '';
  const submit = () => {
    setPressed(true);
    if (upload.done !== null) onClose();
    else if (file !== null && !unnamed)
      void upload.send(file, {
        ownerUnitId: of?.owner.id ?? owner?.unitId ?? '',
        name: name.trim(),
        ...(formId !== null && { formId }),
        ...(family !== null && { familyId: family }),
      });
  };
  return (
    <DrawerForm
      opened
      title={of === null ? 'Tải mẫu Word lên' : `Bản mới của “${of.name}”`}
      submitLabel={upload.done === null ? 'Tải lên' : 'Xong'}
      pending={upload.share !== null}
      problem={upload.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        name="name"
        label="Tên mẫu"
        required
        maxLength={200}
        value={name}
        onChange={setName}
        error={pressed && unnamed ? 'Đặt tên mẫu' : undefined}
      />
      <SelectField
        name="formId"
        label="Dùng cho biểu"
        none="Mọi biểu"
        value={formId}
        onChange={setFormId}
        options={forms.map((form) => ({ value: form.id, label: form.name }))}
      />
      <ImportDrop
        label="Tệp mẫu Word"
        title="Thả tệp mẫu vào đây"
        hint="Tệp Word .docx."
        accept=".docx"
        file={file}
        disabled={upload.share !== null}
        onFile={(chosen) => {
          upload.reset();
          setFile(chosen);
          if (name.trim() === '') setName(nameOf(chosen));
        }}
      />
      {pressed && file === null && (
        <div role="alert">
          <Remark>Chọn tệp mẫu trước.</Remark>
        </div>
      )}
      {upload.share !== null && <ProgressBar label="Đang tải lên và kiểm tra mẫu" share={upload.share} />}
      {upload.done !== null && (
        <div role="status">
          <HolderFaults holders={upload.done.placeholders} />
        </div>
      )}
    </DrawerForm>
  );
}

/** What the file is called, without what Word puts behind it. */
function nameOf(file: File): string {
  return file.name
    .normalize('NFC')
    .replace(/\.docx$/i, '')
    .slice(0, 200);
}

interface UploadQuery {
  readonly ownerUnitId: string;
  readonly name: string;
  readonly formId?: string;
  readonly familyId?: string;
}

/** Sends the file and keeps what the check said. */
function useUpload() {
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<ClientProblem | null>(null);
  const [done, setDone] = useState<Uploaded | null>(null);
  /** The first revision's id is the template's. */
  const [first, setFirst] = useState<string | null>(null);
  const send = async (file: File, query: UploadQuery) => {
    setShare(0);
    setProblem(null);
    try {
      const url = apiHref('POST /api/paper-template-files', { query });
      const uploaded = (await uploadTo(file, { url, onProgress: setShare })) as Uploaded;
      setDone(uploaded);
      setFirst((before) => before ?? uploaded.id);
      notify('Đã lưu mẫu; xem kết quả kiểm tra chỗ điền.');
      await invalidateApi(queryClient, ['GET /api/paper-templates']);
    } catch (error) {
      setProblem(toProblem(error));
    } finally {
      setShare(null);
    }
  };
  const reset = () => {
    setDone(null);
    setProblem(null);
  };
  return { share, problem, done, first, send, reset };
}
