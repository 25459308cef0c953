import { Button } from '@mantine/core';
import { useCallback, useEffect, useRef } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { formatInstant } from '../platform/time.ts';
import { useAutosave } from '../ui/autosave.ts';
import { Card } from '../ui/card.tsx';
import { TextAreaField } from '../ui/fields.tsx';
import { FormContext } from '../ui/form-context.ts';
import { useFieldErrors } from '../ui/form-errors.ts';
import { useFormState } from '../ui/form-state.ts';
import { LeaveGuard } from '../ui/leave-guard.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import type { Report } from './report.page.tsx';
import styles from './reports.module.css';

type Part = 'results' | 'difficulties' | 'proposals';

const parts: readonly { readonly key: Part; readonly title: string; readonly hint: string }[] = [
  {
    key: 'results',
    title: 'Kết quả',
    hint: 'Việc đã làm, mô hình tiêu biểu, người dân được gì. Số liệu ở trên đã có, không cần chép lại.',
  },
  { key: 'difficulties', title: 'Khó khăn, hạn chế', hint: 'Vướng ở đâu, vì sao.' },
  { key: 'proposals', title: 'Đề xuất, kiến nghị', hint: 'Cần cấp trên, ngành nào giúp việc gì.' },
];

interface NarrativeFormProps {
  readonly report: Report;
  /** Hands out "save now", for the submit button above. */
  readonly onReady: (flush: () => () => Promise<boolean>) => void;
}

const noFields: readonly never[] = [];

/** The three texts, saved as they are written. */
export function NarrativeForm({ report, onReady }: NarrativeFormProps) {
  const form = useFormState({
    results: report.results,
    difficulties: report.difficulties,
    proposals: report.proposals,
  });
  const version = useRef(report.version);
  const put = useApiCommand('PUT /api/unit-reports/:id', { invalidates: ['GET /api/unit-reports/:id'] });
  const send = put.send;
  const save = useCallback(
    async (value: Record<Part, string>) => {
      const done = await send({ params: { id: report.id }, body: { version: version.current, ...value } });
      version.current = done.version ?? version.current + 1;
    },
    [report.id, send],
  );
  const autosave = useAutosave(`unit-report-${report.id}`, form.value, save);
  const { flush } = autosave;
  useEffect(() => onReady(() => flush), [onReady, flush]);
  const labels = useFieldErrors(autosave.problem?.fields ?? noFields);
  return (
    <FormContext value={labels}>
      <LeaveGuard active={autosave.status === 'refused'} />
      <form className="k-stack" noValidate onSubmit={(event) => event.preventDefault()}>
        {autosave.leftover !== null && (
          <div className={styles.leftover} role="status">
            <span>
              Máy này còn giữ một bản viết dở lúc {formatInstant(autosave.leftover.at)}, chưa gửi được lên máy
              chủ.
            </span>
            <Button
              variant="default"
              onClick={() => {
                if (autosave.leftover) form.replace(autosave.leftover.value);
                autosave.dropLeftover();
              }}
            >
              Dùng bản đó
            </Button>
            <Button variant="subtle" color="gray" onClick={autosave.dropLeftover}>
              Bỏ
            </Button>
          </div>
        )}
        {parts.map((part) => (
          <NarrativePart key={part.key} part={part} report={report}>
            <TextAreaField
              label={part.title}
              hint={part.hint}
              rows={6}
              maxLength={20_000}
              {...form.bind(part.key)}
            />
          </NarrativePart>
        ))}
        <ProblemAlert problem={autosave.status === 'refused' ? autosave.problem : null} />
        <div className={`${styles.saved} k-no-print`} role="status" data-state={autosave.status}>
          {autosave.text}
        </div>
      </form>
    </FormContext>
  );
}

/** The texts of a report that is only read. */
export function NarrativeText({ report }: { readonly report: Report }) {
  return parts.map((part) => (
    <NarrativePart key={part.key} part={part} report={report}>
      <h2 className={styles.partTitle}>{part.title}</h2>
      <p className={styles.text}>{report[part.key] || 'Đơn vị không viết phần này.'}</p>
    </NarrativePart>
  ));
}

interface NarrativePartProps {
  readonly part: (typeof parts)[number];
  readonly report: Report;
  readonly children: React.ReactNode;
}

/** One text with last time's beside it. */
function NarrativePart({ part, report, children }: NarrativePartProps) {
  const { previous } = report;
  const before = previous?.[part.key] ?? '';
  return (
    <Card>
      <div className={before === '' ? undefined : styles.beside}>
        <div>{children}</div>
        {before !== '' && previous !== null && (
          <details className={`${styles.previous} k-no-print`} open>
            <summary>Lần trước: {previous.title}</summary>
            <p className={styles.text}>{before}</p>
          </details>
        )}
      </div>
    </Card>
  );
}
