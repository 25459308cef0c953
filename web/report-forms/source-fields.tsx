import { Checkbox } from '@mantine/core';
import { CheckField } from '../ui/check-field.tsx';
import { SelectField } from '../ui/fields.tsx';
import { FieldRow } from '../ui/form-page.tsx';
import { baseFields, baseFieldWords } from '#domain/campaigns/fields.ts';
import type { Indicator } from '#domain/reports/form.ts';
import { profileFactNames, profileFacts, type ProfileFact } from '#domain/reports/profile-facts.ts';
import { profileIndicator } from '#domain/reports/profile-indicator.ts';
import { registerMeasures, registerMeasureWords } from '#domain/reports/register-measures.ts';
import { sourceKindWords } from './form-words.ts';
import styles from './report-forms.module.css';

type Source = Indicator['source'];
type SourceKind = Source['kind'];

interface SourceFieldsProps {
  readonly source: Source;
  readonly before: readonly Indicator[];
  readonly onChange: (source: Source) => void;
}

const kinds: readonly SourceKind[] = ['register', 'profile', 'entered', 'sum', 'share'];

/** Where a figure comes from: counted, typed, or reckoned from figures that stand before it. */
export function SourceFields({ source, before, onChange }: SourceFieldsProps) {
  return (
    <>
      <SelectField<SourceKind>
        name="source"
        label="Lấy từ đâu"
        none={null}
        value={source.kind}
        onChange={(kind) => onChange(sourceOfKind(kind ?? 'entered', before))}
        options={kinds.map((kind) => ({
          value: kind,
          label: sourceKindWords[kind],
          disabled: before.length === 0 && (kind === 'sum' || kind === 'share'),
        }))}
      />
      <SourceDetails source={source} before={before} onChange={onChange} />
    </>
  );
}

function sourceOfKind(kind: SourceKind, before: readonly Indicator[]): Source {
  const first = before[0]?.code ?? '';
  switch (kind) {
    case 'register':
      return { kind, measure: 'registered', baseField: null };
    case 'profile':
      return { kind, fact: 'households' };
    case 'entered':
      return { kind, required: true };
    case 'sum':
      return { kind, of: [first] };
    case 'share':
      return { kind, part: before[1]?.code ?? first, whole: first };
  }
}

function SourceDetails({ source, before, onChange }: SourceFieldsProps) {
  const choices = before.map((one) => ({ value: one.code, label: one.label }));
  switch (source.kind) {
    case 'register':
      return (
        <>
          <FieldRow>
            <SelectField
              name="measure"
              label="Đếm gì"
              none={null}
              value={source.measure}
              onChange={(measure) => onChange({ ...source, measure: measure ?? source.measure })}
              options={registerMeasures.map((one) => ({
                value: one,
                label: registerMeasureWords[one].label,
              }))}
            />
            <SelectField
              name="baseField"
              label="Lĩnh vực"
              none="Mọi lĩnh vực"
              value={source.baseField}
              onChange={(baseField) => onChange({ ...source, baseField })}
              options={baseFields.map((one) => ({ value: one, label: baseFieldWords[one] }))}
            />
          </FieldRow>
          <p className="k-small">{registerMeasureWords[source.measure].definition}</p>
        </>
      );
    case 'profile':
      return (
        <>
          <SelectField<ProfileFact>
            name="fact"
            label="Số liệu nào của hồ sơ"
            none={null}
            value={source.fact}
            onChange={(fact) => onChange({ ...source, fact: fact ?? source.fact })}
            options={profileFactNames.map((one) => ({ value: one, label: profileFacts[one].label }))}
          />
          <p className="k-small">
            {profileIndicator(source.fact).definition}
            {profileFacts[source.fact].aggregation === 'sum' &&
              ' Hỏi cả một cấp và các đơn vị bên dưới thì chọn “Không cộng”, kẻo một người đếm hai lần.'}
          </p>
        </>
      );
    case 'entered':
      return (
        <CheckField
          name="required"
          label="Bắt buộc phải nhập"
          value={source.required}
          onChange={(required) => onChange({ ...source, required })}
        />
      );
    case 'sum':
      return (
        <fieldset className={styles.kindSet}>
          <legend>Cộng các chỉ tiêu</legend>
          <div className={styles.kinds}>
            {before.map((one) => (
              <Checkbox
                key={one.code}
                label={one.label}
                checked={source.of.includes(one.code)}
                onChange={() => onChange({ ...source, of: toggled(source.of, one.code) })}
              />
            ))}
          </div>
        </fieldset>
      );
    case 'share':
      return (
        <FieldRow>
          <SelectField
            name="part"
            label="Tử số"
            none={null}
            value={source.part}
            onChange={(part) => onChange({ ...source, part: part ?? source.part })}
            options={choices}
          />
          <SelectField
            name="whole"
            label="Mẫu số"
            none={null}
            value={source.whole}
            onChange={(whole) => onChange({ ...source, whole: whole ?? source.whole })}
            options={choices}
          />
        </FieldRow>
      );
  }
}

function toggled(codes: readonly string[], code: string): string[] {
  return codes.includes(code) ? codes.filter((one) => one !== code) : [...codes, code];
}
