import { cleanNotifications, hideNotification, showNotification } from '@mantine/notifications';
import type { ReactNode } from 'react';
import type { ClientProblem } from './problem-error.ts';

type NoticeTone = 'good' | 'info' | 'warn' | 'bad';

const toneColor: Record<NoticeTone, string> = { good: 'green', info: 'blue', warn: 'gold', bad: 'red' };

interface Notice {
  readonly title?: string;
  readonly tone?: NoticeTone;
  /** Milliseconds on screen; false keeps it until closed. Refusals stay. */
  readonly stays?: number | false;
}

/** A short message that goes by itself. Anything that must be read stands on the page instead. */
export function notify(message: ReactNode, notice: Notice = {}): string {
  const tone = notice.tone ?? 'good';
  return showNotification({
    message,
    title: notice.title,
    color: toneColor[tone],
    autoClose: notice.stays ?? (tone === 'bad' ? false : 6000),
    withBorder: true,
    closeButtonProps: { 'aria-label': 'Đóng thông báo' },
    role: tone === 'bad' || tone === 'warn' ? 'alert' : 'status',
  });
}

export function notifyProblem(problem: ClientProblem): void {
  notify(problem.detail, { title: problem.title, tone: 'bad' });
}

export function dismissNotice(id: string): void {
  hideNotification(id);
}

/** A new piece of work begins: what was said of the last one must not lie over its buttons. */
export function clearNotices(): void {
  cleanNotifications();
}
