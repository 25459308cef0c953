import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import type { ClientProblem, RefusedField } from '../platform/problem-error.ts';
import { ErrorSummary } from './error-summary.tsx';
import { FormContext } from './form-context.ts';
import { useFieldErrors } from './form-errors.ts';
import styles from './guided-steps.module.css';
import { ProblemAlert } from './problem-alert.tsx';

export interface GuidedStep {
  readonly key: string;
  /** Two to four words. */
  readonly title: string;
  readonly content: ReactNode;
}

interface GuidedStepsProps {
  readonly steps: readonly GuidedStep[];
  /** The key of the step that is open. */
  readonly current: string;
  readonly onGo: (key: string) => void;
  /** Steps that can be opened by their number: those done, and the next one. */
  readonly reached: number;
  readonly onNext: () => void;
  readonly nextLabel: string;
  readonly pending?: boolean;
  /** The last step may not be done yet: why is said on it. */
  readonly blocked?: boolean;
  readonly refused: readonly RefusedField[];
  readonly problem?: ClientProblem | null;
  /** In the foot, at the left: that what is typed is kept, starting over. */
  readonly foot?: ReactNode;
}

/** A task in a few steps: where one is, what is done, back and forth; nothing happens before the last. */
export function GuidedSteps(props: GuidedStepsProps) {
  const { steps, current, onGo, reached, refused } = props;
  const at = Math.max(
    0,
    steps.findIndex((step) => step.key === current),
  );
  const labels = useFieldErrors(refused);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(at);
  useEffect(() => {
    if (shown.current === at) return;
    shown.current = at;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (props.blocked !== true) props.onNext();
  };
  const back = steps[at - 1];
  return (
    <FormContext value={labels}>
      <div className={styles.frame}>
        <ol className={styles.steps} aria-label="Các bước">
          {steps.map((step, index) => (
            <li
              key={step.key}
              aria-current={index === at ? 'step' : undefined}
              data-done={index < at || undefined}
            >
              <button type="button" disabled={index > reached} onClick={() => onGo(step.key)}>
                <span className="k-hidden">Bước {index + 1}: </span>
                <span className={styles.number} aria-hidden="true">
                  {index < at ? <IconCheck size={16} stroke={2.4} /> : index + 1}
                </span>
                <span className={styles.title}>{step.title}</span>
                {index < at && <span className="k-hidden"> (xong)</span>}
              </button>
            </li>
          ))}
        </ol>
        <form onSubmit={submit} className={styles.form} noValidate>
          <h2 ref={heading} tabIndex={-1} className={styles.heading}>
            Bước {at + 1}/{steps.length}: {steps[at]?.title}
          </h2>
          {refused.length > 0 ? (
            <ErrorSummary fields={refused} title={summaryOf(refused.length)} />
          ) : (
            <ProblemAlert problem={props.problem ?? null} />
          )}
          {steps[at]?.content}
          <div className={styles.foot}>
            <div className={styles.note}>{props.foot}</div>
            {back !== undefined && (
              <Button variant="default" onClick={() => onGo(back.key)}>
                Quay lại
              </Button>
            )}
            <Button
              type="submit"
              loading={props.pending ?? false}
              disabled={props.blocked ?? false}
              variant={at === steps.length - 1 ? 'filled' : 'outline'}
            >
              {props.nextLabel}
            </Button>
          </div>
        </form>
      </div>
    </FormContext>
  );
}

function summaryOf(count: number): string {
  return count === 1 ? 'Còn 1 chỗ cần sửa' : `Còn ${count} chỗ cần sửa`;
}
