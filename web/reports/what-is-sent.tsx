import { isFilledIn } from '#domain/reports/form.ts';
import { figureText } from './figure-value.tsx';
import { type Draft, draftOf, isCopied, valuesOf } from './report-draft.ts';
import type { Report } from './report-words.tsx';
import styles from './reports.module.css';

interface WhatIsSentProps {
  readonly report: Report;
  readonly draft: Draft | undefined;
}

/** What goes to the level above: every figure, which texts, how much evidence. */
export function WhatIsSent({ report, draft = draftOf(report) }: WhatIsSentProps) {
  const values = valuesOf(report, draft);
  const words = (code: string): string => (draft.narrative[code] ?? '').trim();
  const shown = draft.nothingToReport
    ? report.figures.filter(({ source }) => isFilledIn(source))
    : report.figures;
  const written = report.sections.filter((one) => words(one.code) !== '');
  const copied = written.filter((one) => isCopied(one, words(one.code)));
  return (
    <div className={styles.sending}>
      <p className="k-small">
        Số của sổ và hồ sơ địa phương được lấy lại và chốt ngay lúc gửi; sau đó chỉ đổi bằng đính chính có lý
        do.
      </p>
      {draft.nothingToReport && (
        <p>
          Gửi đi: <b>không có nội dung báo cáo</b> trong {report.period.words}, chỉ kèm số của sổ.
        </p>
      )}
      <dl aria-label="Số liệu gửi đi">
        {shown.map((one) => {
          const exact = values.get(one.code) ?? null;
          const other = isFilledIn(one.source) && one.counted !== null && exact !== one.counted;
          return (
            <div key={one.code}>
              <dt>
                {one.label}
                {other && (
                  <span className="k-small">
                    {one.source === 'profile' ? 'hồ sơ ghi' : 'sổ đếm'}{' '}
                    {figureText(one.counted, one.decimals)}: {draft.reasons[one.code]}
                  </span>
                )}
              </dt>
              <dd>
                <b>{figureText(exact, one.decimals)}</b> <span className="k-small">{one.unit}</span>
              </dd>
            </div>
          );
        })}
      </dl>
      {report.sections.length > 0 && !draft.nothingToReport && (
        <p>
          Phần lời: {written.length} trên {report.sections.length} phần đã viết. Tài liệu kèm theo:{' '}
          {report.evidence.length}.
        </p>
      )}
      {copied.length > 0 && (
        <p className={styles.copied}>
          Giống hệt kỳ trước: {copied.map((one) => `“${one.title}”`).join(', ')}. Nơi nhận thấy dấu này.
        </p>
      )}
    </div>
  );
}
