import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { formatInstant } from '../platform/time.ts';
import { useAutosave } from '../ui/autosave.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { FormContext } from '../ui/form-context.ts';
import { useFieldErrors } from '../ui/form-errors.ts';
import { useFormState } from '../ui/form-state.ts';
import { LeaveGuard } from '../ui/leave-guard.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { FigureFields } from './figure-fields.tsx';
import { NothingToReport } from './nothing-to-report.tsx';
import { pinNotes } from './pin-notes.tsx';
import { ReportActions } from './report-actions.tsx';
import { type Draft, type DraftFault, draftOf, faultsOf, savedPart, valuesOf } from './report-draft.ts';
import type { Report } from './report-words.tsx';
import { SectionFields } from './section-fields.tsx';
import styles from './reports.module.css';

interface ReportEditorProps {
  readonly report: Report;
  /** Takes the newest version from the server, where somebody else wrote meanwhile. */
  readonly onReload: () => void;
  /** Stands between the texts and the button that sends. */
  readonly children: ReactNode;
}

const noFields: readonly never[] = [];

/** Figures and texts, saved as they are written; what is wrong is said beside its field and keeps the rest. */
export function ReportEditor({ report, onReload, children }: ReportEditorProps) {
  const form = useFormState<Draft>(draftOf(report));
  const draft = form.value;
  const autosave = useReportAutosave(report, draft);
  const all = useMemo(() => faultsOf(report, draft), [report, draft]);
  const [asked, setAsked] = useState(0);
  const [left, setLeft] = useState<readonly DraftFault[]>(all);
  // A fault is said when one leaves the field, and goes as soon as it is mended; what is only missing yet is said
  // when somebody wants to send.
  const faults = all.filter((one) => left.some((was) => was.path === one.path) && (!one.still || asked > 0));
  const values = useMemo(() => valuesOf(report, draft), [report, draft]);
  const labels = useFieldErrors(autosave.problem?.fields ?? noFields);
  const putIn = (part: 'figures' | 'reasons' | 'narrative') => (code: string, text: string) =>
    form.replace((now) => ({ ...now, [part]: { ...now[part], [code]: text } }));
  const ready = async (): Promise<boolean> => {
    setLeft(all);
    if (all.length > 0) setAsked((times) => times + 1);
    const kept = await autosave.flush();
    if (all.length > 0) return false;
    if (!kept) notify('Chưa lưu được phần vừa viết nên chưa gửi.', { tone: 'warn' });
    return kept;
  };
  useHotkeys([['mod+S', () => void autosave.flush().then((kept) => kept && notify('Đã lưu báo cáo.'))]], []);
  return (
    <>
      <LeaveGuard active={autosave.status === 'refused'} />
      <ErrorSummary
        fields={faults}
        title={`${faults.length} chỗ cần sửa trước khi gửi; bản nháp vẫn được giữ`}
        asked={asked}
      />
      <FormContext value={labels}>
        <form
          className="k-stack"
          noValidate
          onSubmit={(event) => event.preventDefault()}
          onBlur={() => setLeft(all)}
        >
          <Leftover autosave={autosave} onUse={form.replace} />
          {report.formContent.mayBeNothing && (
            <NothingToReport draft={draft} faults={faults} onChange={form.replace} />
          )}
          {!draft.nothingToReport && (
            <>
              <FigureFields
                report={report}
                draft={draft}
                values={values}
                faults={faults}
                onFigure={putIn('figures')}
                onReason={putIn('reasons')}
                pins={(code) => pinNotes(pinsOf(report, (pin) => pin.indicator === code))}
              />
              <SectionFields
                sections={report.sections}
                draft={draft}
                faults={faults}
                onWords={putIn('narrative')}
                pins={(code) => pinNotes(pinsOf(report, (pin) => pin.section === code))}
              />
            </>
          )}
          {children}
          <ProblemAlert problem={autosave.status === 'refused' ? autosave.problem : null} />
          {autosave.problem?.code === 'version_conflict' && (
            <div>
              <Button variant="default" onClick={onReload}>
                Mở bản mới nhất
              </Button>
            </div>
          )}
          <div className={`${styles.foot} k-no-print`}>
            <span role="status" className={styles.saved} data-state={autosave.status}>
              {autosave.text}
            </span>
            <ReportActions report={report} draft={draft} ready={ready} wrote={form.dirty} />
          </div>
        </form>
      </FormContext>
    </>
  );
}

/** Saves the draft with the version that this page knows. */
function useReportAutosave(report: Report, draft: Draft) {
  const version = useRef(report.version);
  const put = useApiCommand('PUT /api/reports/:id', { invalidates: ['GET /api/reports/:id'] });
  const { send } = put;
  const save = useCallback(
    async (value: Draft) => {
      const body = { version: version.current, ...savedPart(report, value) };
      const done = await send({ params: { id: report.id }, body });
      version.current = done.version ?? version.current + 1;
    },
    [report, send],
  );
  return useAutosave(`report-${report.id}`, draft, save);
}

function pinsOf(report: Report, isHere: (pin: Report['pins'][number]) => boolean) {
  return report.state === 'returned' ? report.pins.filter(isHere) : [];
}

interface LeftoverProps {
  readonly autosave: ReturnType<typeof useAutosave<Draft>>;
  readonly onUse: (draft: Draft) => void;
}

/** What was typed on this machine and never reached the server. */
function Leftover({ autosave, onUse }: LeftoverProps) {
  const { leftover } = autosave;
  if (leftover === null) return null;
  return (
    <div className={styles.leftover} role="status">
      <span>
        Máy này còn giữ một bản viết dở lúc {formatInstant(leftover.at)}, chưa gửi được lên máy chủ.
      </span>
      <Button
        variant="default"
        onClick={() => {
          onUse(leftover.value);
          autosave.dropLeftover();
        }}
      >
        Dùng bản đó
      </Button>
      <Button variant="subtle" color="gray" onClick={autosave.dropLeftover}>
        Bỏ
      </Button>
    </div>
  );
}
