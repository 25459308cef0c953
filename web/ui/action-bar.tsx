import { Button, Tooltip } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import styles from './action-bar.module.css';

/** An action as the server sends it with a record: may it be done now, and if not, why. */
export interface RecordAction<A extends string = string> {
  readonly action: A;
  readonly label: string;
  readonly allowed: boolean;
  /** Why not, and what would make it possible. */
  readonly reason?: string | null;
  readonly mend?: string | null;
}

interface ActionBarProps<A extends string> {
  readonly actions: readonly RecordAction<A>[];
  readonly onAction: (action: A) => void;
  /** The one in red; the first allowed action when left out, none with null. */
  readonly primary?: A | null;
  /** Stops, refuses, takes back: outlined in red. */
  readonly danger?: readonly A[];
  readonly pending?: A | null;
  readonly children?: ReactNode;
}

/** What I can do with this record. A button that is off stays reachable and says why. */
export function ActionBar<A extends string>(props: ActionBarProps<A>) {
  const { actions, onAction, danger = [], pending = null, children } = props;
  const primary =
    props.primary === undefined
      ? actions.find((entry) => entry.allowed && !danger.includes(entry.action))?.action
      : props.primary;
  return (
    <div className={styles.bar} role="group" aria-label="Việc có thể làm">
      {children}
      {actions.map((entry) => (
        <ActionButton
          key={entry.action}
          entry={entry}
          look={entry.action === primary ? 'primary' : danger.includes(entry.action) ? 'danger' : 'plain'}
          loading={pending === entry.action}
          onClick={() => onAction(entry.action)}
        />
      ))}
    </div>
  );
}

interface ActionButtonProps {
  readonly entry: RecordAction;
  readonly look: 'primary' | 'danger' | 'plain';
  readonly loading: boolean;
  readonly onClick: () => void;
}

function ActionButton({ entry, look, loading, onClick }: ActionButtonProps) {
  const reasonId = useId();
  if (entry.allowed) {
    return (
      <Button
        variant={look === 'primary' ? 'filled' : look === 'danger' ? 'outline' : 'default'}
        loading={loading}
        onClick={onClick}
      >
        {entry.label}
      </Button>
    );
  }
  const reason = [asSentence(entry.reason ?? 'chưa làm được lúc này'), entry.mend].filter(Boolean).join(' ');
  return (
    <span className={styles.blocked}>
      <Tooltip label={reason}>
        {/* aria-disabled, not disabled: the keyboard must be able to reach the reason. */}
        <Button
          variant="default"
          data-disabled
          aria-disabled="true"
          aria-describedby={reasonId}
          onClick={prevent}
        >
          {entry.label}
        </Button>
      </Tooltip>
      <span id={reasonId} className={styles.reason}>
        {reason}
      </span>
    </span>
  );
}

/** Reasons come as the end of a sentence ("văn bản đã ban hành"); alone they stand as one. */
function asSentence(words: string): string {
  const ended = /[.?!…]$/u.test(words) ? words : `${words}.`;
  return ended.charAt(0).toLocaleUpperCase('vi') + ended.slice(1);
}

function prevent(event: { preventDefault(): void }): void {
  event.preventDefault();
}
