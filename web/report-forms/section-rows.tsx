import { useState } from 'react';
import { CheckField } from '../ui/check-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { SelectField, TextAreaField, TextField } from '../ui/fields.tsx';
import { useFormState } from '../ui/form-state.ts';
import { RowList } from '../ui/row-list.tsx';
import type { Section } from '#domain/reports/form.ts';
import { emptySection, withCode } from './form-draft.ts';
import { useOpenedRow } from './opened-row.ts';
import { RowWords } from './row-words.tsx';

interface SectionRowsProps {
  readonly rows: readonly Section[];
  readonly onChange: (rows: readonly Section[]) => void;
}

/** The narrative sections of a form, in the order of the paper. */
export function SectionRows({ rows, onChange }: SectionRowsProps) {
  const { opened, edit, change, save, close } = useOpenedRow(rows, onChange);
  return (
    <>
      <RowList<Section>
        noun="phần"
        rows={rows}
        onChange={change}
        plain
        make={emptySection}
        most={40}
        none="Biểu này chưa hỏi phần lời nào."
      >
        {(row, _patch, index) => (
          <RowWords
            title={row.title}
            detail={[
              row.level === 2 ? 'mục con' : null,
              row.required ? 'bắt buộc' : null,
              row.guidance === '' ? null : row.guidance,
            ]
              .filter(Boolean)
              .join(' · ')}
            onEdit={() => edit(index)}
          />
        )}
      </RowList>
      {opened !== undefined && (
        <SectionDrawer
          section={opened}
          onSave={(saved) => save(withCode(saved, saved.title, rows))}
          onClose={close}
        />
      )}
    </>
  );
}

interface SectionDrawerProps {
  readonly section: Section;
  readonly onSave: (section: Section) => void;
  readonly onClose: () => void;
}

function SectionDrawer({ section, onSave, onClose }: SectionDrawerProps) {
  const form = useFormState<Section>(section);
  const [pressed, setPressed] = useState(false);
  const { value } = form;
  const unnamed = value.title.trim() === '';
  return (
    <DrawerForm
      opened
      title="Phần lời"
      submitLabel="Xong"
      onSubmit={() => {
        setPressed(true);
        if (!unnamed) onSave({ ...value, title: value.title.trim() });
      }}
      onClose={onClose}
    >
      <TextField
        label="Tên phần"
        required
        maxLength={200}
        error={pressed && unnamed ? 'Nhập tên phần' : undefined}
        {...form.bind('title')}
      />
      <TextAreaField label="Hướng dẫn viết" maxLength={600} {...form.bind('guidance')} />
      <SelectField<'1' | '2'>
        name="level"
        label="Cấp"
        none={null}
        value={value.level === 2 ? '2' : '1'}
        onChange={(level) => form.set('level', level === '2' ? 2 : 1)}
        options={[
          { value: '1', label: 'Mục lớn' },
          { value: '2', label: 'Mục con của mục đứng trước' },
        ]}
      />
      <CheckField label="Bắt buộc phải viết" {...form.bind('required')} />
    </DrawerForm>
  );
}
