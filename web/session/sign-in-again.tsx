import { Button, Modal } from '@mantine/core';
import { type FormEvent, lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { request } from '../platform/api-client.ts';
import { rememberCsrfToken } from '../platform/http.ts';
import { type ClientProblem, toProblem } from '../platform/problem-error.ts';
import { replaceSession, type Session, useSession } from '../platform/session.ts';
import { finishSignIn, signedOutState, subscribeSignedOut } from '../platform/signed-out.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { PasswordField } from './password-field.tsx';

// Not part of the first load: it is asked for only after the password was right.
const SecondStep = lazy(() => import('./second-step.tsx').then((m) => ({ default: m.SecondStep })));

/** The session ended while somebody worked: sign in over the page, and what was being sent goes out after all. */
export function SignInAgain() {
  const { asking } = useSyncExternalStore(subscribeSignedOut, signedOutState);
  const { account } = useSession();
  return (
    <Modal
      opened={asking}
      onClose={() => finishSignIn(false)}
      title="Phiên làm việc đã hết"
      closeOnClickOutside={false}
      zIndex={400}
    >
      {asking && account !== null && (
        <AgainForm username={account.username} displayName={account.displayName} />
      )}
    </Modal>
  );
}

function AgainForm({ username, displayName }: { readonly username: string; readonly displayName: string }) {
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<ClientProblem | null>(null);
  const [pending, setPending] = useState(false);
  const [secondStep, setSecondStep] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    try {
      // An ended session has no token of its own any more: ask for a fresh one first.
      const anonymous = await request('GET /api/session', {});
      rememberCsrfToken(anonymous.csrfToken ?? '');
      const session = await request('POST /api/session', { body: { username, password } });
      if (session.secondStepOpen) setSecondStep(true);
      else takeOver(session);
    } catch (error) {
      setProblem(toProblem(error));
    } finally {
      setPending(false);
    }
  };
  // Half a session must not take the page away: it is taken over when it is whole.
  if (secondStep)
    return (
      <Suspense>
        <SecondStep onSession={takeOver} onLeave={() => setSecondStep(false)} />
      </Suspense>
    );
  return (
    <form onSubmit={(event) => void submit(event)} className="k-stack">
      <p>
        Nội dung đang nhập vẫn còn. Nhập mật khẩu của <b>{displayName}</b> để làm tiếp.
      </p>
      <ProblemAlert problem={problem} />
      <PasswordField
        name="again-password"
        label="Mật khẩu"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        autoFocus
      />
      <Button type="submit" loading={pending}>
        Đăng nhập lại
      </Button>
    </form>
  );
}

function takeOver(session: Session): void {
  if (session.account === null) return;
  replaceSession(session);
  finishSignIn(true);
}
