import { useApiCommand } from '../platform/api-hooks.ts';
import { useGoTo } from '../platform/navigation.ts';
import { notify } from '../platform/notify.ts';
import { useSession } from '../platform/session.ts';
import { DayField } from '../ui/day-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { TextField } from '../ui/fields.tsx';
import { FieldRow } from '../ui/form-page.tsx';
import { useFormState } from '../ui/form-state.ts';
import { yearOf } from '#domain/kernel/day.ts';
import type { AskedForm } from '#domain/reports/asked-periods.ts';
import { periodsOfYear } from '#domain/reports/report-period.ts';
import { type ReadyForm, unitKindsWords } from './form-words.ts';
import { NextDueList } from './next-due-list.tsx';
import { useManagedUnit } from '../ui/managed-unit.ts';

interface TakeFormDrawerProps {
  readonly form: ReadyForm;
  /** Codes that are taken already. */
  readonly codes: ReadonlySet<string>;
  readonly onClose: () => void;
}

/** A ready form becomes the office's own: everything is filled in, one press takes it. */
export function TakeFormDrawer({ form: ready, codes, onClose }: TakeFormDrawerProps) {
  const { today } = useSession();
  const owner = useManagedUnit();
  const goTo = useGoTo();
  const custom = ready.periodKind === 'custom';
  const year = yearOf(today);
  const form = useFormState({
    name: ready.name,
    askedFrom: firstAsked(ready, today) as string | null,
    customFrom: (custom ? `${year}-01-01` : null) as string | null,
    customTo: (custom ? `${year}-12-31` : null) as string | null,
  });
  const { value } = form;
  const asked: AskedForm = {
    periodKind: ready.periodKind,
    askedFrom: (custom ? value.customFrom : value.askedFrom) ?? today,
    askedTo: null,
    customFrom: value.customFrom,
    customTo: value.customTo,
  };
  const take = useApiCommand('POST /api/report-forms', {
    onSuccess: (done) => {
      notify('Đã dùng biểu; các đơn vị thấy báo cáo phải gửi ở “Việc của tôi”.');
      goTo(`/quan-tri/bieu-bao-cao/${done.id}`);
    },
  });
  const submit = () =>
    take.run({
      body: {
        ownerUnitId: owner?.unitId ?? '',
        code: freeCode(ready.code, codes),
        name: value.name,
        unitKinds: ready.unitKinds,
        content: ready.content,
        ...asked,
      },
    });
  return (
    <DrawerForm
      opened
      title="Dùng biểu có sẵn"
      submitLabel="Dùng biểu này"
      pending={take.pending}
      problem={take.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{ready.about}</p>
      <TextField label="Tên biểu" required maxLength={200} {...form.bind('name')} />
      {custom ? (
        <FieldRow>
          <DayField label="Giai đoạn từ ngày" required {...form.bind('customFrom')} />
          <DayField label="Đến ngày" required {...form.bind('customTo')} />
        </FieldRow>
      ) : (
        <DayField
          label="Yêu cầu từ ngày"
          hint="Kỳ đầu tiên là kỳ bắt đầu từ ngày này trở đi."
          required
          {...form.bind('askedFrom')}
        />
      )}
      <div>
        <b>Ai phải gửi</b>
        <p>{unitKindsWords(ready.unitKinds)}</p>
        <p className="k-small">
          Trong phạm vi {owner?.unitName ?? 'đơn vị của bạn'}; đổi được ở trang của biểu.
        </p>
      </div>
      <div>
        <b>Hạn gần nhất</b>
        <NextDueList form={asked} rule={ready.content.due} />
      </div>
    </DrawerForm>
  );
}

/** The beginning of the period that runs, so that it is asked for already. */
function firstAsked(ready: ReadyForm, today: string): string {
  if (ready.periodKind === 'custom') return today;
  const running = periodsOfYear(ready.periodKind, yearOf(today)).findLast((period) => period.from <= today);
  return running?.from ?? today;
}

/** The ready form's code, or the next free one: "dvk-thang-2". */
function freeCode(code: string, taken: ReadonlySet<string>): string {
  if (!taken.has(code)) return code;
  let next = 2;
  while (taken.has(`${code}-${next}`)) next += 1;
  return `${code}-${next}`;
}
