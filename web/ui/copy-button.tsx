import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { notify } from '../platform/notify.ts';

interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  /** Said when it is done. */
  readonly done: string;
}

/** Copies a text; where the browser does not let us, says so, and it can still be marked by hand. */
export function CopyButton({ text, label, done }: CopyButtonProps) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      notify(done);
    } catch {
      notify('Trình duyệt không cho sao chép tự động; hãy bôi đen rồi bấm Ctrl C.', { tone: 'warn' });
    }
  };
  return (
    <Button variant="default" leftSection={<IconCopy size={18} />} onClick={() => void copy()}>
      {label}
    </Button>
  );
}
