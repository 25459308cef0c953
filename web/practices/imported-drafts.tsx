import { Button } from '@mantine/core';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import type { ImportAnswer } from './import-answer.ts';
import styles from '../ui/import-list.module.css';
import { Refusals, SendingBar, useSubmitDrafts } from './submit-drafts.tsx';

interface ImportedDraftsProps {
  readonly answer: ImportAnswer;
  readonly onAgain: () => void;
}

/** The list is written: send all of it, or look at it first. */
export function ImportedDrafts({ answer, onAgain }: ImportedDraftsProps) {
  const drafts = answer.createdIds.map((id, index) => ({ id, name: answer.rows[index]?.name ?? 'Bản nháp' }));
  const submit = useSubmitDrafts(() => undefined);
  const left = drafts.length - submit.sent;
  return (
    <Card title="4. Đã ghi thành bản nháp">
      <div className="k-stack">
        <p role="status">
          {submit.sent === 0 ? (
            <>
              Đã ghi <b>{formatNumber(drafts.length)}</b> bản nháp, <b>chưa gửi</b>. Gửi ngay, hoặc mở từng
              bản để bổ sung.
            </>
          ) : (
            <>
              Đã gửi <b>{formatNumber(submit.sent)}</b>/{formatNumber(drafts.length)} đăng ký. Cơ quan thường
              trực sẽ thẩm định; kết quả báo ở Việc của tôi.
            </>
          )}
        </p>
        {submit.sending !== null && <SendingBar sending={submit.sending} onStop={submit.stop} />}
        <Refusals refusals={submit.refusals} />
        {submit.sending === null && (
          <div className="k-row">
            {left > 0 && submit.sent === 0 && (
              <Button onClick={() => void submit.run(drafts)}>
                Gửi tất cả {formatNumber(drafts.length)} đăng ký
              </Button>
            )}
            <Button variant="default" component={AppLink} href="/mo-hinh?state=draft">
              Xem các bản nháp
            </Button>
            <Button variant="default" onClick={onAgain}>
              Nhập tệp khác
            </Button>
          </div>
        )}
        {submit.sent === 0 && submit.sending === null && (
          <ol className={styles.created} aria-label="Các bản nháp vừa ghi">
            {drafts.map((draft) => (
              <li key={draft.id}>
                <AppLink href={`/mo-hinh/${draft.id}/sua`}>{draft.name}</AppLink>
              </li>
            ))}
          </ol>
        )}
      </div>
    </Card>
  );
}
