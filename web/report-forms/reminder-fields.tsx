import { CheckField } from '../ui/check-field.tsx';
import { TextField } from '../ui/fields.tsx';
import { FieldRow } from '../ui/form-page.tsx';
import { NumberField } from '../ui/typed-field.tsx';
import { useSession } from '../platform/session.ts';
import { useState } from 'react';
import { formatDay } from '#domain/kernel/day.ts';
import type { AskedForm } from '#domain/reports/asked-periods.ts';
import type { DueRule } from '#domain/reports/due.ts';
import { reminderDays, reminderLimits, reminderWords, type ReminderRule } from '#domain/reports/reminders.ts';
import { readDaysBefore, showDaysBefore } from './days-before.ts';
import { nextDueDays, useWorkCalendar } from './due-days.ts';

interface ReminderFieldsProps {
  readonly form: AskedForm;
  readonly due: DueRule;
  readonly rule: ReminderRule;
  readonly onChange: (rule: ReminderRule) => void;
}

const usualOverdue = { everyDays: 2, atMost: 5 };

const daysBeforeRefused = `Nhập số ngày từ 0 đến ${reminderLimits.daysBefore}, cách nhau bằng dấu phẩy, nhiều nhất ${reminderLimits.timesBefore} lần nhắc`;

/** When units that have not sent are reminded by themselves; what it comes to is said below in one sentence. */
export function ReminderFields({ form, due, rule, onChange }: ReminderFieldsProps) {
  const { overdue } = rule;
  return (
    <>
      <DaysBefore days={rule.beforeDue} onChange={(beforeDue) => onChange({ ...rule, beforeDue })} />
      <CheckField
        name="content.reminders.overdue"
        label="Quá hạn thì nhắc lại"
        value={overdue !== null}
        onChange={(again) => onChange({ ...rule, overdue: again ? usualOverdue : null })}
      />
      {overdue !== null && (
        <FieldRow>
          <NumberField
            name="content.reminders.overdue.everyDays"
            label="Cách mấy ngày nhắc một lần"
            value={overdue.everyDays}
            onChange={(days) =>
              onChange({ ...rule, overdue: { ...overdue, everyDays: days ?? overdue.everyDays } })
            }
          />
          <NumberField
            name="content.reminders.overdue.atMost"
            label="Nhiều nhất mấy lần"
            value={overdue.atMost}
            onChange={(times) =>
              onChange({ ...rule, overdue: { ...overdue, atMost: times ?? overdue.atMost } })
            }
          />
        </FieldRow>
      )}
      <ReminderExample form={form} due={due} rule={rule} />
    </>
  );
}

interface DaysBeforeProps {
  readonly days: readonly number[];
  readonly onChange: (days: number[]) => void;
}

function DaysBefore({ days, onChange }: DaysBeforeProps) {
  const [text, setText] = useState(() => showDaysBefore(days));
  const refused = readDaysBefore(text) === null;
  return (
    <TextField
      name="content.reminders.beforeDue"
      label="Nhắc trước hạn mấy ngày"
      hint="Ví dụ: 3, 0. Số 0 là đúng ngày hết hạn; để trống thì không nhắc trước."
      value={text}
      onChange={(typed) => {
        setText(typed);
        const read = readDaysBefore(typed);
        if (read !== null) onChange(read);
      }}
      error={refused ? daysBeforeRefused : undefined}
    />
  );
}

/** The rule in one sentence, and the days that it comes to for the next due day. */
function ReminderExample({ form, due, rule }: Omit<ReminderFieldsProps, 'onChange'>) {
  const { today } = useSession();
  const calendar = useWorkCalendar();
  const [next] = calendar === null ? [] : nextDueDays(form, { rule: due, calendar, today }, 1);
  const days = next && calendar !== null && isReckonable(rule) ? reminderDays(rule, next.due, calendar) : [];
  return (
    <div className="k-small" role="status">
      <b>{reminderWords(rule)}.</b>
      {next && days.length > 0 && (
        <>
          {' '}
          Với hạn {formatDay(next.due)}: nhắc ngày {days.map((day) => formatDay(day).slice(0, 5)).join(', ')}.
        </>
      )}
      {(rule.beforeDue.length > 0 || rule.overdue !== null) && (
        <div>
          Nhắc lúc 7 giờ sáng ngày làm việc: gặp ngày nghỉ thì lời nhắc trước hạn đi sớm hơn, lời nhắc quá hạn
          đi muộn hơn. Đơn vị đã gửi hoặc vừa được nhắc trong ngày thì không nhắc nữa.
        </div>
      )}
    </div>
  );
}

/** While numbers are typed they may be anything; the server refuses what is too much. */
function isReckonable({ overdue }: ReminderRule): boolean {
  if (overdue === null) return true;
  const within = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most;
  return (
    within(overdue.everyDays, reminderLimits.everyDays) && within(overdue.atMost, reminderLimits.timesLate)
  );
}
