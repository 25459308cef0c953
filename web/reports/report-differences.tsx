import { Button } from '@mantine/core';
import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { Card } from '../ui/card.tsx';
import { readKept, writeKept } from '../ui/kept.ts';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { figureText } from './figure-value.tsx';
import type { Report } from './report-words.tsx';
import styles from './reports.module.css';

const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * Where the register says something else by now than the report that was sent: the report does not change by itself.
 * Keeping what was sent hides the difference on this machine until the register changes again.
 */
export function ReportDifferences({ report }: { readonly report: Report }) {
  const changed = report.figures.filter((one) => one.now !== null);
  const place = `kheo.kept-figures.${report.id}`;
  const facts = JSON.stringify(changed.map((one) => [one.code, one.counted, one.now]));
  const [kept, setKept] = useState(() => readKept(place, isText));
  const [asking, setAsking] = useState(false);
  const recount = useApiCommand('POST /api/reports/:id/recounts', {
    onSuccess: () => {
      setAsking(false);
      notify('Đã nhận số mới của sổ; bản trước vẫn được giữ.');
    },
  });
  if (changed.length === 0) return null;
  const show = (next: string | null) => {
    writeKept(place, next);
    setKept(next);
  };
  if (kept === facts)
    return (
      <p className="k-small k-no-print">
        Sổ mô hình nay khác {changed.length} số đã gửi; đơn vị giữ số đã gửi.{' '}
        <button type="button" className={styles.jump} onClick={() => show(null)}>
          Xem lại
        </button>
      </p>
    );
  const mayRecount = report.actions.some((one) => one.action === 'recount' && one.allowed);
  return (
    <Card
      title="Sổ mô hình đã đổi sau khi gửi"
      aside="báo cáo giữ nguyên số đã chốt cho đến khi đơn vị nhận số mới"
    >
      <ul className={styles.differences} aria-label="Số khác với sổ">
        {changed.map((one) => (
          <li key={one.code}>
            <b>{one.label}</b>: sổ hiện có {figureText(one.now, one.decimals)}, báo cáo ghi{' '}
            {figureText(one.value, one.decimals)}
            {one.value !== one.counted && <> (sổ lúc gửi: {figureText(one.counted, one.decimals)})</>}
          </li>
        ))}
      </ul>
      {mayRecount && (
        <div className="k-row k-no-print">
          <Button variant="default" onClick={() => setAsking(true)}>
            Nhận số mới
          </Button>
          <Button variant="subtle" color="gray" onClick={() => show(facts)}>
            Giữ số đã gửi
          </Button>
        </div>
      )}
      <ReasonDialog
        opened={asking}
        title="Nhận số mới của sổ?"
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
