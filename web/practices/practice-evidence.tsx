import { Button } from '@mantine/core';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { acceptedStates } from '#domain/practices/practice.states.ts';
import { EvidenceGallery } from './evidence-gallery.tsx';
import { mayDo, type Evidence, type OpenDialog, type Practice } from './practice-shape.ts';
import styles from './practice.module.css';
import { WorkButton } from './work-button.tsx';

interface EvidenceCardProps {
  readonly practice: Practice;
  readonly onOpen: OpenDialog;
  readonly onShow: (evidence: Evidence) => void;
}

const over: readonly Practice['state'][] = ['recognised', 'not_recognised', 'stopped', 'documented'];

/** What was done, when, with how many people, and what proves it. */
export function EvidenceCard({ practice, onOpen, onShow }: EvidenceCardProps) {
  const underWay = acceptedStates.includes(practice.state);
  const loose = practice.evidence.filter(
    (one) => one.subjectType === 'practice' || one.subjectType === 'self_check',
  );
  if (!underWay && practice.progress.length === 0 && loose.length === 0) return null;
  const record = () => onOpen({ kind: 'progress' });
  const count = `${formatNumber(practice.progress.length)} lần ghi, ${formatNumber(practice.evidenceCount)} minh chứng`;
  return (
    <Card title="Tiến độ và minh chứng" aside={count} flush>
      {practice.progress.length === 0 && (
        <EmptyState
          title="Chưa ghi tiến độ lần nào"
          action={<WorkButton practice={practice} work="record_progress" onClick={record} />}
        >
          {over.includes(practice.state)
            ? 'Không có lần ghi nào trong thời gian thực hiện.'
            : 'Ghi việc đã làm kèm ảnh hoặc biên bản; cần ít nhất một lần, có minh chứng, trước khi đề nghị công nhận.'}
        </EmptyState>
      )}
      <ul className={styles.list}>
        {practice.progress.map((entry) => (
          <li key={entry.id}>
            <div className={styles.rowHead}>
              <b>{formatDay(entry.onDate)}</b>
              {entry.participants !== null && (
                <span className="k-small">{formatNumber(entry.participants)} người tham gia</span>
              )}
              <span className="k-small">{entry.by}</span>
            </div>
            <div className={styles.text}>{entry.text}</div>
            <EvidenceGallery
              items={entry.evidence}
              onShow={onShow}
              label={`Minh chứng ngày ${formatDay(entry.onDate)}`}
            />
            <TakeBack practice={practice} items={entry.evidence} onOpen={onOpen} />
          </li>
        ))}
        {loose.length > 0 && (
          <li>
            <b>Minh chứng khác</b>
            <EvidenceGallery items={loose} onShow={onShow} label="Minh chứng khác" />
            <TakeBack practice={practice} items={loose} onOpen={onOpen} />
          </li>
        )}
      </ul>
      {practice.progress.length > 0 && (
        <div className={`${styles.buttons} k-no-print`}>
          <WorkButton practice={practice} work="record_progress" onClick={record} />
        </div>
      )}
    </Card>
  );
}

interface TakeBackProps {
  readonly practice: Practice;
  readonly items: readonly Evidence[];
  readonly onOpen: OpenDialog;
}

/** A wrong photo can be taken back; behind a fold, since it is rare. */
function TakeBack({ practice, items, onOpen }: TakeBackProps) {
  if (items.length === 0 || !mayDo(practice, 'record_progress')) return null;
  return (
    <details className={`${styles.more} k-no-print`}>
      <summary>Gắn nhầm tệp?</summary>
      <div className="k-row">
        {items.map((evidence) => (
          <Button
            key={evidence.id}
            variant="subtle"
            color="gray"
            onClick={() => onOpen({ kind: 'withdraw_evidence', evidence })}
          >
            Thu hồi {evidence.caption || evidence.file.name}
          </Button>
        ))}
      </div>
    </details>
  );
}
