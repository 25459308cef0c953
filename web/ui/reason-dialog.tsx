import { Button, Modal } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { ClientProblem } from '../platform/problem-error.ts';
import styles from './dialogs.module.css';
import { TextAreaField } from './fields.tsx';
import { ProblemAlert } from './problem-alert.tsx';
import { QuickPhrases } from './quick-phrases.tsx';
import { useReturnFocus } from './return-focus.ts';

interface ReasonDialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly confirmLabel: string;
  readonly label?: string;
  /** Who reads it, where that is not the unit. */
  readonly hint?: string;
  readonly children?: ReactNode;
  /** Characters that a reason needs at least. */
  readonly minLength?: number;
  /** Sentences often used: a press adds one. */
  readonly quickPhrases?: readonly string[];
  readonly danger?: boolean;
  readonly pending?: boolean;
  readonly problem?: ClientProblem | null;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

/** What refuses, returns or stops something says why; the reason goes to the unit and into the history. */
export function ReasonDialog(props: ReasonDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title} size="lg">
      {props.opened && <ReasonForm {...props} />}
    </Modal>
  );
}

function ReasonForm(props: ReasonDialogProps) {
  const { minLength = 10, quickPhrases = [] } = props;
  const [reason, setReason] = useState('');
  const [pressed, setPressed] = useState(false);
  useReturnFocus();
  const short = reason.trim().length < minLength;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (!short) props.onConfirm(reason.trim());
  };
  return (
    <form onSubmit={submit} className="k-stack" noValidate>
      {props.children !== undefined && <div>{props.children}</div>}
      <ProblemAlert problem={props.problem ?? null} />
      <TextAreaField
        name="reason"
        label={props.label ?? 'Lý do'}
        hint={props.hint ?? 'Đơn vị sẽ đọc được; được lưu trong diễn biến.'}
        value={reason}
        onChange={setReason}
        error={pressed && short ? `Nêu lý do cụ thể, ít nhất ${minLength} ký tự.` : undefined}
        maxLength={1000}
        required
        autoFocus
      />
      <QuickPhrases phrases={quickPhrases} text={reason} onText={setReason} />
      <div className={`${styles.actions} ${styles.foot}`}>
        <Button variant="default" onClick={props.onClose}>
          Thôi
        </Button>
        <Button type="submit" variant={props.danger ? 'outline' : 'filled'} loading={props.pending ?? false}>
          {props.confirmLabel}
        </Button>
      </div>
    </form>
  );
}
