import { Button } from '@mantine/core';
import type { ApiResponse } from '../platform/api-client.ts';
import { useSession } from '../platform/session.ts';
import { formatInstant } from '../platform/time.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card, CardRow, Due } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import type { Tone } from '../ui/tone.ts';
import { daysLeft, formatDay } from '#domain/kernel/day.ts';
import styles from './home.module.css';
import { nothingOwed, nothingWaiting } from './home-words.ts';

type Home = ApiResponse<'GET /api/home'>;
type Task = Home['owed'][number];
type Waiting = Home['waiting'][number];

interface OwedCardProps {
  readonly tasks: readonly Task[];
  readonly today: string;
}

/** What I owe, the most pressing first, each with its date and what set it. */
export function OwedCard({ tasks, today }: OwedCardProps) {
  const { permissions } = useSession();
  const late = tasks.filter((task) => task.late).length;
  const count = `${tasks.length} việc${late > 0 ? `, ${late} quá hạn` : ''}`;
  if (tasks.length === 0) {
    const words = nothingOwed(permissions);
    return (
      <Card title="Tôi phải làm" flush>
        <EmptyState
          title={words.title}
          action={
            words.button !== undefined && (
              <Button variant="default" component={AppLink} href={words.button.href}>
                {words.button.label}
              </Button>
            )
          }
        >
          {words.text}
        </EmptyState>
      </Card>
    );
  }
  // Red is for one thing on a page: the most pressing.
  const first = tasks.find((task) => task.primary);
  return (
    <Card title="Tôi phải làm" aside={count} flush>
      <ul className={styles.rows} aria-label="Tôi phải làm">
        {tasks.map((task) => (
          <li key={task.key}>
            <CardRow
              lead={<TaskDue task={task} today={today} />}
              title={task.title}
              detail={task.basis}
              action={
                <Button
                  variant={task === first ? 'filled' : 'default'}
                  component={AppLink}
                  href={task.link}
                  aria-label={`${task.button}: ${task.title}`}
                >
                  {task.button}
                </Button>
              }
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function TaskDue({ task, today }: { readonly task: Task; readonly today: string }) {
  if (task.due === null) return <div className="k-small">Không có hạn</div>;
  return <Due left={daysLeft(task.due, today)} day={formatDay(task.due)} late={task.late} />;
}

const toneOf: Record<Waiting['tone'], Tone> = {
  red: 'bad',
  gold: 'warn',
  green: 'good',
  blue: 'info',
  grey: 'neutral',
};

/** What waits for my answer: returned entries, new papers, things to decide. */
export function WaitingCard({ items }: { readonly items: readonly Waiting[] }) {
  const { permissions } = useSession();
  if (items.length === 0) {
    return (
      <Card title="Chờ tôi trả lời">
        <p className="k-small">{nothingWaiting(permissions)}</p>
      </Card>
    );
  }
  return (
    <Card title="Chờ tôi trả lời" aside={items.length} flush>
      <ul className={styles.rows} aria-label="Chờ tôi trả lời">
        {items.map((item) => (
          <li key={item.key}>
            <CardRow
              badge={<StateBadge tone={toneOf[item.tone]}>{item.tag}</StateBadge>}
              title={item.title}
              detail={item.detail}
              action={
                <Button
                  variant="default"
                  component={AppLink}
                  href={item.link}
                  aria-label={`${item.button}: ${item.title}`}
                >
                  {item.button}
                </Button>
              }
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Beside what waits for an answer: there is nothing else, and that is good to know. */
export function NothingDueCard() {
  return (
    <Card title="Tôi phải làm">
      <p className="k-small">Không có việc nào khác đến hạn.</p>
    </Card>
  );
}

/** What happened lately in what I look after. */
export function RecentCard({ items }: { readonly items: Home['recent'] }) {
  return (
    <Card title="Mới đây">
      <ul className={styles.recent}>
        {items.map((item) => (
          <li key={`${item.at} ${item.link} ${item.text}`}>
            <AppLink href={item.link}>{item.text}</AppLink>
            <span className="k-small">{formatInstant(item.at)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
