import { Button, Drawer } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { clearNotices } from '../platform/notify.ts';
import type { ClientProblem } from '../platform/problem-error.ts';
import styles from './drawer-form.module.css';
import { ErrorSummary } from './error-summary.tsx';
import { FormContext } from './form-context.ts';
import { useFieldErrors } from './form-errors.ts';
import { ProblemAlert } from './problem-alert.tsx';
import { useReturnFocus } from './return-focus.ts';

interface DrawerFormProps {
  readonly opened: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly submitLabel: string;
  readonly pending?: boolean;
  readonly problem?: ClientProblem | null;
  /** Shown in the foot, left of the buttons: a running total. */
  readonly foot?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A short form over the record it belongs to. On the phone it fills the screen. */
export function DrawerForm(props: DrawerFormProps) {
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      position="right"
      size={props.wide ? '48rem' : '34rem'}
      closeOnClickOutside={false}
      classNames={{ body: styles.body ?? '', content: styles.content ?? '' }}
    >
      {props.opened && <Inside {...props} />}
    </Drawer>
  );
}

const nothing: readonly never[] = [];

function Inside(props: DrawerFormProps) {
  const fields = props.problem?.fields ?? nothing;
  const labels = useFieldErrors(fields);
  const form = useRef<HTMLFormElement>(null);
  useEffect(clearNotices, []);
  useReturnFocus();
  useLayoutEffect(() => beginAtFirstField(form.current), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A drawer that a form opened: React would hand its submit on to that form as well.
    event.stopPropagation();
    props.onSubmit();
  };
  return (
    <FormContext value={labels}>
      <form ref={form} onSubmit={submit} className={styles.form} noValidate>
        <div className={styles.fields}>
          {fields.length > 0 && props.problem ? (
            <ErrorSummary fields={fields} title={props.problem.title} />
          ) : (
            <ProblemAlert problem={props.problem ?? null} />
          )}
          {props.children}
        </div>
        <div className={styles.foot}>
          {props.foot !== undefined && <div className={styles.footWords}>{props.foot}</div>}
          <Button variant="default" onClick={props.onClose}>
            Thôi
          </Button>
          <Button type="submit" loading={props.pending ?? false}>
            {props.submitLabel}
          </Button>
        </div>
      </form>
    </FormContext>
  );
}

/** One begins to write at once; on the phone the keyboard would cover what the drawer says. */
function beginAtFirstField(form: HTMLFormElement | null): void {
  if (form === null || !matchMedia('(pointer: fine)').matches) return;
  if (form.querySelector('[data-autofocus]') !== null) return;
  form
    .querySelector('input:enabled, select:enabled, textarea:enabled')
    ?.setAttribute('data-autofocus', 'true');
}
