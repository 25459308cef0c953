import { CheckField, ChoiceField } from '../ui/check-field.tsx';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextAreaField, TextField } from '../ui/fields.tsx';
import { FieldRow, FormSection } from '../ui/form-page.tsx';
import type { FilterOption } from '../ui/filter-words.ts';
import { UnitPicker } from '../ui/unit-picker.tsx';
import type { Registration } from './registration-draft.ts';

export interface FieldsProps {
  readonly value: Registration;
  readonly set: <K extends keyof Registration>(key: K, next: Registration[K]) => void;
}

interface RequiredFieldsProps extends FieldsProps {
  readonly fields: readonly FilterOption[];
  readonly year: number;
  readonly unitId: string;
}

/** Gives a field its name in what is sent, its value and its setter. */
export function binder({ value, set }: FieldsProps) {
  return <K extends keyof Registration & string>(key: K) => ({
    name: `registration.${key}`,
    value: value[key],
    onChange: (next: Registration[K]) => set(key, next),
  });
}

/** What a registration must hold (S2, section I.2), and nothing else: twelve inputs. */
export function RequiredFields(props: RequiredFieldsProps) {
  const bind = binder(props);
  const exemplar = props.value.nature === 'exemplar';
  const owner = exemplar ? 'Chủ điển hình' : 'Chủ mô hình';
  return (
    <>
      <FormSection title="Mô hình, điển hình">
        <TextField
          label={exemplar ? 'Tên điển hình' : 'Tên mô hình'}
          hint="Gọi đúng việc làm và nơi làm, ví dụ: Tổ tự quản bảo vệ tài nguyên trên sông Bồ."
          maxLength={300}
          required
          {...bind('name')}
        />
        <ChoiceField
          label="Tính chất"
          options={[
            { value: 'model', label: 'Mô hình', hint: 'một cách làm' },
            { value: 'exemplar', label: 'Điển hình', hint: 'tấm gương để học' },
          ]}
          required
          {...bind('nature')}
        />
        <ChoiceField
          label="Chủ thể"
          options={[
            { value: 'collective', label: 'Tập thể' },
            { value: 'individual', label: 'Cá nhân' },
            { value: 'household', label: 'Hộ gia đình' },
          ]}
          required
          {...bind('subject')}
        />
        <SelectField
          label="Lĩnh vực"
          none="Chọn lĩnh vực"
          options={props.fields}
          required
          {...bind('fieldCode')}
        />
        <TextAreaField
          label="Nội dung thực hiện"
          hint="Làm việc gì, ở đâu, ai làm, làm thế nào."
          rows={4}
          maxLength={20_000}
          required
          {...bind('content')}
        />
      </FormSection>
      <FormSection title="Địa chỉ và thời gian" hint="Ghi ít nhất một trong hai ô địa chỉ.">
        <FieldRow>
          <UnitPicker
            label="Đơn vị, địa bàn"
            hint="Nơi thực hiện, chọn trong danh sách"
            within={props.unitId}
            {...bind('place')}
          />
          <TextField
            label="Địa chỉ cụ thể"
            hint="Ví dụ: bờ nam sông Bồ, 4 tổ dân phố"
            maxLength={300}
            {...bind('placeText')}
          />
        </FieldRow>
        <FieldRow>
          <DayField label="Ngày bắt đầu" defaultYear={props.year} required {...bind('startsOn')} />
          <DayField label="Ngày kết thúc" defaultYear={props.year} required {...bind('endsOn')} />
        </FieldRow>
      </FormSection>
      <FormSection title="Ai thực hiện">
        <TextField
          label={owner}
          hint="Tập thể, cá nhân hoặc hộ gia đình thực hiện."
          maxLength={200}
          required
          {...bind('ownerName')}
        />
        <FieldRow>
          <TextField
            label="Người phụ trách"
            hint="Chức danh hoặc họ tên."
            maxLength={200}
            required
            {...bind('responsibleName')}
          />
          <TextField
            label="Điện thoại"
            hint="Chỉ người cùng làm việc thấy."
            maxLength={30}
            autoComplete="off"
            {...bind('responsiblePhone')}
          />
        </FieldRow>
        <CheckField
          label="Chủ mô hình đồng ý giới thiệu công khai khi được công nhận"
          {...bind('consentToPublish')}
        />
      </FormSection>
    </>
  );
}
