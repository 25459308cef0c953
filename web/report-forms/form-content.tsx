import { Card } from '../ui/card.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { FormContent, Indicator } from '#domain/reports/form.ts';
import { aggregationWords, sourceWords } from './form-words.ts';
import styles from './report-forms.module.css';

/** What a form asks: its sections, and its indicators with where each comes from and what may be added up. */
export function FormContentView({ content }: { readonly content: FormContent }) {
  return (
    <div className="k-stack">
      <Card title="Phần lời" aside={`${content.sections.length} phần`}>
        {content.sections.length === 0 ? (
          <p className="k-small">Biểu này không hỏi phần lời.</p>
        ) : (
          <ol className={styles.sections}>
            {content.sections.map((section) => (
              <li key={section.code} data-level={section.level}>
                <b>{section.title}</b>
                {section.required && <span className="k-small"> · bắt buộc</span>}
                {section.guidance !== '' && <div className="k-small">{section.guidance}</div>}
              </li>
            ))}
          </ol>
        )}
      </Card>
      <DataTable<Indicator>
        name="form-indicators"
        label="Chỉ tiêu của biểu"
        unit="chỉ tiêu"
        columns={columnsFor(content)}
        rows={content.indicators}
        rowId={(indicator) => indicator.code}
        empty={<EmptyState title="Biểu này không hỏi chỉ tiêu số">Đơn vị chỉ viết phần lời.</EmptyState>}
      />
    </div>
  );
}

function columnsFor(content: FormContent): readonly TableColumn<Indicator>[] {
  const labelOf = (code: string) => content.indicators.find((one) => one.code === code)?.label ?? code;
  return [
    {
      key: 'label',
      header: 'Chỉ tiêu',
      cell: (one) => (
        <div>
          {one.label} <span className="k-small">({one.unit})</span>
          <div className="k-small">{one.definition}</div>
        </div>
      ),
    },
    { key: 'source', header: 'Lấy từ đâu', cell: (one) => sourceWords(one, content) },
    { key: 'aggregation', header: 'Cộng lên cấp trên', cell: (one) => aggregationWords[one.aggregation] },
    {
      key: 'partOf',
      header: 'Không vượt quá',
      hidden: true,
      cell: (one) => (one.partOf === null ? '–' : labelOf(one.partOf)),
    },
    { key: 'group', header: 'Nhóm', hidden: true, cell: (one) => one.group || '–' },
  ];
}
