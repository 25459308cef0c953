import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatInstant } from '../platform/time.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { AppLink } from './app-link.tsx';
import { Card } from './card.tsx';
import { Timeline } from './timeline.tsx';
import type { Tone } from './tone.ts';

/** A line of a record's history, as the server sends it. */
interface HistoryEntry {
  readonly id: string;
  readonly at: string;
  readonly actorName: string;
  readonly action: string;
  readonly label: string;
  readonly reason: string | null;
  readonly documentId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

interface HistoryCardProps {
  readonly entries: readonly HistoryEntry[];
  /** More words of one line, from its details. */
  readonly more?: (entry: HistoryEntry) => ReactNode;
  readonly tone?: (entry: HistoryEntry) => Tone;
  /** The record itself, so that its lines do not link to where one already is. */
  readonly selfId?: string;
}

/** More lines than this wait behind a button. */
const FEW = 8;

/** Who did what and when, newest first; nothing is ever taken out. */
export function HistoryCard({ entries, more, tone, selfId }: HistoryCardProps) {
  const [whole, setWhole] = useState(false);
  if (entries.length === 0) return null;
  const shown = whole ? entries : entries.slice(0, FEW);
  return (
    <Card title="Diễn biến">
      <Timeline
        entries={shown.map((entry) => ({
          id: entry.id,
          when: formatInstant(entry.at),
          title: entry.label,
          tone: tone?.(entry) ?? 'neutral',
          detail: (
            <>
              {entry.actorName}
              {entry.reason !== null && <>: “{entry.reason}”</>}
              {more?.(entry)}
              {entry.documentId !== null && entry.documentId !== selfId && (
                <>
                  {' · '}
                  <AppLink href={`/van-ban/${entry.documentId}`}>Mở văn bản</AppLink>
                </>
              )}
            </>
          ),
        }))}
      />
      {shown.length < entries.length && (
        <Button mt="sm" variant="default" className="k-no-print" onClick={() => setWhole(true)}>
          Xem đủ {formatNumber(entries.length)} dòng
        </Button>
      )}
    </Card>
  );
}
