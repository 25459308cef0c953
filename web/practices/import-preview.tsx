import { IconAlertTriangle } from '@tabler/icons-react';
import type { ClientProblem, RefusedField } from '../platform/problem-error.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import type { ImportAnswer } from './import-answer.ts';
import styles from './import.module.css';

const CELL = /([A-Z]{1,3}\d+)/;

/** "D7", wherever the server put it. */
function cellOf(field: RefusedField): string {
  return CELL.exec(field.path)?.[1] ?? CELL.exec(field.message)?.[1] ?? field.path;
}

function messageOf(field: RefusedField): string {
  const cell = cellOf(field);
  return field.message.replace(new RegExp(`^(?:Ô )?${cell}\\s*[:：–-]\\s*`), '');
}

const SHOWN = 200;

/** Why the list was refused: every bad cell by its name, so that it can be found in the file. */
export function ImportProblem({ problem }: { readonly problem: ClientProblem }) {
  const cells = problem.fields.filter((field) => CELL.test(field.path) || CELL.test(field.message));
  if (cells.length === 0) return <ProblemAlert problem={problem} />;
  return (
    <div role="alert" className={styles.problem}>
      <div className={styles.problemHead}>
        <IconAlertTriangle size={22} stroke={1.8} aria-hidden="true" />
        <div>
          <b>{problem.title}</b>
          <div>{problem.detail}</div>
        </div>
      </div>
      <div className={styles.scroll} role="region" aria-label="Các ô cần sửa" tabIndex={0}>
        <table className={styles.table} aria-label="Các ô cần sửa">
          <thead>
            <tr>
              <th scope="col">Ô</th>
              <th scope="col">Cần sửa</th>
            </tr>
          </thead>
          <tbody>
            {cells.slice(0, SHOWN).map((field) => (
              <tr key={`${field.path} ${field.message}`}>
                <th scope="row">{cellOf(field)}</th>
                <td>{messageOf(field)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {cells.length > SHOWN && (
        <p className="k-small">
          … và {formatNumber(cells.length - SHOWN)} ô nữa. Sửa các ô trên rồi chọn lại tệp.
        </p>
      )}
    </div>
  );
}

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
