import { Checkbox } from '@mantine/core';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { DayField } from '../ui/day-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { TextField } from '../ui/fields.tsx';
import { useFormState } from '../ui/form-state.ts';
import { sameKinds, unitKinds, unitKindWords, type UnitKind } from '#domain/organisations/unit-kinds.ts';
import type { Form } from './form-words.ts';
import styles from './report-forms.module.css';

interface FormDrawerProps {
  readonly form: Form;
  readonly onClose: () => void;
}

/** Who answers it by its newest revision, whichever is shown. */
function newestKinds(form: Form): readonly UnitKind[] {
  return form.revisions.at(-1)?.unitKinds ?? form.unitKinds;
}

/** What a form is called and which kinds of unit answer it; the periods that are over keep who owed them. */
export function FormHeadDrawer({ form: record, onClose }: FormDrawerProps) {
  const kinds = newestKinds(record);
  const form = useFormState({
    name: record.name,
    unitKinds: kinds,
    unitKindsFrom: null as string | null,
  });
  const otherKinds = !sameKinds(kinds, form.value.unitKinds);
  const save = useApiCommand('PUT /api/report-forms/:id', {
    onSuccess: () => {
      notify('Đã lưu thông tin biểu báo cáo.');
      onClose();
    },
  });
  const { value } = form;
  const toggle = (kind: UnitKind) =>
    form.set(
      'unitKinds',
      unitKinds.filter((one) =>
        one === kind ? !value.unitKinds.includes(kind) : value.unitKinds.includes(one),
      ),
    );
  return (
    <DrawerForm
      opened
      title="Tên biểu, ai phải gửi"
      submitLabel="Lưu"
      pending={save.pending}
      problem={save.problem}
      onSubmit={() =>
        save.run({
          params: { id: record.id },
          body: {
            version: record.version,
            name: value.name,
            unitKinds: [...value.unitKinds],
            unitKindsFrom: otherKinds ? value.unitKindsFrom : null,
            askedTo: record.askedTo,
          },
        })
      }
      onClose={onClose}
    >
      <TextField label="Tên biểu" required maxLength={200} {...form.bind('name')} />
      <fieldset className={styles.kindSet}>
        <legend>Loại đơn vị phải gửi</legend>
        <div className={styles.kinds}>
          {unitKinds.map((kind) => (
            <Checkbox
              key={kind}
              label={unitKindWords[kind]}
              checked={value.unitKinds.includes(kind)}
              onChange={() => toggle(kind)}
            />
          ))}
        </div>
      </fieldset>
      {otherKinds && <DayField label="Áp dụng từ kỳ bắt đầu ngày" required {...form.bind('unitKindsFrom')} />}
    </DrawerForm>
  );
}

/** From a day on the form is asked no more; what was answered stays. */
export function EndFormDrawer({ form: record, onClose }: FormDrawerProps) {
  const form = useFormState({ askedTo: null as string | null });
  const end = useApiCommand('PUT /api/report-forms/:id', {
    onSuccess: () => {
      notify('Đã định ngày thôi yêu cầu; báo cáo đã gửi vẫn giữ nguyên.');
      onClose();
    },
  });
  return (
    <DrawerForm
      opened
      title="Thôi yêu cầu biểu này"
      submitLabel="Thôi yêu cầu"
      pending={end.pending}
      problem={end.problem}
      onSubmit={() =>
        end.run({
          params: { id: record.id },
          body: {
            version: record.version,
            name: record.name,
            unitKinds: [...newestKinds(record)],
            askedTo: form.value.askedTo,
          },
        })
      }
      onClose={onClose}
    >
      <p>
        Kỳ bắt đầu sau ngày này không phải gửi nữa. Báo cáo, số liệu và lịch sử của các kỳ trước vẫn giữ
        nguyên.
      </p>
      <DayField label="Ngày cuối còn yêu cầu" required {...form.bind('askedTo')} />
    </DrawerForm>
  );
}
