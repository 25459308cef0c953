import type { ApiResponse } from '../platform/api-client.ts';
import { Remark } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FormSection } from '../ui/form-page.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { LongList } from './long-list.tsx';
import styles from './organisations.module.css';

type Generation = ApiResponse<'GET /api/units/generation'>;

/** What would be founded, by kind and by name, and what is left alone because it stands already. */
export function GenerationPreview({ data }: { readonly data: Generation }) {
  return (
    <>
      {data.warnings.length > 0 && (
        <Remark>
          {data.warnings.map((warning) => (
            <div key={warning}>{warning}</div>
          ))}
        </Remark>
      )}
      {data.total + data.steeringCount === 0 ? (
        <div className="k-card">
          <EmptyState title="Không còn gì phải lập">
            Mọi địa bàn đã chọn đều có đủ các tổ chức này.
          </EmptyState>
        </div>
      ) : (
        <FormSection title={`Sẽ lập ${formatNumber(data.total)} tổ chức`}>
          <ul className={styles.counts}>
            {data.counts.map((one) => (
              <li key={one.label}>
                <span>{one.label}</span>
                <b>{formatNumber(one.count)}</b>
              </li>
            ))}
            {data.steeringCount > 0 && (
              <li>
                <span>Ban Chỉ đạo</span>
                <b>{formatNumber(data.steeringCount)}</b>
              </li>
            )}
          </ul>
          <div className={styles.scroll}>
            <table className={styles.table} aria-label="Các tổ chức sẽ lập">
              <thead>
                <tr>
                  <th scope="col">Tên</th>
                  <th scope="col">Địa bàn</th>
                  <th scope="col">Trực thuộc</th>
                </tr>
              </thead>
              <tbody>
                {data.units.map((unit) => (
                  <tr key={unit.code}>
                    <th scope="row">{unit.name}</th>
                    <td>{unit.areaName}</td>
                    <td>{unit.parentName}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {data.units.length < data.total && (
            <p className="k-small">Chỉ hiện {formatNumber(data.units.length)} tổ chức đầu.</p>
          )}
        </FormSection>
      )}
      {data.existing.length > 0 && (
        <FormSection title={`Giữ nguyên ${formatNumber(data.existing.length)} cấp ủy đã có`}>
          <LongList
            items={data.existing.map((unit) => ({ key: unit.id, words: `${unit.name} (${unit.areaName})` }))}
          />
        </FormSection>
      )}
    </>
  );
}
