import { type ReactNode, useId } from 'react';
import styles from './card.module.css';
import { cx } from './cx.ts';

interface CardProps {
  readonly title?: string;
  /** Small words at the right of the title: how many, as of when, a link. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** `flush` lets tables and row lists reach the edges. */
  readonly flush?: boolean;
  readonly className?: string;
}

/** A sheet of paper on the page. */
export function Card({ title, aside, children, flush = false, className }: CardProps) {
  const titleId = useId();
  return (
    <section className={cx('k-card', styles.card, className)} aria-labelledby={title ? titleId : undefined}>
      {title !== undefined && (
        <header className={styles.header}>
          <h2 id={titleId}>{title}</h2>
          {aside !== undefined && <div className={styles.aside}>{aside}</div>}
        </header>
      )}
      <div className={flush ? undefined : styles.body}>{children}</div>
    </section>
  );
}

interface CardRowProps {
  /** At the left: a due date, a number. */
  readonly lead?: ReactNode;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  readonly badge?: ReactNode;
  readonly action?: ReactNode;
}

/** One thing in a flush card: what, why, and the button for it. */
export function CardRow({ lead, title, detail, badge, action }: CardRowProps) {
  return (
    <div className={styles.row}>
      {lead !== undefined && <div className={styles.lead}>{lead}</div>}
      <div className={styles.words}>
        {badge}
        <div className={styles.title}>{title}</div>
        {detail !== undefined && <div className="k-small">{detail}</div>}
      </div>
      {action !== undefined && <div className="k-no-print">{action}</div>}
    </div>
  );
}

interface DueProps {
  /** "Quá 2 ngày", "Còn 4 ngày". */
  readonly left: string;
  readonly day: string;
  readonly late?: boolean;
}

/** When it is due: days left first, the date below. */
export function Due({ left, day, late = false }: DueProps) {
  return (
    <div className={cx(styles.due, late && styles.late)}>
      <b>{left}</b>
      <span>{day}</span>
    </div>
  );
}

/** A remark that must be seen: why something cannot be done, how a number is defined. */
export function Remark({ children }: { readonly children: ReactNode }) {
  return <div className={styles.remark}>{children}</div>;
}
