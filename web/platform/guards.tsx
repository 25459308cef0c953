import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ForbiddenPage, ProblemPage } from './message-page.tsx';
import { usePermission, useSessionQuery } from './session.ts';
import { PublicFrame } from './shell/public-frame.tsx';
import { Shell } from './shell/shell.tsx';

const SignInPage = lazy(() => import('../session/sign-in.page.tsx').then((m) => ({ default: m.SignInPage })));
const SetupPage = lazy(() => import('../session/setup.page.tsx').then((m) => ({ default: m.SetupPage })));
const MustChangePassword = lazy(() =>
  import('../session/change-password.tsx').then((m) => ({ default: m.MustChangePasswordPage })),
);
const MustSetSecondFactor = lazy(() =>
  import('../session/second-factor-setup.tsx').then((m) => ({ default: m.MustSetSecondFactorPage })),
);
const SignInAgain = lazy(() =>
  import('../session/sign-in-again.tsx').then((m) => ({ default: m.SignInAgain })),
);

/**
 * Everything behind the sign-in. There is no redirect: the sign-in page stands at the address one came for,
 * and the page asked for appears when it is done.
 */
export function SignedInArea() {
  const { data: session, problem, reload } = useSessionQuery();
  if (session === undefined) {
    return problem ? (
      <Outside>
        <ProblemPage problem={problem} onRetry={() => void reload()} />
      </Outside>
    ) : null;
  }
  if (session.setupNeeded)
    return (
      <Suspense>
        <SetupPage />
      </Suspense>
    );
  if (session.account === null)
    return (
      <Suspense>
        <SignInPage />
      </Suspense>
    );
  if (session.account.mustChangePassword)
    return (
      <Suspense>
        <MustChangePassword />
      </Suspense>
    );
  if (session.account.mustSetSecondFactor)
    return (
      <Suspense>
        <MustSetSecondFactor />
      </Suspense>
    );
  return (
    <>
      <Shell />
      <Suspense>
        <SignInAgain />
      </Suspense>
    </>
  );
}

/** Pages open to everybody: inside the frame for those who are signed in, under a plain head for the others. */
export function OpenArea() {
  const { data: session, problem, reload } = useSessionQuery();
  if (session === undefined) {
    return problem === null ? null : (
      <Outside>
        <ProblemPage problem={problem} onRetry={() => void reload()} />
      </Outside>
    );
  }
  const { account } = session;
  const inside = account !== null && !account.mustChangePassword && !account.mustSetSecondFactor;
  return inside ? <Shell /> : <PublicFrame />;
}

function Outside({ children }: { readonly children: ReactNode }) {
  return <main style={{ padding: '1.5rem' }}>{children}</main>;
}

/** The page, or "forbidden" for those who hold none of its permissions. The server decides again. */
export function guarded(
  Page: ComponentType,
  permission: string | readonly string[] | undefined,
): () => ReactNode {
  if (permission === undefined) {
    return function OpenPage() {
      return (
        <Suspense fallback={<PageSkeleton />}>
          <Page />
        </Suspense>
      );
    };
  }
  const anyOf = typeof permission === 'string' ? [permission] : permission;
  return function GuardedPage() {
    const allowed = usePermission(...anyOf);
    return allowed ? (
      <Suspense fallback={<PageSkeleton />}>
        <Page />
      </Suspense>
    ) : (
      <ForbiddenPage />
    );
  };
}
