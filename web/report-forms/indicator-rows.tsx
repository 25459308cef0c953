import { RowList } from '../ui/row-list.tsx';
import type { formFaults, Indicator } from '#domain/reports/form.ts';
import { emptyIndicator, withCode } from './form-draft.ts';
import { aggregationWords, sourceWords } from './form-words.ts';
import { IndicatorDrawer } from './indicator-drawer.tsx';
import { useOpenedRow } from './opened-row.ts';
import { RowWords } from './row-words.tsx';

interface IndicatorRowsProps {
  readonly rows: readonly Indicator[];
  readonly faults: ReturnType<typeof formFaults>;
  readonly onChange: (rows: readonly Indicator[]) => void;
}

/** The indicators of a form, in the order in which they are asked. */
export function IndicatorRows({ rows, faults, onChange }: IndicatorRowsProps) {
  const { opened, before, edit, change, save, close } = useOpenedRow(rows, onChange);
  const faultAt = (index: number) =>
    faults.find(({ path }) => path[0] === 'indicators' && path[1] === index)?.message;
  return (
    <>
      <RowList<Indicator>
        noun="chỉ tiêu"
        rows={rows}
        onChange={change}
        plain
        make={emptyIndicator}
        most={200}
        none="Biểu này chưa hỏi chỉ tiêu nào."
      >
        {(row, _patch, index) => (
          <RowWords
            title={row.unit === '' ? row.label : `${row.label} (${row.unit})`}
            detail={`${sourceWords(row, { indicators: [...rows] })} · ${aggregationWords[row.aggregation].toLocaleLowerCase('vi')}`}
            fault={row.code === '' ? undefined : faultAt(index)}
            onEdit={() => edit(index)}
          />
        )}
      </RowList>
      {opened !== undefined && (
        <IndicatorDrawer
          indicator={opened}
          before={before}
          all={rows.filter((row) => row !== opened)}
          onSave={(saved) => save(withCode(saved, saved.label, rows))}
          onClose={close}
        />
      )}
    </>
  );
}
