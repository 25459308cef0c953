import { useEffect } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { MessagePage } from '../platform/message-page.tsx';
import { useGoTo } from '../platform/navigation.ts';
import { replaceSession } from '../platform/session.ts';

/** The answer in the address, taken once: React runs effects twice in development, the service answers once. */
let taken: string | null = null;

/** Where the office's sign-in service sends people back to. */
export function ServiceReturnPage() {
  const goTo = useGoTo();
  const { send, problem } = useApiCommand('POST /api/sign-in-service/return', { invalidates: [] });
  useEffect(() => {
    const answer = window.location.search;
    if (taken === answer) return;
    taken = answer;
    void send({ body: { answer } })
      .then(({ returnTo, ...session }) => {
        goTo(returnTo, { replace: true });
        replaceSession(session);
      })
      // The refusal stands on the page.
      .catch(() => undefined);
  }, [send, goTo]);
  if (problem === null)
    return (
      <MessagePage title="Đang đăng nhập" home="Về trang đăng nhập">
        <p>Đang nhận kết quả từ cổng đăng nhập của cơ quan…</p>
      </MessagePage>
    );
  return (
    <MessagePage title={problem.title} home="Về trang đăng nhập">
      <p>{problem.detail}</p>
    </MessagePage>
  );
}
