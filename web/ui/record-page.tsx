import { type ReactNode } from 'react';
import type { ClientProblem } from '../platform/problem-error.ts';
import { ProblemPage } from '../platform/message-page.tsx';
import { Remark } from './card.tsx';
import { type Crumb, PageHead } from './page-head.tsx';
import { PageSkeleton } from './page-skeleton.tsx';

interface RecordPageProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly crumbs?: readonly Crumb[];
  readonly badges?: ReactNode;
  /** An ActionBar: what I can do now, and why not. */
  readonly actions?: ReactNode;
  /** What must be known before anything else: why it was returned, what is missing. */
  readonly notice?: ReactNode;
  /** The body: cards or UrlTabs. */
  readonly children: ReactNode;
  /** The second column: history, links, files. */
  readonly aside?: ReactNode;
}

/** A record: what it is, its state, what I can do, its content, its history. */
export function RecordPage(props: RecordPageProps) {
  return (
    <>
      <PageHead
        title={props.title}
        subtitle={props.subtitle}
        crumbs={props.crumbs ?? []}
        badges={props.badges}
        actions={props.actions}
      />
      <div className="k-stack">
        {props.notice !== undefined && props.notice !== null && <Remark>{props.notice}</Remark>}
        {props.aside === undefined ? (
          props.children
        ) : (
          <div className="k-two">
            <div className="k-stack">{props.children}</div>
            <div className="k-stack">{props.aside}</div>
          </div>
        )}
      </div>
    </>
  );
}

interface LoadedProps<T> {
  /** From useApiQuery. */
  readonly query: {
    readonly data: T | undefined;
    readonly problem: ClientProblem | null;
    readonly reload: () => unknown;
  };
  readonly children: (data: T) => ReactNode;
}

/** A page that needs one answer: its outline, then the page, or why there is none. */
export function Loaded<T>({ query, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.problem !== null)
    return <ProblemPage problem={query.problem} onRetry={() => void query.reload()} />;
  return <PageSkeleton />;
}
