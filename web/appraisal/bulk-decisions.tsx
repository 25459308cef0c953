import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { type Decision, DecisionDialog, decisionLabels } from './decision-dialog.tsx';

interface BulkRow {
  readonly id: string;
  readonly name: string;
  readonly allowed: readonly string[];
}

interface BulkDecisionsProps {
  readonly rows: readonly BulkRow[];
  readonly onDone: () => void;
}

const decisions: readonly Decision[] = ['take_up', 'accept', 'return', 'decline'];

/** For a selection: what all of the chosen rows allow. */
export function BulkDecisions({ rows, onDone }: BulkDecisionsProps) {
  const [open, setOpen] = useState<Decision | null>(null);
  const allowed = decisions.filter(
    (decision) => rows.length > 0 && rows.every((row) => row.allowed.includes(decision)),
  );
  if (allowed.length === 0)
    return <span className="k-small">Các dòng đã chọn không còn việc gì làm chung được ở bước này.</span>;
  return (
    <>
      {allowed.map((decision, index) => (
        <Button
          key={decision}
          variant={index === 0 ? 'filled' : decision === 'decline' ? 'outline' : 'default'}
          onClick={() => setOpen(decision)}
        >
          {decisionLabels[decision]} ({formatNumber(rows.length)})
        </Button>
      ))}
      {open !== null && (
        <DecisionDialog
          decision={open}
          practices={rows}
          onDone={() => {
            setOpen(null);
            onDone();
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
