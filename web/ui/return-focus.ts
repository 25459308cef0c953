import { useEffect, useState } from 'react';

/**
 * Gives the focus back to what opened a dialog, where its owner takes the dialog out of the page instead of closing it:
 * who works by keyboard would have to begin at the top of the page again.
 */
export function useReturnFocus(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      setTimeout(() => {
        const nowhere = document.activeElement === null || document.activeElement === document.body;
        if (nowhere && opener instanceof HTMLElement && opener.isConnected)
          opener.focus({ preventScroll: true });
      });
    },
    [opener],
  );
}
