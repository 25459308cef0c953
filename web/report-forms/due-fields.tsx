import { SelectField, TextField } from '../ui/fields.tsx';
import { FieldRow } from '../ui/form-page.tsx';
import { NumberField } from '../ui/typed-field.tsx';
import { useState } from 'react';
import type { DueRule } from '#domain/reports/due.ts';
import { readFixedDays, showFixedDays } from './fixed-days.ts';

interface DueFieldsProps {
  readonly rule: DueRule;
  readonly onChange: (rule: DueRule) => void;
}

type Kind = DueRule['kind'];

const kindWords: Record<Kind, string> = {
  working_days_after: 'Số ngày làm việc sau khi hết kỳ',
  days_after: 'Số ngày (kể cả ngày nghỉ) sau khi hết kỳ',
  fixed: 'Ngày cố định trong năm',
};

const shiftWords = {
  none: 'Giữ nguyên ngày',
  next: 'Lùi sang ngày làm việc sau',
  previous: 'Đưa lên ngày làm việc trước',
} as const;

/** When a report is due, as a rule: the days that follow from it are shown beside it. */
export function DueFields({ rule, onChange }: DueFieldsProps) {
  return (
    <>
      <SelectField<Kind>
        name="content.due.kind"
        label="Hạn tính thế nào"
        none={null}
        value={rule.kind}
        onChange={(kind) => onChange(ruleOfKind(kind ?? rule.kind))}
        options={(['working_days_after', 'days_after', 'fixed'] as const).map((kind) => ({
          value: kind,
          label: kindWords[kind],
        }))}
      />
      <FieldRow>
        {rule.kind === 'fixed' ? (
          <FixedDays rule={rule} onChange={onChange} />
        ) : (
          <NumberField
            name="content.due.days"
            label="Số ngày"
            {...(rule.kind === 'days_after' && { hint: 'Số âm: trước khi hết kỳ.' })}
            value={rule.days}
            onChange={(days) => onChange({ ...rule, days: days ?? rule.days })}
          />
        )}
        {rule.kind !== 'working_days_after' && (
          <SelectField
            name="content.due.shift"
            label="Nếu rơi vào ngày nghỉ"
            none={null}
            value={rule.shift}
            onChange={(shift) => onChange({ ...rule, shift: shift ?? rule.shift })}
            options={(['none', 'next', 'previous'] as const).map((one) => ({
              value: one,
              label: shiftWords[one],
            }))}
          />
        )}
      </FieldRow>
    </>
  );
}

function ruleOfKind(kind: Kind): DueRule {
  if (kind === 'working_days_after') return { kind, days: 5 };
  if (kind === 'days_after') return { kind, days: 10, shift: 'next' };
  return { kind, days: [{ month: 7, day: 15 }], shift: 'none' };
}

interface FixedDaysProps {
  readonly rule: Extract<DueRule, { kind: 'fixed' }>;
  readonly onChange: (rule: DueRule) => void;
}

function FixedDays({ rule, onChange }: FixedDaysProps) {
  const [text, setText] = useState(() => showFixedDays(rule.days));
  const days = readFixedDays(text);
  return (
    <TextField
      name="content.due.days"
      label="Các ngày trong năm"
      hint="Ví dụ: 15/7, 10/12."
      value={text}
      onChange={(typed) => {
        setText(typed);
        const read = readFixedDays(typed);
        if (read !== null) onChange({ ...rule, days: read });
      }}
      error={days === null ? 'Nhập các ngày dạng ngày/tháng, cách nhau bằng dấu phẩy' : undefined}
    />
  );
}
