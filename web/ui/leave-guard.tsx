import { useBlocker } from '@tanstack/react-router';
import { ConfirmDialog } from './confirm-dialog.tsx';

/** Asks before a page with unsaved work is left: by a link, by Back, by closing the window. */
export function LeaveGuard({ active }: { readonly active: boolean }) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => active && current.pathname !== next.pathname,
    enableBeforeUnload: () => active,
    disabled: !active,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      opened={blocker.status === 'blocked'}
      title="Rời trang khi chưa lưu?"
      confirmLabel="Rời trang"
      cancelLabel="Ở lại"
      danger
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    >
      Nội dung vừa nhập chưa được lưu và sẽ mất nếu rời trang.
    </ConfirmDialog>
  );
}
