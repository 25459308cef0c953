import { useState } from 'react';

/** The row of a form that is open in a drawer: a new one opens at once, and goes again when it is left without a code. */
export function useOpenedRow<R extends { readonly code: string }>(
  rows: readonly R[],
  onChange: (rows: readonly R[]) => void,
) {
  const [open, setOpen] = useState<number | null>(null);
  const opened = open === null ? undefined : rows[open];
  return {
    opened,
    before: open === null ? [] : rows.slice(0, open),
    edit: setOpen,
    change: (next: readonly R[]) => {
      if (next.length > rows.length) setOpen(next.length - 1);
      onChange(next);
    },
    save: (saved: R) => {
      onChange(rows.map((row) => (row === opened ? saved : row)));
      setOpen(null);
    },
    close: () => {
      if (opened?.code === '') onChange(rows.filter((row) => row !== opened));
      setOpen(null);
    },
  };
}
