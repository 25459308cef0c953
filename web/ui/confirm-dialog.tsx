import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ClientProblem } from '../platform/problem-error.ts';
import styles from './dialogs.module.css';
import { ProblemAlert } from './problem-alert.tsx';
import { useReturnFocus } from './return-focus.ts';

interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen, and whether it can be taken back. */
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  readonly danger?: boolean;
  readonly pending?: boolean;
  readonly problem?: ClientProblem | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** The question before what cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title}>
      <Question {...props} />
    </Modal>
  );
}

function Question(props: ConfirmDialogProps) {
  useReturnFocus();
  return (
    <div className="k-stack">
      <div className={styles.words}>{props.children}</div>
      <ProblemAlert problem={props.problem ?? null} />
      <div className={`${styles.actions} ${styles.foot}`}>
        <Button variant="default" onClick={props.onClose} data-autofocus={props.danger ? true : undefined}>
          {props.cancelLabel ?? 'Thôi'}
        </Button>
        <Button
          variant={props.danger ? 'outline' : 'filled'}
          loading={props.pending ?? false}
          onClick={props.onConfirm}
          data-autofocus={props.danger ? undefined : true}
        >
          {props.confirmLabel}
        </Button>
      </div>
    </div>
  );
}
