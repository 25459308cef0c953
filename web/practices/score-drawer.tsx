import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { useSession } from '../platform/session.ts';
import { ChoiceField } from '../ui/check-field.tsx';
import { DayField } from '../ui/day-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { TextAreaField, TextField } from '../ui/fields.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { NumberField } from '../ui/typed-field.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import {
  type ScoreColumn,
  scoreColumns,
  scoreColumnWords,
  scoreFaults,
  scoreOf,
} from '#domain/scoring/score.ts';
import { lineText } from './practice-scores.tsx';
import type { Criteria, Practice, ScoreSheet } from './practice-shape.ts';
import styles from './practice.module.css';

type Line = ScoreSheet['lines'][number];
type Criterion = Criteria['content']['criteria'][number];

interface ScoreDrawerProps {
  readonly practice: Practice;
  readonly column: ScoreColumn;
  readonly onClose: () => void;
}

const titles: Record<ScoreColumn, string> = {
  self: 'Tự chấm điểm',
  team: 'Chấm điểm của đoàn kiểm tra',
  final: 'Điểm cuối, thống nhất tại cuộc họp',
};

/** A sheet of scores, criterion by criterion, with the total as it grows and the earlier columns beside it. */
export function ScoreDrawer({ practice, column, onClose }: ScoreDrawerProps) {
  const { criteria } = practice;
  return criteria === null ? null : (
    <ScoreForm practice={practice} column={column} criteria={criteria} onClose={onClose} />
  );
}

function beginning(criteria: Criteria, own: ScoreSheet | undefined): Line[] {
  return criteria.content.criteria.map(
    (criterion) =>
      own?.lines.find((line) => line.criterionId === criterion.id) ?? {
        criterionId: criterion.id,
        points: null,
        passed: null,
        note: '',
      },
  );
}

function ScoreForm({
  practice,
  column,
  criteria,
  onClose,
}: ScoreDrawerProps & { readonly criteria: Criteria }) {
  const { today } = useSession();
  const own = practice.scores.find((sheet) => sheet.column === column);
  const [lines, setLines] = useState<readonly Line[]>(() => beginning(criteria, own));
  const [note, setNote] = useState(own?.note ?? '');
  const [scoredOn, setScoredOn] = useState<string | null>(own?.scoredOn ?? today);
  const [pressed, setPressed] = useState(false);
  const save = useApiCommand(`PUT /api/practices/:id/scores/${column}`, {
    onSuccess: () => {
      notify('Đã ghi điểm.');
      onClose();
    },
  });
  const faults = new Map(
    scoreFaults(criteria.content, lines).map((fault) => [fault.criterion.id, fault.message] as const),
  );
  const change = (id: string, patch: Partial<Line>) =>
    setLines((all) => all.map((line) => (line.criterionId === id ? { ...line, ...patch } : line)));
  const submit = () => {
    setPressed(true);
    if (faults.size > 0) return;
    save.run({
      params: { id: practice.id },
      body: { version: own?.version ?? null, lines: [...lines], note, scoredOn: scoredOn ?? '' },
    });
  };
  return (
    <DrawerForm
      opened
      wide
      title={titles[column]}
      onClose={onClose}
      submitLabel="Ghi điểm"
      pending={save.pending}
      problem={save.problem}
      foot={<RunningTotal criteria={criteria} lines={lines} missing={faults.size} />}
      onSubmit={submit}
    >
      <p>
        {practice.name}
        <br />
        <span className="k-small">{criteria.name}</span>
      </p>
      {lines.map((line, index) => {
        const criterion = criteria.content.criteria.find((one) => one.id === line.criterionId);
        return criterion === undefined ? null : (
          <ScoreLineFields
            key={line.criterionId}
            index={index}
            criterion={criterion}
            line={line}
            earlier={earlierScores(practice, column, criterion)}
            error={pressed ? faults.get(criterion.id) : undefined}
            onChange={(patch) => change(criterion.id, patch)}
          />
        );
      })}
      <TextAreaField name="note" label="Nhận xét chung" value={note} onChange={setNote} maxLength={3000} />
      <DayField
        name="scoredOn"
        label="Ngày chấm"
        value={scoredOn}
        onChange={setScoredOn}
        max={today}
        required
      />
    </DrawerForm>
  );
}

/** "Tự chấm 14 · Đoàn kiểm tra 12": what the others gave. */
function earlierScores(practice: Practice, column: ScoreColumn, criterion: Criterion): string {
  return scoreColumns
    .filter((other) => other !== column)
    .flatMap((other) => {
      const sheet = practice.scores.find((one) => one.column === other);
      return sheet === undefined ? [] : [`${scoreColumnWords[other]}: ${lineText(criterion, sheet)}`];
    })
    .join(' · ');
}

interface RunningTotalProps {
  readonly criteria: Criteria;
  readonly lines: readonly Line[];
  readonly missing: number;
}

function RunningTotal({ criteria, lines, missing }: RunningTotalProps) {
  const result = scoreOf(criteria.content, [...lines]);
  return (
    <div role="status" className={styles.total}>
      Cộng: <b>{formatNumber(result.total)}</b>{' '}
      {missing === 0 ? (
        <StateBadge tone={result.passed ? 'good' : 'warn'}>
          {result.grade ?? (result.passed ? 'Đạt' : 'Chưa đạt')}
        </StateBadge>
      ) : (
        <span className="k-small">còn {missing} tiêu chí chưa chấm</span>
      )}
    </div>
  );
}

interface ScoreLineFieldsProps {
  readonly index: number;
  readonly criterion: Criterion;
  readonly line: Line;
  readonly earlier: string;
  readonly error: string | undefined;
  readonly onChange: (patch: Partial<Line>) => void;
}

function ScoreLineFields({ index, criterion, line, earlier, error, onChange }: ScoreLineFieldsProps) {
  const name = `lines.${index}`;
  return (
    <div className={styles.score} role="group" aria-label={criterion.text}>
      <h3>
        {index + 1}. {criterion.text}
      </h3>
      {earlier !== '' && <div className="k-small">{earlier}</div>}
      <div className={styles.scoreInputs}>
        {criterion.kind === 'points' ? (
          <NumberField
            name={`${name}.points`}
            label={`Điểm (tối đa ${formatNumber(criterion.max)})`}
            value={line.points}
            onChange={(points) => onChange({ points })}
            error={error}
          />
        ) : (
          <ChoiceField
            name={`${name}.passed`}
            label="Kết quả"
            options={[
              { value: 'yes', label: 'Đạt' },
              { value: 'no', label: 'Không đạt' },
            ]}
            value={line.passed === null ? null : line.passed ? 'yes' : 'no'}
            onChange={(answer) => onChange({ passed: answer === 'yes' })}
            error={error}
          />
        )}
        <TextField
          name={`${name}.note`}
          label="Căn cứ, minh chứng"
          value={line.note}
          onChange={(note) => onChange({ note })}
          maxLength={500}
        />
      </div>
    </div>
  );
}
