import { StateBadge } from '../ui/state-badge.tsx';
import type { ImportAnswer } from './import-answer.ts';
import styles from '../ui/import-list.module.css';

/** The rows as they were understood, before anything is written. */
export function ImportRows({ rows }: { readonly rows: ImportAnswer['rows'] }) {
  return (
    <div className={styles.scroll} role="region" aria-label="Các dòng đọc được" tabIndex={0}>
      <table className={styles.table} aria-label="Các dòng đọc được">
        <thead>
          <tr>
            <th scope="col">Dòng</th>
            <th scope="col">Tên mô hình, điển hình</th>
            <th scope="col">Lĩnh vực</th>
            <th scope="col">Địa chỉ</th>
            <th scope="col">Lưu ý</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.rowNumber}>
              <td className={styles.number}>{row.rowNumber}</td>
              <td>
                <b>{row.name}</b>
              </td>
              <td>{row.fieldName || '–'}</td>
              <td>{row.placeText || '–'}</td>
              <td>
                {row.warnings.length === 0
                  ? '–'
                  : row.warnings.map((warning) => (
                      <StateBadge key={warning} tone="warn" className={styles.warning ?? ''}>
                        {warning}
                      </StateBadge>
                    ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
