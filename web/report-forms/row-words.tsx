import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './report-forms.module.css';

interface RowWordsProps {
  readonly title: string;
  readonly detail: ReactNode;
  readonly fault?: string | undefined;
  readonly onEdit: () => void;
}

/** A row of the form as it reads, and the button that opens its fields. */
export function RowWords({ title, detail, fault, onEdit }: RowWordsProps) {
  return (
    <div className={styles.row}>
      <div className={styles.rowWords}>
        <b>{title === '' ? 'Chưa đặt tên' : title}</b>
        <div className="k-small">{detail}</div>
        {fault !== undefined && <div className={styles.fault}>{fault}</div>}
      </div>
      <Button variant="default" aria-label={`Sửa: ${title === '' ? 'mục mới' : title}`} onClick={onEdit}>
        Sửa
      </Button>
    </div>
  );
}
