import { type MouseEvent, useContext, useEffect, useRef } from 'react';
import type { RefusedField } from '../platform/problem-error.ts';
import { fieldId, FormContext } from './form-context.ts';
import styles from './error-summary.module.css';

interface ErrorSummaryProps {
  readonly fields: readonly RefusedField[];
  readonly title?: string;
  /** How often somebody asked for it. Where it follows the typing (0 at first), only asking takes the focus. */
  readonly asked?: number;
}

/** All refusals of a form at its top, each a link to its field; takes the focus when it appears. */
export function ErrorSummary({ fields, title, asked }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const form = useContext(FormContext);
  const cause = asked ?? fields;
  useEffect(() => {
    if (cause !== 0) box.current?.focus();
  }, [cause]);
  if (fields.length === 0) return null;
  const go = (event: MouseEvent, path: string) => {
    const field = document.getElementById(fieldId(path));
    if (field === null) return;
    event.preventDefault();
    field.scrollIntoView({ block: 'center' });
    field.focus({ preventScroll: true });
  };
  return (
    <div ref={box} tabIndex={-1} role={asked === 0 ? 'status' : 'alert'} className={styles.summary}>
      <h2>{title ?? `Còn ${fields.length} chỗ cần sửa, chưa ghi nhận gì`}</h2>
      <ul>
        {fields.map((field) => {
          const label = form?.labelOf?.(field.path);
          return (
            <li key={`${field.path} ${field.message}`}>
              <a href={`#${fieldId(field.path)}`} onClick={(event) => go(event, field.path)}>
                {label === undefined ? '' : <b>{label}: </b>}
                {field.message}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
