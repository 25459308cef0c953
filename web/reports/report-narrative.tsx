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
import { formatFigure, readFigure } from '#domain/reports/figure-text.ts';
import { FigureFields } from './report-figures.tsx';
import type { Report } from './report-words.tsx';
import styles from './reports.module.css';

interface NarrativeFormProps {
  readonly report: Report;
  /** Hands out "save now", for the submit button above. */
  readonly onReady: (flush: () => () => Promise<boolean>) => void;
}

const noFields: readonly never[] = [];

interface Draft {
  /** As typed; read into exact figures when it is saved. */
  readonly figures: Record<string, string>;
  readonly reasons: Record<string, string>;
  readonly narrative: Record<string, string>;
}

/** Figures and texts, saved as they are written; what is no number stays in its field and is not sent. */
export function ReportForm({ report, onReady }: NarrativeFormProps) {
  const form = useFormState<Draft>({
    figures: Object.fromEntries(
      report.figures.map((one) => [one.code, formatFigure(one.stated, one.decimals)]),
    ),
    reasons: Object.fromEntries(report.figures.map((one) => [one.code, one.reason])),
    narrative: Object.fromEntries(report.sections.map((one) => [one.code, one.words])),
  });
  const version = useRef(report.version);
  const put = useApiCommand('PUT /api/reports/:id', { invalidates: ['GET /api/reports/:id'] });
  const send = put.send;
  const { id, figures, nothingToReport } = report;
  const save = useCallback(
    async (value: Draft) => {
      const typed = figures.filter((one) => one.source === 'entered' || one.source === 'register');
      const stated = Object.fromEntries(
        typed.flatMap((one) => {
          const exact = readFigure(value.figures[one.code] ?? '', one.decimals);
          return exact === undefined ? [] : [[one.code, exact]];
        }),
      );
      const { reasons, narrative } = value;
      const body = { version: version.current, nothingToReport, stated, reasons, narrative };
      const done = await send({ params: { id }, body });
      version.current = done.version ?? version.current + 1;
    },
    [id, figures, nothingToReport, send],
  );
  const autosave = useAutosave(`report-${report.id}`, form.value, save);
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
        <FigureFields
          figures={report.figures}
          values={form.value.figures}
          reasons={form.value.reasons}
          onFigure={(code, text) => form.set('figures', { ...form.value.figures, [code]: text })}
          onReason={(code, text) => form.set('reasons', { ...form.value.reasons, [code]: text })}
        />
        {report.sections.map((section) => (
          <NarrativePart key={section.code} section={section}>
            <TextAreaField
              label={section.title}
              hint={section.guidance}
              rows={section.level === 1 ? 6 : 4}
              maxLength={50_000}
              name={`narrative.${section.code}`}
              value={form.value.narrative[section.code] ?? ''}
              onChange={(text) => form.set('narrative', { ...form.value.narrative, [section.code]: text })}
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
  return report.sections.map((section) => (
    <NarrativePart key={section.code} section={section}>
      <h2 className={styles.partTitle}>{section.title}</h2>
      <p className={styles.text}>{section.words || 'Đơn vị không viết phần này.'}</p>
    </NarrativePart>
  ));
}

interface NarrativePartProps {
  readonly section: Report['sections'][number];
  readonly children: React.ReactNode;
}

/** One text with last time's beside it. */
function NarrativePart({ section, children }: NarrativePartProps) {
  const before = section.previous ?? '';
  return (
    <Card>
      <div className={before === '' ? undefined : styles.beside}>
        <div>{children}</div>
        {before !== '' && (
          <details className={`${styles.previous} k-no-print`} open>
            <summary>Kỳ trước</summary>
            <p className={styles.text}>{before}</p>
          </details>
        )}
      </div>
    </Card>
  );
}
