import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useId } from 'react';
import type { ClientProblem } from '../platform/problem-error.ts';
import { formatInstant } from '../platform/time.ts';
import type { Autosave } from './autosave.ts';
import { ErrorSummary } from './error-summary.tsx';
import { FormContext } from './form-context.ts';
import { useFieldErrors } from './form-errors.ts';
import styles from './form-page.module.css';
import { LeaveGuard } from './leave-guard.tsx';
import { type Crumb, PageHead } from './page-head.tsx';
import { ProblemAlert } from './problem-alert.tsx';

interface FormPageProps<T> {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly crumbs?: readonly Crumb[];
  readonly children: ReactNode;
  /** The refusal of the last attempt: its fields are summed up at the top and shown beside each field. */
  readonly problem?: ClientProblem | null;
  readonly submitLabel: string;
  readonly onSubmit: () => void;
  readonly submitting?: boolean;
  readonly onCancel?: () => void;
  readonly autosave?: Autosave<T>;
  /** Takes over what was typed here earlier and never sent. */
  readonly onRestore?: (value: T) => void;
  /** Something would be lost by leaving (without an autosave). */
  readonly dirty?: boolean;
  /** Beside the submit button: "Lưu nháp", "Xem trước". */
  readonly extraActions?: ReactNode;
  /** Beside the form in the office, below it on the phone: duplicates, quota, last year's entry. */
  readonly aside?: ReactNode;
}

const nothing: readonly never[] = [];

/** A form: one column, refusals at the top and beside the field, nothing lost. */
export function FormPage<T>(props: FormPageProps<T>) {
  const { problem = null, autosave, onRestore } = props;
  const fields = problem?.fields ?? nothing;
  const labels = useFieldErrors(fields);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit();
  };
  const unsaved = autosave === undefined ? (props.dirty ?? false) : autosave.status === 'refused';
  return (
    <FormContext value={labels}>
      <LeaveGuard active={unsaved && props.submitting !== true} />
      <PageHead title={props.title} subtitle={props.subtitle} crumbs={props.crumbs ?? []} />
      <div className={props.aside === undefined ? styles.one : styles.withAside}>
        <form onSubmit={submit} className={styles.form} noValidate>
          {autosave?.leftover != null && onRestore && (
            <Leftover
              at={autosave.leftover.at}
              onUse={() => {
                if (autosave.leftover) onRestore(autosave.leftover.value);
                autosave.dropLeftover();
              }}
              onDrop={autosave.dropLeftover}
            />
          )}
          {fields.length > 0 && problem ? (
            <ErrorSummary fields={fields} title={problem.title} />
          ) : (
            <ProblemAlert problem={problem} />
          )}
          {props.children}
          <div className={styles.foot}>
            <span role="status" className={styles.status} data-state={autosave?.status}>
              {autosave?.text}
            </span>
            {props.onCancel && (
              <Button variant="default" onClick={props.onCancel}>
                Thôi
              </Button>
            )}
            {props.extraActions}
            <Button type="submit" loading={props.submitting ?? false}>
              {props.submitLabel}
            </Button>
          </div>
        </form>
        {props.aside !== undefined && <aside className={styles.aside}>{props.aside}</aside>}
      </div>
    </FormContext>
  );
}

interface LeftoverProps {
  readonly at: string;
  readonly onUse: () => void;
  readonly onDrop: () => void;
}

function Leftover({ at, onUse, onDrop }: LeftoverProps) {
  return (
    <div className={styles.leftover} role="status">
      <span>Máy này còn giữ một bản nhập dở lúc {formatInstant(at)}, chưa gửi được lên máy chủ.</span>
      <Button variant="default" onClick={onUse}>
        Dùng bản đó
      </Button>
      <Button variant="subtle" color="gray" onClick={onDrop}>
        Bỏ
      </Button>
    </div>
  );
}

interface FormSectionProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a form, with its heading. */
export function FormSection({ title, hint, children }: FormSectionProps) {
  const titleId = useId();
  return (
    <section className={`k-card ${styles.section}`} aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      {hint !== undefined && <p className="k-small">{hint}</p>}
      {children}
    </section>
  );
}

/** Two or three short fields side by side in the office, one below the other on the phone. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
