import type { ApiResponse } from '../platform/api-client.ts';
import { useSession } from '../platform/session.ts';
import { StateBadge } from '../ui/state-badge.tsx';

export type Account = ApiResponse<'GET /api/accounts'>['items'][number];

/** Whether the person can sign in, and has done so. */
export function AccountState({ account }: { readonly account: Account }) {
  const me = useSession().account?.id === account.id;
  if (account.disabled) return <StateBadge tone="bad">Đã khóa</StateBadge>;
  if (account.mustChangePassword) return <StateBadge tone="warn">Chưa đổi mật khẩu lần đầu</StateBadge>;
  return <StateBadge tone="good">{me ? 'Đang dùng (bạn)' : 'Đang dùng'}</StateBadge>;
}
