import { Button } from '@mantine/core';
import { useApiCommand } from '../platform/api-hooks.ts';
import { useGoTo } from '../platform/navigation.ts';
import { usePermission } from '../platform/session.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import styles from './appraisal.module.css';

interface DraftNoticeProps {
  readonly campaignId: string;
  readonly rows: readonly { readonly intake: number }[];
}

/** The accepted list becomes a notice: of assignment for the first intake, supplementary for the second. */
export function DraftNotice({ campaignId, rows }: DraftNoticeProps) {
  const mayDraft = usePermission('document.draft');
  const goTo = useGoTo();
  const compose = useApiCommand('POST /api/campaigns/:id/papers', {
    onSuccess: (answer) => goTo(`/van-ban/${answer.id}`),
  });
  if (!mayDraft) return null;
  const first = rows.filter((row) => row.intake === 1).length;
  const second = rows.length - first;
  const draft = (purpose: 'notice_of_assignment' | 'supplementary_notice') =>
    compose.run({ params: { id: campaignId }, body: { purpose } });
  return (
    <div className={`k-card ${styles.notice}`}>
      <div>
        <b>Thông báo giao nhiệm vụ</b>
        <div className="k-small">
          Hệ thống soạn dự thảo từ danh sách dưới đây; xem lại, trình ký và ban hành ở trang Văn bản.
        </div>
      </div>
      <div className="k-row">
        {first > 0 && (
          <Button loading={compose.pending} onClick={() => draft('notice_of_assignment')}>
            Dự thảo thông báo giao ({formatNumber(first)})
          </Button>
        )}
        {second > 0 && (
          <Button
            variant={first > 0 ? 'default' : 'filled'}
            loading={compose.pending}
            onClick={() => draft('supplementary_notice')}
          >
            Dự thảo thông báo bổ sung ({formatNumber(second)})
          </Button>
        )}
      </div>
      <ProblemAlert problem={compose.problem} />
    </div>
  );
}
