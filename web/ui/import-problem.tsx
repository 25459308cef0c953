import { IconAlertTriangle } from '@tabler/icons-react';
import type { ClientProblem, RefusedField } from '../platform/problem-error.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import styles from './import-list.module.css';
import { ProblemAlert } from './problem-alert.tsx';

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
