import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import styles from './choices-card.module.css';
import { cx } from './cx.ts';

interface ChoicesCardProps {
  /** Read out: "Chọn biểu và phạm vi". */
  readonly label: string;
  /** What is chosen most; the first takes more room. */
  readonly children: ReactNode;
  /** Chosen now and then: on the phone behind a button. */
  readonly more?: ReactNode;
}

/** What a page is about, chosen above it: form, period, unit, day. */
export function ChoicesCard({ label, children, more }: ChoicesCardProps) {
  const [opened, setOpened] = useState(false);
  return (
    <div className={`k-card ${styles.choices} k-no-print`} role="group" aria-label={label}>
      {children}
      {more !== undefined && (
        <>
          <Button
            variant="default"
            className="k-phone-only"
            aria-expanded={opened}
            onClick={() => setOpened((was) => !was)}
          >
            {opened ? 'Thu gọn' : 'Chọn thêm'}
          </Button>
          <div className={cx(styles.more, opened && styles.opened)}>{more}</div>
        </>
      )}
    </div>
  );
}
