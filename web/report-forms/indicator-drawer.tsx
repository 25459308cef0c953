import { useState } from 'react';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { SelectField, TextAreaField, TextField } from '../ui/fields.tsx';
import { FieldRow } from '../ui/form-page.tsx';
import { useFormState } from '../ui/form-state.ts';
import { decimalChoices } from '#domain/reports/figure-text.ts';
import type { Indicator } from '#domain/reports/form.ts';
import { profileIndicator } from '#domain/reports/profile-indicator.ts';
import { aggregationWords } from './form-words.ts';
import { SourceFields } from './source-fields.tsx';

interface IndicatorDrawerProps {
  readonly indicator: Indicator;
  /** Those that stand before it: a formula may use only these. */
  readonly before: readonly Indicator[];
  readonly all: readonly Indicator[];
  readonly onSave: (indicator: Indicator) => void;
  readonly onClose: () => void;
}

/** A fact of the profile brings its unit, its digits and how it adds up; words that somebody wrote stay. */
function toldByFact(was: Indicator, source: Indicator['source']): Partial<Indicator> {
  if (source.kind !== 'profile') return {};
  const told = profileIndicator(source.fact);
  const before = was.source.kind === 'profile' ? profileIndicator(was.source.fact) : null;
  const words = (key: 'label' | 'definition'): string =>
    was[key].trim() === '' || was[key] === before?.[key] ? told[key] : was[key];
  return { ...told, label: words('label'), definition: words('definition') };
}

/** One indicator: its words, where it comes from, what may be added up. */
export function IndicatorDrawer({ indicator, before, all, onSave, onClose }: IndicatorDrawerProps) {
  const form = useFormState<Indicator>(indicator);
  const [pressed, setPressed] = useState(false);
  const { value } = form;
  const missing = (text: string) => (pressed && text.trim() === '' ? 'Không để trống' : undefined);
  const whole = [value.label, value.definition, value.unit].every((text) => text.trim() !== '');
  const changeSource = (source: Indicator['source']) =>
    form.replace((was) => ({
      ...was,
      source,
      aggregation: source.kind === 'share' ? 'share' : was.aggregation === 'share' ? 'sum' : was.aggregation,
      ...toldByFact(was, source),
    }));
  return (
    <DrawerForm
      opened
      wide
      title="Chỉ tiêu"
      submitLabel="Xong"
      onSubmit={() => {
        setPressed(true);
        if (whole) onSave(value);
      }}
      onClose={onClose}
    >
      <TextField
        label="Tên chỉ tiêu"
        required
        maxLength={200}
        error={missing(value.label)}
        {...form.bind('label')}
      />
      <TextAreaField
        label="Định nghĩa"
        hint="Đếm gì, không đếm gì, tính đến ngày nào. Đơn vị đọc định nghĩa này khi trả lời."
        required
        maxLength={600}
        error={missing(value.definition)}
        {...form.bind('definition')}
      />
      <FieldRow>
        <TextField
          label="Đơn vị tính"
          required
          maxLength={40}
          error={missing(value.unit)}
          {...form.bind('unit')}
        />
        <TextField label="Nhóm" maxLength={120} {...form.bind('group')} />
        <SelectField<`${Indicator['decimals']}`>
          name="decimals"
          label="Số chữ số lẻ"
          none={null}
          value={`${value.decimals}`}
          onChange={(digits) => form.set('decimals', Number(digits ?? 0) as Indicator['decimals'])}
          options={decimalChoices.map((digits) => ({ value: `${digits}`, label: `${digits}` }))}
        />
      </FieldRow>
      <SourceFields source={value.source} before={before} onChange={changeSource} />
      {value.source.kind !== 'share' && (
        <SelectField
          label="Cộng lên cấp trên"
          none={null}
          name="aggregation"
          value={value.aggregation}
          onChange={(aggregation) => form.set('aggregation', aggregation ?? 'sum')}
          options={(['sum', 'units', 'none'] as const).map((one) => ({
            value: one,
            label: aggregationWords[one],
          }))}
        />
      )}
      <SelectField
        label="Là một phần của (không được vượt quá)"
        none="Không"
        name="partOf"
        value={value.partOf}
        onChange={(code) => form.set('partOf', code)}
        options={all.filter((one) => one.code !== '').map((one) => ({ value: one.code, label: one.label }))}
      />
    </DrawerForm>
  );
}
