import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import type { UploadedFile } from '../platform/upload.ts';
import { Remark } from '../ui/card.tsx';
import { ChoiceField } from '../ui/check-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { TextAreaField } from '../ui/fields.tsx';
import { FileField } from '../ui/file-field.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { type SelfCheckStatus, selfCheckStatuses, selfCheckStatusWords } from '#domain/practices/progress.ts';
import type { Practice, SelfCheck } from './practice-shape.ts';

interface SelfCheckDrawerProps {
  readonly practice: Practice;
  readonly check: SelfCheck;
  readonly onClose: () => void;
}

/** The unit's own check after 3 or 6 months: how it goes, what is difficult, what is needed. */
export function SelfCheckDrawer({ practice, check, onClose }: SelfCheckDrawerProps) {
  const before = check.answer;
  const [status, setStatus] = useState<SelfCheckStatus | null>(before?.status ?? null);
  const [result, setResult] = useState(before?.result ?? '');
  const [difficulty, setDifficulty] = useState(before?.difficulty ?? '');
  const [need, setNeed] = useState(before?.need ?? '');
  const [files, setFiles] = useState<readonly UploadedFile[]>([]);
  const [unchosen, setUnchosen] = useState(false);
  const save = useApiCommand('PUT /api/practices/:id/self-checks/:code', {
    onSuccess: () => {
      notify('Đã ghi tự kiểm tra.');
      onClose();
    },
  });
  const submit = () => {
    setUnchosen(status === null);
    if (status === null) return;
    save.run({
      params: { id: practice.id, code: check.code },
      body: { status, result, difficulty, need, fileIds: files.map((file) => file.id) },
    });
  };
  return (
    <DrawerForm
      opened
      title={check.name}
      onClose={onClose}
      submitLabel={before === null ? 'Ghi tự kiểm tra' : 'Lưu thay đổi'}
      pending={save.pending}
      problem={save.problem}
      onSubmit={submit}
    >
      <p>
        {practice.name}
        <br />
        <span className="k-small">Hạn {formatDay(check.due)}</span>
      </p>
      <ChoiceField
        name="status"
        label="Mức độ"
        options={selfCheckStatuses.map((one) => ({ value: one, label: selfCheckStatusWords[one] }))}
        value={status}
        onChange={setStatus}
        error={unchosen && status === null ? 'Chọn một mức độ.' : undefined}
        required
      />
      {status === 'stopped' && (
        <Remark>
          Ghi ở đây chưa phải là dừng mô hình. Nếu dừng hẳn, bấm “Dừng thực hiện” ở đầu trang và nêu lý do.
        </Remark>
      )}
      <TextAreaField
        name="result"
        label="Kết quả so với mục tiêu"
        value={result}
        onChange={setResult}
        maxLength={5000}
        required
      />
      <TextAreaField
        name="difficulty"
        label="Khó khăn, vướng mắc"
        rows={2}
        value={difficulty}
        onChange={setDifficulty}
        maxLength={3000}
      />
      <TextAreaField
        name="need"
        label="Đề nghị hỗ trợ"
        rows={2}
        value={need}
        onChange={setNeed}
        maxLength={3000}
      />
      <FileField name="fileIds" label="Minh chứng" value={files} onChange={setFiles} camera />
    </DrawerForm>
  );
}
