import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { useSession } from '../platform/session.ts';
import type { UploadedFile } from '../platform/upload.ts';
import { DayField } from '../ui/day-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { TextAreaField, TextField } from '../ui/fields.tsx';
import { FileField } from '../ui/file-field.tsx';
import { FieldRow } from '../ui/form-page.tsx';
import { NumberField } from '../ui/typed-field.tsx';
import type { Practice } from './practice-shape.ts';

interface ProgressDrawerProps {
  readonly practice: Practice;
  readonly onClose: () => void;
}

/** What was done, with photos from the phone; each file may say what it shows. */
export function ProgressDrawer({ practice, onClose }: ProgressDrawerProps) {
  const { today } = useSession();
  const [onDate, setOnDate] = useState<string | null>(today);
  const [text, setText] = useState('');
  const [participants, setParticipants] = useState<number | null>(null);
  const [files, setFiles] = useState<readonly UploadedFile[]>([]);
  const [captions, setCaptions] = useState<Readonly<Record<string, string>>>({});
  const save = useApiCommand('POST /api/practices/:id/progress', {
    onSuccess: () => {
      notify('Đã ghi tiến độ.');
      onClose();
    },
  });
  return (
    <DrawerForm
      opened
      title="Ghi tiến độ"
      onClose={onClose}
      submitLabel="Ghi tiến độ"
      pending={save.pending}
      problem={save.problem}
      onSubmit={() =>
        save.run({
          params: { id: practice.id },
          body: {
            onDate: onDate ?? '',
            text,
            participants,
            files: files.map((file) => ({ fileId: file.id, caption: captions[file.id] ?? '' })),
          },
        })
      }
    >
      <p>{practice.name}</p>
      <FieldRow>
        <DayField name="onDate" label="Ngày làm" value={onDate} onChange={setOnDate} max={today} required />
        <NumberField
          name="participants"
          label="Số người tham gia"
          value={participants}
          onChange={setParticipants}
        />
      </FieldRow>
      <TextAreaField
        name="text"
        label="Đã làm được gì"
        hint="Ví dụ: Họp dân tháng 9, thống nhất lịch tuần tra; thả 2.000 con cá giống."
        value={text}
        onChange={setText}
        rows={4}
        maxLength={10_000}
        required
      />
      <FileField
        name="files"
        label="Minh chứng"
        hint="Ảnh, biên bản, danh sách. Ảnh đến 15 MB; PDF, Word, Excel đến 25 MB."
        value={files}
        onChange={setFiles}
        camera
      />
      {files.map((file, index) => (
        <TextField
          key={file.id}
          name={`files.${index}.caption`}
          label={`Chú thích: ${file.name}`}
          value={captions[file.id] ?? ''}
          onChange={(caption) => setCaptions((all) => ({ ...all, [file.id]: caption }))}
          maxLength={200}
        />
      ))}
    </DrawerForm>
  );
}
