import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { AccountMenu } from './account-menu.tsx';
import { Brand } from './brand.tsx';
import styles from './shell.module.css';

const FindPalette = lazy(() =>
  import('./find-palette.tsx').then((module) => ({ default: module.FindPalette })),
);

/** Global find and who is signed in. Ctrl-K (or ⌘-K) opens the find from anywhere, fields included. */
export function TopBar() {
  const [finding, setFinding] = useState(false);
  const [everOpened, setEverOpened] = useState(false);
  const open = () => {
    setEverOpened(true);
    setFinding(true);
  };
  useHotkeys([['mod+K', open]], []);
  return (
    <header className={styles.top}>
      <span className="k-phone-only">
        <Brand />
      </span>
      <button
        type="button"
        className={styles.find}
        onClick={open}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K"
      >
        <IconSearch size={18} stroke={1.8} aria-hidden="true" />
        <span>Tìm mô hình, đơn vị, văn bản…</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      <AccountMenu />
      {everOpened && (
        <Suspense>
          <FindPalette opened={finding} onClose={() => setFinding(false)} />
        </Suspense>
      )}
    </header>
  );
}
