import { useState } from 'react';
import type { ApiArgs } from '../platform/api-client.ts';
import { useApiCommand } from '../platform/api-hooks.ts';
import { useGoTo } from '../platform/navigation.ts';
import { notify } from '../platform/notify.ts';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { ImportDrop } from '../ui/import-drop.tsx';
import { Remark } from '../ui/card.tsx';
import { useManagedUnit } from '../ui/managed-unit.ts';

type FormFile = NonNullable<ApiArgs<'POST /api/report-form-imports'>['body']>['file'];

/** A form from another office's file: its content is checked by the server, every fault named by its place. */
export function ImportFormDrawer({ onClose }: { readonly onClose: () => void }) {
  const owner = useManagedUnit();
  const goTo = useGoTo();
  const [file, setFile] = useState<File | null>(null);
  const [read, setRead] = useState<FormFile | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const take = useApiCommand('POST /api/report-form-imports', {
    onSuccess: (done) => {
      notify('Đã nhận biểu mẫu từ tệp.');
      goTo(`/quan-tri/bieu-bao-cao/${done.id}`);
    },
  });
  const choose = async (chosen: File) => {
    setFile(chosen);
    take.reset();
    const content = readForm(await chosen.text());
    setRead(content);
    setWrong(content === null ? 'Tệp này không phải biểu báo cáo xuất từ hệ thống (tệp .json).' : null);
  };
  const submit = () => {
    if (read === null) setWrong((before) => before ?? 'Chọn tệp biểu mẫu trước.');
    else take.run({ body: { ownerUnitId: owner?.unitId ?? '', file: read } });
  };
  return (
    <DrawerForm
      opened
      title="Nhận biểu báo cáo từ tệp"
      submitLabel="Nhận biểu"
      pending={take.pending}
      problem={take.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        Tệp .json tải về từ trang của một biểu, ở đây hay ở cơ quan khác; mọi bản của biểu được giữ nguyên.
      </p>
      <ImportDrop
        label="Tệp biểu báo cáo"
        title="Thả tệp biểu mẫu vào đây"
        hint="Tệp .json."
        accept=".json,application/json"
        file={file}
        disabled={take.pending}
        onFile={(chosen) => void choose(chosen)}
      />
      {wrong !== null && (
        <div role="alert">
          <Remark>{wrong}</Remark>
        </div>
      )}
      {read !== null && (
        <p>
          <b>{read.form.name}</b>, mã {read.form.code}, {read.revisions.length} bản.
        </p>
      )}
    </DrawerForm>
  );
}

/** What looks like a form's file; the server checks the rest. */
function readForm(text: string): FormFile | null {
  try {
    const content: unknown = JSON.parse(text);
    const file = content as Partial<FormFile> | null;
    const whole =
      file?.format === 'kheo-report-form' && file.form !== undefined && Array.isArray(file.revisions);
    return whole ? (content as FormFile) : null;
  } catch {
    return null;
  }
}
