import { NativeSelect } from '@mantine/core';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { useSession } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { askedPeriods } from '#domain/reports/asked-periods.ts';
import { periodKinds, periodWords } from '#domain/reports/report-period.ts';
import type { Period } from '#domain/kernel/period.ts';
import { upperFirst } from './words.ts';

export type FormRow = ApiResponse<'GET /api/report-forms'>['items'][number];

/** The report form that a page is about: the one of `?formId=`, else the one asked most often now. */
export function useChosenForm() {
  const { words } = useUrlState();
  const list = useApiQuery('GET /api/report-forms', {}, { staleTime: 60_000 });
  const items = list.data?.items ?? [];
  const chosen =
    items.find((one) => one.id === words['formId']) ??
    items.filter((one) => one.inForce).toSorted(byHowOften)[0] ??
    items[0];
  return { list, items, chosen: chosen ?? null };
}

const byHowOften = (a: FormRow, b: FormRow): number =>
  periodKinds.indexOf(a.periodKind) - periodKinds.indexOf(b.periodKind);

/** Another form; what belongs to the one before is taken out of the address. */
export function FormSelect({
  items,
  chosen,
}: {
  readonly items: readonly FormRow[];
  readonly chosen: FormRow;
}) {
  const { change } = useUrlState();
  return (
    <NativeSelect
      label="Biểu báo cáo"
      value={chosen.id}
      onChange={(event) =>
        change({ formId: event.currentTarget.value, ky: undefined, so: undefined, page: undefined })
      }
      data={items.map((one) => ({
        value: one.id,
        label: one.inForce ? one.name : `${one.name} (thôi yêu cầu)`,
      }))}
    />
  );
}

/** The periods that a form has asked so far, newest first. */
export function usePeriods(form: FormRow | null): readonly Period[] {
  const { today } = useSession();
  return form === null ? [] : askedPeriods(form, today).toReversed();
}

interface PeriodSelectProps {
  readonly form: FormRow;
  readonly periods: readonly Period[];
  readonly chosen: string | undefined;
}

/** The period of `?ky=`, by its first day. */
export function PeriodSelect({ form, periods, chosen }: PeriodSelectProps) {
  const { change } = useUrlState();
  return (
    <NativeSelect
      label="Kỳ báo cáo"
      value={chosen ?? ''}
      onChange={(event) => change({ ky: event.currentTarget.value, page: undefined })}
      data={periods.map((period) => ({
        value: period.from,
        label: upperFirst(periodWords(form.periodKind, period)),
      }))}
    />
  );
}
