import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { AppLink } from '../ui/app-link.tsx';
import styles from './message-page.module.css';
import { usePageTitle } from './page-title.ts';
import type { ClientProblem } from './problem-error.ts';

interface MessagePageProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** The way out; who is not signed in finds the sign-in page there. */
  readonly home?: string;
}

/** A page that only says something: nothing here, not allowed, gone wrong. */
export function MessagePage({ title, children, actions, home = 'Về Việc của tôi' }: MessagePageProps) {
  const heading = usePageTitle(title);
  return (
    <div className={styles.page}>
      <svg className={styles.mark} viewBox="0 0 96 64" aria-hidden="true">
        <path d="M8 56V18l16-10h64v48z" fill="var(--k-card)" stroke="var(--k-line-2)" strokeWidth="2" />
        <path d="M24 8v10H8" fill="none" stroke="var(--k-line-2)" strokeWidth="2" />
        <path d="M24 30h48M24 40h34" stroke="var(--k-line-2)" strokeWidth="3" strokeLinecap="round" />
        <circle cx="80" cy="50" r="9" fill="var(--k-red-soft)" stroke="var(--k-red)" strokeWidth="2" />
        <path d="M80 46v5M80 54v.5" stroke="var(--k-red)" strokeWidth="2.4" strokeLinecap="round" />
      </svg>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <div className={styles.text}>{children}</div>
      <div className="k-row">
        {actions}
        <Button component={AppLink} href="/" variant="default">
          {home}
        </Button>
      </div>
    </div>
  );
}

export function NotFoundPage() {
  return (
    <MessagePage title="Không có trang này">
      <p>Đường dẫn có thể đã đổi hoặc gõ thiếu. Hãy tìm theo tên ở ô tìm kiếm phía trên (Ctrl K).</p>
    </MessagePage>
  );
}

export function ForbiddenPage() {
  return (
    <MessagePage title="Bạn chưa được giao quyền xem trang này">
      <p>Nếu đây là nhiệm vụ của bạn, đề nghị quản trị hệ thống giao quyền tại đơn vị tương ứng.</p>
    </MessagePage>
  );
}

interface ProblemPageProps {
  readonly problem: ClientProblem;
  readonly onRetry?: () => void;
}

/** A page whose content could not be read. */
export function ProblemPage({ problem, onRetry }: ProblemPageProps) {
  if (problem.code === 'forbidden') return <ForbiddenPage />;
  return (
    <MessagePage title={problem.title} actions={onRetry && <Button onClick={onRetry}>Thử lại</Button>}>
      <p>{problem.detail}</p>
    </MessagePage>
  );
}
