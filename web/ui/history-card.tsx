import type { ReactNode } from 'react';
import { formatInstant } from '../platform/time.ts';
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

/** Who did what and when, newest first; nothing is ever taken out. */
export function HistoryCard({ entries, more, tone, selfId }: HistoryCardProps) {
  if (entries.length === 0) return null;
  return (
    <Card title="Diễn biến">
      <Timeline
        entries={entries.map((entry) => ({
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
    </Card>
  );
}
