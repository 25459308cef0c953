import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/vi';
import { DatePicker, DatesProvider } from '@mantine/dates';

interface CalendarProps {
  readonly value: string | null;
  /** The day whose month is shown first. */
  readonly shown: string;
  readonly min?: string;
  readonly max?: string;
  readonly onPick: (day: string | null) => void;
}

const labels = {
  previousMonth: 'Tháng trước',
  nextMonth: 'Tháng sau',
  previousYear: 'Năm trước',
  nextYear: 'Năm sau',
  previousDecade: 'Mười năm trước',
  nextDecade: 'Mười năm sau',
};

/** "5 tháng 3 năm 2026": begins with what is seen. */
function spoken(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${date} tháng ${month} năm ${year}`;
}

/** The month on paper; fetched only when somebody opens it. */
export function Calendar({ value, shown, min, max, onPick }: CalendarProps) {
  return (
    <DatesProvider settings={{ locale: 'vi', firstDayOfWeek: 1, consistentWeeks: true }}>
      <DatePicker
        value={value}
        defaultDate={shown}
        {...(min !== undefined && { minDate: min })}
        {...(max !== undefined && { maxDate: max })}
        onChange={onPick}
        ariaLabels={labels}
        hideOutsideDates
        monthLabelFormat="[Tháng] M[/]YYYY"
        getDayProps={(day) => ({ 'aria-label': spoken(day) })}
      />
    </DatesProvider>
  );
}
