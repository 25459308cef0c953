import { Button } from '@mantine/core';
import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { formatInstantDay } from '../platform/time.ts';
import { Card } from '../ui/card.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { figureText, filledName } from './figure-value.tsx';
import type { Figure } from './report-draft.ts';
import type { Report } from './report-words.tsx';
import styles from './reports.module.css';

/**
 * Where the register or the place's profile says something else by now than the report that was sent: the report does
 * not change by itself. Whoever keeps what was sent says so for exactly that difference, and everybody reads it.
 */
export function ReportDifferences({ report }: { readonly report: Report }) {
  const changed = report.figures.filter((one) => one.differs);
  const [asking, setAsking] = useState(false);
  const recount = useApiCommand('POST /api/reports/:id/recounts', {
    onSuccess: () => {
      setAsking(false);
      notify('Đã nhận số mới; bản trước vẫn được giữ.');
    },
  });
  const keep = useApiCommand('POST /api/reports/:id/kept-figures', {
    onSuccess: () => {
      notify('Đã giữ số đã gửi; nơi nhận cũng thấy.');
    },
  });
  if (changed.length === 0) return null;
  const may = (action: 'recount' | 'keep') =>
    report.actions.some((one) => one.action === action && one.allowed);
  const open = changed.filter((one) => one.kept === null);
  const keeps = may('keep') && open.length > 0;
  return (
    <Card
      title={titleFor(changed)}
      aside={
        open.length === 0
          ? 'đơn vị giữ số đã gửi'
          : 'báo cáo giữ nguyên số đã chốt cho đến khi đơn vị nhận số mới'
      }
    >
      <ul className={styles.differences} aria-label="Số khác với số đã gửi">
        {changed.map((one) => (
          <Difference key={one.code} figure={one} />
        ))}
      </ul>
      <ProblemAlert problem={keep.problem} />
      {(may('recount') || keeps) && (
        <div className="k-row k-no-print">
          {may('recount') && (
            <Button variant="default" onClick={() => setAsking(true)}>
              Nhận số mới
            </Button>
          )}
          {keeps && (
            <Button
              variant="subtle"
              color="gray"
              loading={keep.pending}
              onClick={() =>
                keep.run({
                  params: { id: report.id },
                  body: { seen: Object.fromEntries(changed.map((one) => [one.code, one.now])) },
                })
              }
            >
              Giữ số đã gửi
            </Button>
          )}
        </div>
      )}
      <ReasonDialog
        opened={asking}
        title="Nhận số mới?"
        confirmLabel="Nhận số mới"
        label="Vì sao số thay đổi"
        quickPhrases={['Ghi bổ sung mô hình sau khi gửi.', 'Sổ ghi nhầm, đã sửa lại.']}
        pending={recount.pending}
        problem={recount.problem}
        onConfirm={(why) => recount.run({ params: { id: report.id }, body: { why } })}
        onClose={() => setAsking(false)}
      >
        {changed.map((one) => (
          <p key={one.code}>
            {one.label}: {figureText(one.counted, one.decimals)} → <b>{figureText(one.now, one.decimals)}</b>
          </p>
        ))}
      </ReasonDialog>
    </Card>
  );
}

function Difference({ figure }: { readonly figure: Figure }) {
  const { label, source, now, value, counted, decimals, kept } = figure;
  const name = filledName(source);
  return (
    <li>
      <b>{label}</b>: {name} hiện có {figureText(now, decimals)}, báo cáo ghi {figureText(value, decimals)}
      {value !== counted && (
        <>
          {' '}
          ({name} lúc gửi: {figureText(counted, decimals)})
        </>
      )}
      {kept !== null && (
        <div className="k-small">
          Đơn vị giữ số đã gửi, ngày {formatInstantDay(kept.at)}
          {kept.byName !== null && ` (${kept.byName})`}.
        </div>
      )}
    </li>
  );
}

function titleFor(changed: readonly Figure[]): string {
  const ofProfile = changed.filter((one) => one.source === 'profile').length;
  if (ofProfile === 0) return 'Sổ mô hình đã đổi sau khi gửi';
  return ofProfile === changed.length
    ? 'Hồ sơ địa phương đã đổi sau khi gửi'
    : 'Sổ mô hình và hồ sơ địa phương đã đổi sau khi gửi';
}
