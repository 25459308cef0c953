import { Button } from '@mantine/core';
import { useApiQuery } from '../platform/api-hooks.ts';
import { formatInstant } from '../platform/time.ts';
import { Card, CardRow } from '../ui/card.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';

/** Whether anybody changed the trail behind the application's back: every line is checked against the one before it. */
export function AuditVerification() {
  const check = useApiQuery('GET /api/audit/verification', {}, { staleTime: 60_000 });
  const again = (
    <Button variant="default" loading={check.refreshing} onClick={() => void check.reload()}>
      Kiểm tra lại
    </Button>
  );
  if (check.problem) return <ProblemAlert problem={check.problem} onRetry={() => void check.reload()} />;
  if (check.data === undefined)
    return (
      <Card flush>
        <CardRow title="Đang kiểm tra nhật ký còn nguyên vẹn…" />
      </Card>
    );
  const { whole, entries, checkedAt, faults } = check.data;
  return (
    <Card flush>
      <CardRow
        badge={
          whole ? (
            <StateBadge tone="good">Nguyên vẹn</StateBadge>
          ) : (
            <StateBadge tone="bad">Đã bị can thiệp</StateBadge>
          )
        }
        title={
          whole
            ? `${formatNumber(entries)} dòng nối tiếp nhau đúng như lúc ghi`
            : `${formatNumber(entries)} dòng, có chỗ không còn như lúc ghi`
        }
        detail={`Kiểm tra lúc ${formatInstant(checkedAt)}`}
        action={again}
      />
      {faults.map((fault) => (
        <CardRow
          key={`${fault.kind} ${fault.seq ?? ''}`}
          title={fault.words}
          detail={
            fault.seq === null
              ? undefined
              : `Dòng số ${formatNumber(fault.seq)}${fault.at === null ? '' : `, ghi lúc ${formatInstant(fault.at)}`}`
          }
        />
      ))}
    </Card>
  );
}
