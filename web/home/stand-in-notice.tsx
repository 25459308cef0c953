import type { ApiResponse } from '../platform/api-client.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Remark } from '../ui/card.tsx';
import { formatDay } from '#domain/kernel/day.ts';

type StandIn = ApiResponse<'GET /api/home'>['standIns'][number];

/** Whose work I do besides my own, and who does mine: nobody should forget either. */
export function StandInNotice({ standIns }: { readonly standIns: readonly StandIn[] }) {
  if (standIns.length === 0) return null;
  return (
    <Remark>
      {standIns.map((one) => (
        <div key={`${one.direction} ${one.otherName} ${one.endsOn}`}>
          {one.direction === 'received' ? (
            <>
              <b>Đang được ủy quyền đến {formatDay(one.endsOn)}</b>: thay mặt {one.otherName} (
              {one.roles.join(', ')}).
            </>
          ) : (
            <>
              <b>Đang ủy quyền đến {formatDay(one.endsOn)}</b>: {one.otherName} làm thay bạn (
              {one.roles.join(', ')}).
            </>
          )}
        </div>
      ))}
      <AppLink href="/tai-khoan/uy-quyen">Xem ủy quyền</AppLink>
    </Remark>
  );
}
