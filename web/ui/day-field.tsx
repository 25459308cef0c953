import { ActionIcon, Loader, Popover } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useSession } from '../platform/session.ts';
import { yearOf } from '#domain/kernel/day.ts';
import type { FieldProps } from './form-context.ts';
import { TypedInput } from './typed-field.tsx';
import { readTypedDay, showDay } from './typed-value.ts';

const Calendar = lazy(() => import('./calendar.tsx').then((module) => ({ default: module.Calendar })));

interface DayFieldProps extends FieldProps {
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  /** The year of `5/3`: the campaign's; this year when left out. */
  readonly defaultYear?: number;
  readonly min?: string;
  readonly max?: string;
}

/** A day, typed (`5/3`) or picked from a calendar that is fetched only when it is opened. */
export function DayField({ defaultYear, min, max, ...props }: DayFieldProps) {
  const { today } = useSession();
  const [opened, setOpened] = useState(false);
  const year = defaultYear ?? yearOf(today);
  return (
    <TypedInput
      {...props}
      read={(text) => readTypedDay(text, year)}
      show={showDay}
      inputMode="text"
      placeholder="ngày/tháng/năm"
      rightSection={
        <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus>
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Mở lịch: ${props.label}`}
              onClick={() => setOpened((was) => !was)}
              disabled={props.disabled ?? false}
            >
              <IconCalendar size={20} stroke={1.6} />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown>
            <Suspense fallback={<Loader size="sm" aria-label="Đang mở lịch" />}>
              <Calendar
                value={props.value}
                shown={props.value ?? (yearOf(today) === year ? today : `${year}-01-01`)}
                {...(min !== undefined && { min })}
                {...(max !== undefined && { max })}
                onPick={(day) => {
                  props.onChange(day);
                  setOpened(false);
                }}
              />
            </Suspense>
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}
