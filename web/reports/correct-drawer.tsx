import { useMemo, useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { TextAreaField, TextField } from '../ui/fields.tsx';
import { FigureList } from './figure-fields.tsx';
import { type Draft, type DraftFault, draftOf, faultsOf, savedPart, valuesOf } from './report-draft.ts';
import type { Report } from './report-words.tsx';
import styles from './reports.module.css';

interface CorrectDrawerProps {
  readonly report: Report;
  readonly onClose: () => void;
}

const noFaults: readonly DraftFault[] = [];

/** Corrects a report that was sent: what it said stays as an edition, the difference goes up with its reason. */
export function CorrectDrawer({ report, onClose }: CorrectDrawerProps) {
  // What is corrected says something, also where the report had nothing to say.
  const before = useMemo(() => ({ ...draftOf(report), nothingToReport: false }), [report]);
  const [draft, setDraft] = useState<Draft>(before);
  const [why, setWhy] = useState('');
  const [pressed, setPressed] = useState(false);
  const correct = useApiCommand('POST /api/reports/:id/corrections', {
    onSuccess: () => {
      onClose();
      notify('Đã đính chính; nơi nhận thấy số mới, bản trước vẫn được giữ.');
    },
  });
  const faults = pressed ? faultsOf(report, draft) : noFaults;
  const put = (part: 'figures' | 'reasons' | 'narrative') => (code: string, text: string) =>
    setDraft((now) => ({ ...now, [part]: { ...now[part], [code]: text } }));
  const submit = () => {
    setPressed(true);
    if (faultsOf(report, draft).length > 0 || why.trim() === '') return;
    const { stated, reasons, narrative } = savedPart(report, draft);
    correct.run({
      params: { id: report.id },
      body: { version: report.version, why: why.trim(), stated, reasons, narrative },
    });
  };
  return (
    <DrawerForm
      opened
      wide
      title={`Đính chính báo cáo ${report.period.words}`}
      submitLabel="Đính chính"
      pending={correct.pending}
      problem={correct.problem}
      foot={faults.length > 0 ? `${faults.length} chỗ cần sửa` : changedWords(before, draft)}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        name="why"
        label="Vì sao đính chính"
        hint="Nơi nhận đọc được; được lưu trong lịch sử số liệu."
        value={why}
        onChange={setWhy}
        error={pressed && why.trim() === '' ? 'Nêu lý do đính chính.' : undefined}
        maxLength={500}
        required
        autoFocus
      />
      <div className={styles.inDrawer}>
        <FigureList
          report={report}
          draft={draft}
          values={valuesOf(report, draft)}
          faults={faults}
          onFigure={put('figures')}
          onReason={put('reasons')}
        />
      </div>
      {report.sections.map((section) => (
        <TextAreaField
          key={section.code}
          name={`narrative.${section.code}`}
          label={section.title}
          value={draft.narrative[section.code] ?? ''}
          error={faults.find((one) => one.path === `narrative.${section.code}`)?.message}
          rows={2}
          maxLength={50_000}
          onChange={(text) => put('narrative')(section.code, text)}
        />
      ))}
    </DrawerForm>
  );
}

function changedWords(before: Draft, now: Draft): string {
  const count = (part: 'figures' | 'narrative') =>
    Object.entries(now[part]).filter(([code, text]) => text !== (before[part][code] ?? '')).length;
  const [figures, texts] = [count('figures'), count('narrative')];
  return figures + texts === 0 ? 'Chưa đổi gì' : `Đổi ${figures} số, ${texts} phần lời`;
}
