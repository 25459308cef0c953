import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { useFormState } from '../ui/form-state.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { useTheDesk } from './desk.ts';
import { registrationWords } from './facts.ts';
import styles from './reading.module.css';

/** The question before the registers grow: what will be made, under which name, of which stage. */
export function RegisterDialog({ onClose }: { readonly onClose: () => void }) {
  const desk = useTheDesk();
  const { reading } = desk;
  const form = useFormState({
    title: `Số liệu theo ${reading.title}`.slice(0, 300),
    stageId: null as string | null,
  });
  const stages = useApiQuery('GET /api/stages', {}, { staleTime: 60_000 });
  const register = useApiCommand('POST /api/readings/:id/registration', {
    onSuccess: (done) => {
      notify(`Đã đưa vào sổ: ${registrationWords({ ...done, missing: [] })}.`);
      onClose();
    },
  });
  const left = desk.undecided().length;
  return (
    <DrawerForm
      opened
      title="Đưa vào sổ"
      submitLabel="Đưa vào sổ"
      onClose={onClose}
      onSubmit={() => register.run({ params: { id: reading.id }, body: form.value })}
      pending={register.pending}
      problem={register.problem}
    >
      <p>
        Sẽ ghi: <b>{registrationWords(reading.registration)}</b>. Ghi hết hoặc không ghi gì; mỗi bản ghi giữ
        đường dẫn về đoạn văn đã trích.
      </p>
      <ul className={styles.notes}>
        <li>Mô hình ghi với trạng thái “Ghi theo tài liệu cũ”, không tính vào chiến dịch nào.</li>
        <li>Số liệu đứng riêng, không cộng với số đếm từ sổ.</li>
        {left > 0 && <li>{`${formatNumber(left)} mục chưa duyệt bị để lại.`}</li>}
        <li>Sau khi ghi, sửa ở chính bản ghi trong sổ.</li>
      </ul>
      <TextField label="Tên bộ số liệu" required maxLength={300} {...form.bind('title')} />
      <SelectField
        label="Giai đoạn"
        none="Theo kỳ của văn bản, không gắn giai đoạn"
        options={(stages.data?.items ?? []).map((stage) => ({ value: stage.id, label: stage.name }))}
        {...form.bind('stageId')}
      />
    </DrawerForm>
  );
}
