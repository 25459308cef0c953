import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { formatInstant } from '../platform/time.ts';
import { Card, CardRow } from '../ui/card.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { StateBadge } from '../ui/state-badge.tsx';

type Sessions = ApiResponse<'GET /api/session/sessions'>['sessions'];

const methodWords: Readonly<Record<Sessions[number]['method'], string>> = {
  password: 'bằng mật khẩu',
  invitation: 'bằng đường dẫn mời',
  service: 'qua cổng của cơ quan',
};

/** Where I am signed in; a browser I do not know, or a lost telephone, is put out. */
export function SessionsCard({ sessions }: { readonly sessions: Sessions }) {
  const [asking, setAsking] = useState(false);
  const endOne = useApiCommand('DELETE /api/session/sessions/:id', {
    onSuccess: () => void notify('Đã kết thúc phiên đăng nhập đó.'),
    invalidates: ['GET /api/session/sessions'],
    problems: 'notice',
  });
  const endOthers = useApiCommand('DELETE /api/session/sessions', {
    onSuccess: () => {
      notify('Đã kết thúc các phiên đăng nhập khác.');
      setAsking(false);
    },
    invalidates: ['GET /api/session/sessions'],
  });
  return (
    <Card title="Phiên đăng nhập" aside={`${sessions.length} phiên`} flush>
      {sessions.map((one) => (
        <CardRow
          key={one.id}
          badge={one.thisOne ? <StateBadge tone="good">Phiên này</StateBadge> : undefined}
          title={one.device}
          detail={
            <>
              Đăng nhập {formatInstant(one.createdAt)} {methodWords[one.method]}
              <br />
              Dùng lần cuối {formatInstant(one.lastSeenAt)}
            </>
          }
          action={
            one.thisOne ? undefined : (
              <Button
                variant="default"
                loading={endOne.pending}
                aria-label={`Kết thúc phiên ${one.device}, đăng nhập ${formatInstant(one.createdAt)}`}
                onClick={() => endOne.run({ params: { id: one.id } })}
              >
                Kết thúc
              </Button>
            )
          }
        />
      ))}
      <div style={{ padding: '1rem 1.25rem' }} className="k-no-print">
        {sessions.length > 1 ? (
          <Button variant="outline" onClick={() => setAsking(true)}>
            Kết thúc tất cả phiên khác
          </Button>
        ) : (
          <p className="k-small">Bạn chỉ đăng nhập ở đây. Phiên tự kết thúc sau 12 giờ không dùng.</p>
        )}
      </div>
      <ConfirmDialog
        opened={asking}
        title="Kết thúc tất cả phiên khác?"
        confirmLabel="Kết thúc phiên khác"
        danger
        pending={endOthers.pending}
        problem={endOthers.problem}
        onConfirm={() => endOthers.run({})}
        onClose={() => setAsking(false)}
      >
        Các máy khác phải đăng nhập lại, và hỏi lại mã xác thực nếu bạn đã bật. Phiên này vẫn giữ nguyên.
      </ConfirmDialog>
    </Card>
  );
}
