import { Skeleton } from '@mantine/core';

/** The outline of a page while its code or its content is on the way. */
export function PageSkeleton() {
  return (
    <div aria-busy="true" role="status" aria-label="Đang mở trang">
      <Skeleton height={32} width="min(24rem, 70%)" mb={10} />
      <Skeleton height={16} width="min(32rem, 90%)" mb={28} />
      <Skeleton height={180} mb={18} />
      <Skeleton height={280} />
    </div>
  );
}
