import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatInstant, formatInstantDay } from '../platform/time.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { Timeline, type TimelineEntry } from '../ui/timeline.tsx';
import type { Tone } from '../ui/tone.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { contributionKindWords, contributionSourceWords } from '#domain/practices/progress.ts';
import { formatContribution } from './practice-contributions.tsx';
import type { Practice } from './practice-shape.ts';
import styles from './practice.module.css';

interface Happening extends TimelineEntry {
  /** Sorts: the day it happened on, then the moment it was written. */
  readonly order: string;
}

/** Lines of the history that are told better by what they wrote. */
const toldElsewhere: readonly string[] = ['record_progress', 'add_contribution', 'edit'];

const toneOfState: Readonly<Record<string, Tone>> = {
  recognised: 'good',
  assigned: 'good',
  implementing: 'good',
  returned: 'warn',
  declined: 'bad',
  stopped: 'bad',
  not_recognised: 'warn',
};

function historyLines(practice: Practice): Happening[] {
  return practice.history
    .filter((entry) => !toldElsewhere.includes(entry.action))
    .map((entry) => ({
      id: entry.id,
      order: entry.at,
      when: formatInstantDay(entry.at),
      title: entry.label,
      detail: <HistoryDetail entry={entry} />,
      tone: toneOfState[entry.toState ?? ''] ?? 'neutral',
    }));
}

function HistoryDetail({ entry }: { readonly entry: Practice['history'][number] }) {
  return (
    <>
      {entry.actorName}
      {entry.documentId !== null && (
        <>
          {' '}
          · <AppLink href={`/van-ban/${entry.documentId}`}>văn bản</AppLink>
        </>
      )}
      {entry.reason !== null && <div className={styles.text}>{entry.reason}</div>}
    </>
  );
}

/** As the history signs it: it also says for whom somebody stood in. */
function signerOf(practice: Practice, entry: Practice['progress'][number]): string {
  const told = practice.history.find((one) => one.details['progressId'] === entry.id);
  return told?.actorName ?? entry.by;
}

function progressLines(practice: Practice): Happening[] {
  return practice.progress.map((entry) => ({
    id: entry.id,
    order: `${entry.onDate}T12:00 ${entry.at}`,
    when: formatDay(entry.onDate),
    title: entry.text.length > 120 ? `${entry.text.slice(0, 118)}…` : entry.text,
    detail: [
      entry.participants === null ? '' : `${formatNumber(entry.participants)} người`,
      entry.evidence.length === 0 ? '' : `${entry.evidence.length} minh chứng`,
      signerOf(practice, entry),
    ]
      .filter((part) => part !== '')
      .join(' · '),
    tone: 'info',
  }));
}

function contributionLines(practice: Practice): Happening[] {
  return practice.contributions
    .filter((one) => one.cancelledReason === null)
    .map((one) => ({
      id: one.id,
      order: `${one.onDate}T11:00`,
      when: formatDay(one.onDate),
      title: `Huy động: ${contributionKindWords[one.kind].toLowerCase()} ${formatContribution(one.kind, one.amount, one.unit)}`,
      detail: [contributionSourceWords[one.source], one.note].filter((part) => part !== '').join(' · '),
      tone: 'info',
    }));
}

const SHOWN = 10;

/** Everything that happened to a practice in one line, newest first, and the whole record behind a button. */
export function TimelineCard({ practice }: { readonly practice: Practice }) {
  const [all, setAll] = useState(false);
  const [full, setFull] = useState(false);
  const lines = [
    ...historyLines(practice),
    ...progressLines(practice),
    ...contributionLines(practice),
  ].toSorted((a, b) => b.order.localeCompare(a.order));
  if (lines.length === 0) return null;
  const shown = all ? lines : lines.slice(0, SHOWN);
  return (
    <Card title="Diễn biến" aside="mọi bước đều lưu">
      <Timeline entries={shown} />
      <div className="k-row k-no-print">
        {lines.length > shown.length && (
          <Button variant="subtle" onClick={() => setAll(true)}>
            Xem thêm {lines.length - shown.length} bước trước
          </Button>
        )}
        {practice.history.length > 0 && (
          <Button variant="subtle" color="gray" aria-expanded={full} onClick={() => setFull((was) => !was)}>
            {full ? 'Ẩn lịch sử đầy đủ' : `Lịch sử đầy đủ (${practice.history.length})`}
          </Button>
        )}
      </div>
      {full && <FullHistory practice={practice} />}
    </Card>
  );
}

function FullHistory({ practice }: { readonly practice: Practice }) {
  return (
    <div className={styles.full} role="region" aria-label="Lịch sử đầy đủ" tabIndex={0}>
      <Timeline
        entries={practice.history.map((entry) => ({
          id: entry.id,
          when: formatInstant(entry.at),
          title: entry.label,
          detail: <HistoryDetail entry={entry} />,
        }))}
      />
    </div>
  );
}
