import { Button } from '@mantine/core';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePermission } from '../platform/session.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';

interface SourceCardProps {
  readonly documentId: string;
  readonly unitId: string;
}

/** Beside the paper of a consolidated report: the way back to the sentences and figures that it was made of. */
export function SourceCard({ documentId, unitId }: SourceCardProps) {
  const reads = usePermission('unit_report.read');
  const list = useApiQuery(
    'GET /api/consolidated-reports',
    { query: { unitId, documentId } },
    { enabled: reads },
  );
  const found = list.data?.items[0];
  if (found === undefined) return null;
  return (
    <Card title="Báo cáo này làm từ">
      <div className="k-stack">
        <p>
          {found.form.name}, {found.period.words}
          {found.missing > 0 && `; thiếu ${formatNumber(found.missing)} đơn vị`}.
        </p>
        <div>
          <Button variant="default" component={AppLink} href={`/bao-cao/tong-hop/${found.id}`}>
            Xem nguồn từng câu, số
          </Button>
        </div>
      </div>
    </Card>
  );
}
