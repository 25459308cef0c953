import { Button } from '@mantine/core';
import { usePermission } from '../platform/session.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { type Definition, DefinitionList } from '../ui/definition-list.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { upwardStateWords } from '#domain/recognition/recognition.words.ts';
import { rewardStateWords, rewardTrackWords } from '#domain/recognition/rewards.ts';
import type { OpenDialog, Practice } from './practice-shape.ts';
import styles from './practice.module.css';

interface OutcomeCardProps {
  readonly practice: Practice;
  readonly onOpen: OpenDialog;
}

function wordOf(words: Readonly<Record<string, string>>, key: string): string {
  return words[key] ?? key;
}

/** What the meeting said, and what followed: rewards on two tracks, the upper level, other places. */
export function OutcomeCard({ practice, onOpen }: OutcomeCardProps) {
  const buttons = useOutcomeButtons(practice, onOpen);
  const { recognition, rewards, upward } = practice;
  if (recognition === null && rewards.length === 0 && upward === null && buttons.length === 0) return null;
  const items: Definition[] = [
    ...(recognition === null ? [] : [{ term: 'Họp xét', value: <Meeting practice={practice} /> }]),
    ...rewards.map((reward) => ({
      term: wordOf(rewardTrackWords, reward.track),
      value: (
        <>
          {reward.formLabel}{' '}
          <StateBadge
            tone={reward.state === 'granted' ? 'good' : reward.state === 'refused' ? 'bad' : 'info'}
          >
            {wordOf(rewardStateWords, reward.state)}
          </StateBadge>
          {reward.decisionSymbol !== null && ` ${reward.decisionSymbol}`}
        </>
      ),
    })),
    ...(upward === null ? [] : [{ term: 'Cấp trên', value: <Upward upward={upward} /> }]),
  ];
  return (
    <Card title="Công nhận, khen thưởng, nhân rộng" flush>
      {items.length > 0 ? (
        <div className={styles.quiet}>
          <DefinitionList items={items} />
        </div>
      ) : (
        <p className={`${styles.quiet} k-small`}>
          Chưa có đề nghị khen thưởng, đề nghị cấp trên hay giới thiệu nhân rộng.
        </p>
      )}
      {buttons.length > 0 && (
        <div className={`${styles.buttons} k-no-print`}>
          {buttons.map((button) => (
            <Button key={button.label} variant="default" onClick={button.onClick}>
              {button.label}
            </Button>
          ))}
        </div>
      )}
    </Card>
  );
}

function useOutcomeButtons(practice: Practice, onOpen: OpenDialog) {
  const mayReward = usePermission('reward.propose');
  const mayDecide = usePermission('practice.decide');
  const mayOffer = usePermission('replication.offer');
  const buttons: { label: string; onClick: () => void }[] = [];
  const recognised = practice.state === 'recognised';
  if (recognised && mayReward && practice.campaign !== null)
    buttons.push({ label: 'Đề nghị khen thưởng', onClick: () => onOpen({ kind: 'reward' }) });
  if (recognised && mayDecide && practice.upward === null)
    buttons.push({ label: 'Đề nghị cấp trên công nhận', onClick: () => onOpen({ kind: 'upward' }) });
  if (mayOffer && (recognised || practice.state === 'documented'))
    buttons.push({ label: 'Giới thiệu nhân rộng', onClick: () => onOpen({ kind: 'offer' }) });
  return buttons;
}

function Meeting({ practice }: { readonly practice: Practice }) {
  const { recognition } = practice;
  if (recognition === null) return null;
  const votes =
    recognition.votesFor === null
      ? ''
      : `, ${recognition.votesFor} phiếu tán thành, ${recognition.votesAgainst ?? 0} không tán thành`;
  const outcome =
    recognition.outcome === 'recognised'
      ? 'công nhận'
      : recognition.outcome === 'not_recognised'
        ? 'chưa công nhận'
        : 'chưa kết luận';
  return (
    <>
      <AppLink href={`/hop-xet/${recognition.meetingId}`}>Họp ngày {formatDay(recognition.heldOn)}</AppLink>:{' '}
      {outcome}
      {votes}
    </>
  );
}

function Upward({ upward }: { readonly upward: NonNullable<Practice['upward']> }) {
  const tone = upward.state === 'recognised' ? 'good' : upward.state === 'not_recognised' ? 'bad' : 'info';
  return (
    <>
      {upward.toUnitName}, đề nghị {formatDay(upward.proposedOn)}{' '}
      <StateBadge tone={tone}>{wordOf(upwardStateWords, upward.state)}</StateBadge>
      {upward.decisionSymbol !== null && ` ${upward.decisionSymbol}`}
    </>
  );
}
