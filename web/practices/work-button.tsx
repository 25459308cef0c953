import { Button, Tooltip } from '@mantine/core';
import { useId } from 'react';
import type { PracticeWork } from '#domain/practices/practice-work.ts';
import { sentence } from './practice-actions.tsx';
import { actionOf, type Practice } from './practice-shape.ts';

interface WorkButtonProps {
  readonly practice: Practice;
  readonly work: PracticeWork;
  readonly onClick: () => void;
  /** Other words than the server's. */
  readonly label?: string;
}

/** A work beside the moves, in the card it belongs to: there for whom it concerns, off with its reason when it must wait. */
export function WorkButton({ practice, work, onClick, label }: WorkButtonProps) {
  const reasonId = useId();
  const entry = actionOf(practice, work);
  if (entry === undefined) return null;
  const words = label ?? entry.label;
  if (entry.allowed) {
    return (
      <Button variant="default" className="k-no-print" onClick={onClick}>
        {words}
      </Button>
    );
  }
  const reason = [
    entry.reason === null || entry.reason === undefined ? null : sentence(entry.reason),
    entry.mend,
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <Tooltip label={reason}>
      <Button
        variant="default"
        className="k-no-print"
        data-disabled
        aria-disabled="true"
        aria-describedby={reasonId}
        onClick={(event) => event.preventDefault()}
      >
        {words}
        <span id={reasonId} className="k-hidden">
          {reason}
        </span>
      </Button>
    </Tooltip>
  );
}
