import { Button } from '@mantine/core';
import { dismissNotice, notify } from '../platform/notify.ts';

interface UndoNotice {
  readonly message: string;
  readonly onUndo: () => void;
}

/** Says what was done and offers to take it back for ten seconds. */
export function notifyWithUndo({ message, onUndo }: UndoNotice): void {
  const undo = () => {
    dismissNotice(id);
    onUndo();
  };
  const id = notify(
    <span className="k-row">
      <span>{message}</span>
      <Button variant="default" size="compact-sm" onClick={undo}>
        Hoàn tác
      </Button>
    </span>,
    { stays: 10_000 },
  );
}
