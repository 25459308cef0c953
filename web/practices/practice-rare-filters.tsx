import { NativeSelect } from '@mantine/core';
import { useUrlState } from '../platform/url-state.ts';
import { AskedDayField } from '../ui/asked-day.tsx';
import { type PickedUnit, UnitPicker } from '../ui/unit-picker.tsx';
import { rareFilters } from './practice-filters.ts';
import styles from './practice-list.module.css';

interface RareFiltersProps {
  readonly id: string;
  readonly unit: PickedUnit | null;
}

/** The filters that are needed now and then, each with its name; the unit takes all below it. */
export function RareFilters({ id, unit }: RareFiltersProps) {
  const { words, change } = useUrlState();
  return (
    <div id={id} className={`k-card ${styles.rare}`} role="group" aria-label="Lọc thêm">
      <div className={styles.unit}>
        <UnitPicker
          name="unitId"
          label="Đơn vị (cả cấp dưới)"
          value={unit}
          onChange={(picked) => change({ unitId: picked?.id, page: undefined })}
        />
      </div>
      <AskedDayField />
      {rareFilters.map((filter) => (
        <NativeSelect
          key={filter.key}
          label={filter.label}
          value={words[filter.key] ?? ''}
          onChange={(event) => change({ [filter.key]: event.currentTarget.value, page: undefined })}
          data={[{ value: '', label: 'Tất cả' }, ...filter.options.map((option) => ({ ...option }))]}
        />
      ))}
    </div>
  );
}
