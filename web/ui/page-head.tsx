import { Fragment, type ReactNode } from 'react';
import { usePageTitle } from '../platform/page-title.ts';
import { AppLink } from './app-link.tsx';
import styles from './page-head.module.css';

export interface Crumb {
  readonly label: string;
  readonly href?: string;
}

interface PageHeadProps {
  /** Also the tab's title. */
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly crumbs?: readonly Crumb[];
  /** StateBadges, in a row below the title. */
  readonly badges?: ReactNode;
  /** Buttons at the right; the primary one last. */
  readonly actions?: ReactNode;
}

/** The head of every page: where one is, what this is, what one can do. */
export function PageHead({ title, subtitle, crumbs = [], badges, actions }: PageHeadProps) {
  const heading = usePageTitle(title);
  return (
    <div className={styles.head}>
      <div className={styles.words}>
        {crumbs.length > 0 && (
          <nav aria-label="Vị trí" className={styles.crumbs}>
            {crumbs.map((crumb, index) => (
              <Fragment key={crumb.label}>
                {index > 0 && <span aria-hidden="true">/</span>}
                {crumb.href === undefined ? crumb.label : <AppLink href={crumb.href}>{crumb.label}</AppLink>}
              </Fragment>
            ))}
          </nav>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {subtitle !== undefined && <div className={styles.subtitle}>{subtitle}</div>}
        {badges !== undefined && <div className={styles.badges}>{badges}</div>}
      </div>
      {actions !== undefined && <div className={`${styles.actions} k-no-print`}>{actions}</div>}
    </div>
  );
}
