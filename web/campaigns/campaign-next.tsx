import { Button } from '@mantine/core';
import type { ApiResponse } from '../platform/api-client.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card, CardRow, Due } from '../ui/card.tsx';
import { daysLeft, formatDay } from '#domain/kernel/day.ts';
import styles from './campaigns.module.css';

interface NextCardProps {
  readonly next: ApiResponse<'GET /api/campaigns/:id/overview'>['next'];
  readonly asOf: string;
}

/** What comes next and who is late. */
export function NextCard({ next, asOf }: NextCardProps) {
  const late = next.filter((one) => one.late).length;
  if (next.length === 0) {
    return (
      <Card title="Sắp tới">
        <p className="k-small">Không còn mốc nào của kế hoạch ở phía trước.</p>
      </Card>
    );
  }
  return (
    <Card
      title="Sắp tới và đang chậm"
      aside={late > 0 ? `${late} việc chậm` : undefined}
      className={styles.breaks ?? ''}
      flush
    >
      <ul className={styles.plainList} aria-label="Sắp tới và đang chậm">
        {next.map((one) => (
          <li key={`${one.due} ${one.text}`}>
            <CardRow
              lead={<Due left={daysLeft(one.due, asOf)} day={formatDay(one.due)} late={one.late} />}
              title={<span className={styles.nextText}>{one.text}</span>}
              action={
                one.link !== null && (
                  <Button
                    variant="default"
                    component={AppLink}
                    href={one.link}
                    aria-label={`Xem: ${one.text}`}
                  >
                    Xem
                  </Button>
                )
              }
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
