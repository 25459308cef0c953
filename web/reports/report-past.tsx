import { formatInstant } from '../platform/time.ts';
import { Card } from '../ui/card.tsx';
import { HistoryCard } from '../ui/history-card.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { figureText } from './figure-value.tsx';
import type { Report } from './report-words.tsx';

type HistoryEntry = Report['history'][number];

/** Every edition of the figures that was sent, with what changed and why; then everything that happened. */
export function ReportPast({ report }: { readonly report: Report }) {
  return (
    <>
      {report.revisions.length > 0 && (
        <Card title="Các lần chốt số liệu" aside={`bản ${report.figureRevision}`}>
          <Timeline
            entries={report.revisions.map((one) => ({
              id: String(one.revision),
              when: formatInstant(one.at),
              title: `Bản ${one.revision}: ${one.why}`,
              detail: (
                <>
                  {one.byName}
                  {one.changes.map((change) => (
                    <div key={change.label}>
                      {change.label}: {figureText(change.before, change.decimals)} →{' '}
                      <b>{figureText(change.after, change.decimals)}</b>
                    </div>
                  ))}
                </>
              ),
            }))}
          />
        </Card>
      )}
      <HistoryCard entries={report.history.filter(isNews)} />
    </>
  );
}

/** A draft is saved again and again while it is written: of each sitting the last time is told. */
function isNews(entry: HistoryEntry, at: number, all: readonly HistoryEntry[]): boolean {
  const after = all[at - 1];
  return entry.action !== 'edit' || after?.action !== 'edit' || after.actorName !== entry.actorName;
}
