import { Button } from '@mantine/core';
import { useSession } from '../platform/session.ts';
import { formatInstantDay } from '../platform/time.ts';
import { Card, CardRow, Due } from '../ui/card.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import type { Tone } from '../ui/tone.ts';
import { daysLeft, formatDay } from '#domain/kernel/day.ts';
import { acceptedStates } from '#domain/practices/practice.states.ts';
import { type SelfCheckStatus, selfCheckStatusWords } from '#domain/practices/progress.ts';
import { mayDo, type OpenDialog, type Practice, type SelfCheck } from './practice-shape.ts';

const toneOf: Record<SelfCheckStatus, Tone> = {
  on_track: 'good',
  slow: 'warn',
  at_risk: 'bad',
  stopped: 'bad',
};

interface SelfChecksCardProps {
  readonly practice: Practice;
  readonly onOpen: OpenDialog;
}

/** The checks of the plan every 3 and 6 months: answered, due, late (S2, step 4). */
export function SelfChecksCard({ practice, onOpen }: SelfChecksCardProps) {
  const { today } = useSession();
  const checks = practice.selfChecks.filter((check) => check.expected || check.answer !== null);
  if (!acceptedStates.includes(practice.state) || checks.length === 0) return null;
  const may = mayDo(practice, 'answer_self_check');
  const answered = checks.filter((check) => check.answer !== null).length;
  return (
    <Card title="Tự kiểm tra" aside={`${answered}/${checks.length} lần`} flush>
      {checks.map((check) => (
        <CardRow
          key={check.code}
          lead={
            <Due
              left={check.answer === null ? daysLeft(check.due, today) : formatInstantDay(check.answer.at)}
              day={check.answer === null ? formatDay(check.due) : `hạn ${formatDay(check.due)}`}
              late={check.late}
            />
          }
          title={check.name}
          badge={<CheckBadge check={check} />}
          detail={<CheckAnswer check={check} />}
          action={
            may && (
              <Button
                variant={check.late && check.answer === null ? 'filled' : 'default'}
                onClick={() => onOpen({ kind: 'self_check', check })}
              >
                {check.answer === null ? 'Tự kiểm tra' : 'Sửa'}
              </Button>
            )
          }
        />
      ))}
    </Card>
  );
}

function CheckBadge({ check }: { readonly check: SelfCheck }) {
  if (check.answer === null)
    return check.late ? (
      <StateBadge tone="bad">Quá hạn, chưa làm</StateBadge>
    ) : (
      <StateBadge tone="neutral">Chưa làm</StateBadge>
    );
  return (
    <div className="k-row">
      <StateBadge tone={toneOf[check.answer.status]}>{selfCheckStatusWords[check.answer.status]}</StateBadge>
      {check.late && <StateBadge tone="warn">Làm muộn</StateBadge>}
    </div>
  );
}

function CheckAnswer({ check }: { readonly check: SelfCheck }) {
  if (check.answer === null) return null;
  return (
    <DefinitionList
      items={[
        { term: 'Kết quả', value: check.answer.result },
        ...(check.answer.difficulty === '' ? [] : [{ term: 'Khó khăn', value: check.answer.difficulty }]),
        ...(check.answer.need === '' ? [] : [{ term: 'Đề nghị', value: check.answer.need }]),
      ]}
    />
  );
}
