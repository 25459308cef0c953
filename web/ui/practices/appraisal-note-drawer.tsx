import { useState } from 'react';
import { useApiCommand } from '../../platform/api-hooks.ts';
import { notify } from '../../platform/notify.ts';
import { useSession } from '../../platform/session.ts';
import type { UploadedFile } from '../../platform/upload.ts';
import { ChoiceField } from '../check-field.tsx';
import { DayField } from '../day-field.tsx';
import { DrawerForm } from '../drawer-form.tsx';
import { TextAreaField } from '../fields.tsx';
import { FileField } from '../file-field.tsx';

interface AppraisalNoteDrawerProps {
  readonly practice: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

/** What a check at the place, or a reading of the papers, found. */
export function AppraisalNoteDrawer({ practice, onClose }: AppraisalNoteDrawerProps) {
  const { today } = useSession();
  const [kind, setKind] = useState<'field_check' | 'desk'>('field_check');
  const [onDate, setOnDate] = useState<string | null>(today);
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly UploadedFile[]>([]);
  const save = useApiCommand('POST /api/practices/:id/appraisal-notes', {
    onSuccess: () => {
      notify('Đã ghi kết quả thẩm định.');
      onClose();
    },
  });
  return (
    <DrawerForm
      opened
      title="Ghi kết quả thẩm định"
      onClose={onClose}
      submitLabel="Ghi"
      pending={save.pending}
      problem={save.problem}
      onSubmit={() =>
        save.run({
          params: { id: practice.id },
          body: { kind, onDate: onDate ?? '', text, fileIds: files.map((file) => file.id) },
        })
      }
    >
      <p>{practice.name}</p>
      <ChoiceField
        name="kind"
        label="Cách thẩm định"
        options={[
          { value: 'field_check', label: 'Kiểm tra tại chỗ' },
          { value: 'desk', label: 'Qua hồ sơ' },
        ]}
        value={kind}
        onChange={setKind}
      />
      <DayField name="onDate" label="Ngày" value={onDate} onChange={setOnDate} max={today} required />
      <TextAreaField
        name="text"
        label="Kết quả"
        hint="Đúng với đăng ký không, điểm mạnh, chỗ cần bổ sung."
        value={text}
        onChange={setText}
        rows={5}
        maxLength={5000}
        required
      />
      <FileField name="fileIds" label="Ảnh, biên bản" value={files} onChange={setFiles} camera />
    </DrawerForm>
  );
}
