import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { ClientProblem } from '../platform/problem-error.ts';
import styles from './problem-alert.module.css';

interface ProblemAlertProps {
  readonly problem: ClientProblem | null;
  readonly onRetry?: () => void;
}

/** A refusal on the page: what went wrong, how to mend it, the fields it is about. */
export function ProblemAlert({ problem, onRetry }: ProblemAlertProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) box.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  if (problem === null) return null;
  return (
    <div ref={box} role="alert" className={styles.alert}>
      <IconAlertTriangle size={22} stroke={1.8} aria-hidden="true" />
      <div className={styles.words}>
        <b>{problem.title}</b>
        {problem.detail !== '' && <div>{problem.detail}</div>}
        {problem.fields.length > 0 && (
          <ul>
            {problem.fields.slice(0, 20).map((field) => (
              <li key={`${field.path}-${field.message}`}>{field.message}</li>
            ))}
            {problem.fields.length > 20 && <li>… và {problem.fields.length - 20} chỗ nữa</li>}
          </ul>
        )}
      </div>
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          Thử lại
        </Button>
      )}
    </div>
  );
}
