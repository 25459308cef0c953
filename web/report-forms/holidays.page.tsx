import { Button } from '@mantine/core';
import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { useSession } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import type { ApiResponse } from '../platform/api-client.ts';
import { ChoiceField } from '../ui/check-field.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { DayField } from '../ui/day-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { TextField } from '../ui/fields.tsx';
import { useFormState } from '../ui/form-state.ts';
import { HistoryCard } from '../ui/history-card.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { upperFirst } from '../ui/words.ts';
import { formatDay, weekdayName, yearOf } from '#domain/kernel/day.ts';

type Holiday = ApiResponse<'GET /api/holidays'>['items'][number];

/** Days off by which due days are reckoned: the law's, Tết, and what the office sets for a year. */
export function HolidaysPage() {
  const { today } = useSession();
  const { words, change } = useUrlState();
  const [adding, setAdding] = useState(false);
  const asked = Number(words['nam']);
  const year = Number.isInteger(asked) && asked >= 2010 && asked <= 2060 ? asked : yearOf(today);
  const days = useApiQuery('GET /api/holidays', { query: { year } }, { keepPrevious: true });
  const manages = days.data?.canManage ?? false;
  return (
    <>
      <PageHead
        title={`Ngày nghỉ năm ${year}`}
        subtitle="Ngày nghỉ theo luật, Tết Nguyên đán và ngày cơ quan đặt thêm; hạn báo cáo tính theo bảng này"
        crumbs={[{ label: 'Biểu báo cáo', href: '/quan-tri/bieu-bao-cao' }, { label: 'Ngày nghỉ' }]}
        actions={
          <>
            <PrintButton />
            {manages && <Button onClick={() => setAdding(true)}>Đặt ngày nghỉ, làm bù</Button>}
          </>
        }
      />
      <div className="k-stack">
        <div className="k-row k-no-print">
          <Button variant="default" onClick={() => change({ nam: String(year - 1) })}>
            Năm {year - 1}
          </Button>
          <Button variant="default" onClick={() => change({ nam: String(year + 1) })}>
            Năm {year + 1}
          </Button>
        </div>
        {days.data?.canManage === false && (
          <p className="k-small">
            Lịch dùng chung, do cơ quan cấp trên cùng đặt. Cần hạn khác cho một kỳ thì gia hạn ở trang “Theo
            dõi”.
          </p>
        )}
        <DataTable<Holiday>
          name="holidays"
          label={`Ngày nghỉ năm ${year}`}
          unit="ngày"
          columns={
            manages && days.data?.items.some((one) => one.byOffice) ? [...columns, removeColumn] : columns
          }
          rows={days.data?.items}
          rowId={(one) => one.day}
          problem={days.problem}
          onRetry={() => void days.reload()}
          empty={<EmptyState title="Chưa có ngày nghỉ nào của năm này" />}
        />
        <HistoryCard entries={days.data?.history ?? []} />
      </div>
      {adding && <HolidayDrawer year={year} onClose={() => setAdding(false)} />}
    </>
  );
}

const columns: readonly TableColumn<Holiday>[] = [
  { key: 'day', header: 'Ngày', cell: (one) => `${upperFirst(weekdayName(one.day))}, ${formatDay(one.day)}` },
  { key: 'name', header: 'Dịp', cell: (one) => one.name },
  {
    key: 'works',
    header: 'Nghỉ hay làm',
    cell: (one) =>
      one.works ? <StateBadge tone="warn">Làm bù</StateBadge> : <StateBadge tone="neutral">Nghỉ</StateBadge>,
  },
  { key: 'by', header: 'Do đâu', cell: (one) => (one.byOffice ? 'Cơ quan đặt' : 'Theo luật') },
];

const removeColumn: TableColumn<Holiday> = {
  key: 'remove',
  screenOnly: true,
  header: 'Bỏ',
  align: 'end',
  cell: (one) => (one.byOffice ? <RemoveButton holiday={one} /> : null),
};

function RemoveButton({ holiday }: { readonly holiday: Holiday }) {
  const remove = useApiCommand('PUT /api/holidays/:day', {
    problems: 'notice',
    onSuccess: () => {
      notify('Đã bỏ ngày này; hạn báo cáo được tính lại.');
    },
  });
  const { day, name, works } = holiday;
  return (
    <Button
      variant="subtle"
      color="gray"
      aria-label={`Bỏ ngày ${formatDay(day)}`}
      loading={remove.pending}
      onClick={() => remove.run({ params: { day }, body: { name, works, remove: true } })}
    >
      Bỏ
    </Button>
  );
}

interface HolidayDrawerProps {
  readonly year: number;
  readonly onClose: () => void;
}

function HolidayDrawer({ year, onClose }: HolidayDrawerProps) {
  const form = useFormState({ day: null as string | null, name: '', kind: 'off' as 'off' | 'works' });
  const [pressed, setPressed] = useState(false);
  const save = useApiCommand('PUT /api/holidays/:day', {
    onSuccess: () => {
      notify('Đã lưu; hạn báo cáo được tính theo ngày này.');
      onClose();
    },
  });
  const { day, name, kind } = form.value;
  const submit = () => {
    setPressed(true);
    if (day !== null) save.run({ params: { day }, body: { name, works: kind === 'works' } });
  };
  return (
    <DrawerForm
      opened
      title="Đặt ngày nghỉ hoặc ngày làm bù"
      submitLabel="Lưu"
      pending={save.pending}
      problem={save.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <DayField
        label="Ngày"
        required
        defaultYear={year}
        error={pressed && day === null ? 'Nhập ngày' : undefined}
        {...form.bind('day')}
      />
      <TextField
        label="Dịp"
        hint="Ví dụ: Nghỉ bù Tết theo thông báo của Chính phủ"
        required
        maxLength={120}
        {...form.bind('name')}
      />
      <ChoiceField
        label="Nghỉ hay làm"
        options={[
          { value: 'off', label: 'Nghỉ', hint: 'Không tính là ngày làm việc.' },
          { value: 'works', label: 'Làm bù', hint: 'Thứ bảy, chủ nhật đi làm thay ngày khác.' },
        ]}
        {...form.bind('kind')}
      />
    </DrawerForm>
  );
}
