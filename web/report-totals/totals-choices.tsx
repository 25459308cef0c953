import { useSession } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { ChoicesCard } from '../ui/choices-card.tsx';
import { DayField } from '../ui/day-field.tsx';
import { SelectField } from '../ui/fields.tsx';
import { type FormRow, FormSelect, PeriodSelect } from '../ui/report-choice.tsx';
import { type PickedUnit, UnitPicker } from '../ui/unit-picker.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import type { AskedTotals } from './totals-address.ts';

interface TotalsChoicesProps {
  readonly items: readonly FormRow[];
  readonly asked: AskedTotals;
  readonly unit: PickedUnit | null;
}

/** Form, period, unit, and which of the two questions: as it was, or under the units of another day. */
export function TotalsChoices({ items, asked, unit }: TotalsChoicesProps) {
  const { change } = useUrlState();
  return (
    <ChoicesCard
      label="Chọn số liệu"
      more={
        <>
          <UnitPicker
            name="unitId"
            label="Đơn vị"
            value={unit}
            onChange={(picked) => change({ unitId: picked?.id })}
          />
          <TreeChoice asked={asked} />
        </>
      }
    >
      <FormSelect items={items} chosen={asked.form} />
      <PeriodSelect form={asked.form} periods={asked.periods} chosen={asked.period?.from} />
    </ChoicesCard>
  );
}

function TreeChoice({ asked }: { readonly asked: AskedTotals }) {
  const { today } = useSession();
  const { change } = useUrlState();
  const { day } = asked;
  const value = day === null ? 'ky' : day === today ? 'nay' : 'khac';
  return (
    <>
      <SelectField<'ky' | 'nay' | 'khac'>
        name="cach"
        label="Cách cộng"
        none={null}
        value={value}
        onChange={(chosen) => change({ ngay: chosen === 'nay' ? today : undefined })}
        options={[
          { value: 'ky', label: 'Như tổ chức cuối kỳ' },
          { value: 'nay', label: 'Theo đơn vị hôm nay' },
          ...(value === 'khac' && day !== null
            ? [{ value: 'khac' as const, label: `Theo tổ chức ngày ${formatDay(day)}` }]
            : []),
        ]}
      />
      <DayField
        name="ngay"
        label="Hoặc ngày khác"
        value={value === 'khac' ? day : null}
        max={today}
        onChange={(next) => change({ ngay: next ?? undefined })}
      />
    </>
  );
}
