import { Button } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { MessagePage, ProblemPage } from './message-page.tsx';
import { ProblemError } from './problem-error.ts';

/** A new version was installed while this page was open: its old files are gone, and reloading mends it. */
function isMissingChunk(error: unknown): boolean {
  return (
    error instanceof TypeError && /dynamically imported module|Importing a module script/i.test(error.message)
  );
}

/** What stands in place of a page that failed; the frame around it goes on working. */
export function CrashPage({ error, reset }: ErrorComponentProps) {
  if (error instanceof ProblemError) return <ProblemPage problem={error.problem} onRetry={reset} />;
  const missing = isMissingChunk(error);
  return (
    <MessagePage
      title={missing ? 'Khéo vừa được cập nhật' : 'Trang này gặp lỗi'}
      actions={<Button onClick={() => location.reload()}>Tải lại trang</Button>}
    >
      <p>
        {missing
          ? 'Tải lại trang để dùng bản mới. Bản nháp đã lưu vẫn còn.'
          : 'Những gì đã lưu vẫn còn. Tải lại trang rồi thử lại; nếu vẫn lỗi, báo quản trị hệ thống.'}
      </p>
    </MessagePage>
  );
}
