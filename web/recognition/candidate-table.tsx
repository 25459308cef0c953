import { CloseButton } from '@mantine/core';
import { AppLink } from '../ui/app-link.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { practiceKind } from '../ui/practices/practice-badge.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import type { MeetingRules } from '#domain/recognition/meeting.ts';
import { votesRecognise } from '#domain/recognition/votes.ts';
import styles from './recognition.module.css';
import { completeVotes, type Candidate, type TypedVotes, votesMissing } from './votes.ts';

interface CandidateTableProps {
  readonly candidates: readonly Candidate[];
  readonly votes: (id: string) => TypedVotes;
  readonly present: number;
  readonly rules: Pick<MeetingRules, 'neededPercent'>;
  /** Left out when the meeting is only read. */
  readonly onVotes?: (id: string, patch: Partial<TypedVotes>) => void;
  readonly onRemove?: (id: string) => void;
}

function points(value: number | null): string {
  return value === null ? '–' : formatNumber(value, 2);
}

function candidateColumns(props: CandidateTableProps): readonly TableColumn<Candidate>[] {
  const { votes, onVotes, onRemove } = props;
  return [
    { key: 'name', header: 'Mô hình, điển hình', phone: 'title', cell: (row) => <CandidateName row={row} /> },
    { key: 'self', header: 'Tự chấm', align: 'end', width: '4.5rem', cell: (row) => points(row.self) },
    { key: 'team', header: 'Đoàn kiểm tra', align: 'end', width: '4.75rem', cell: (row) => points(row.team) },
    { key: 'final', header: 'Điểm cuối', align: 'end', width: '4.5rem', cell: (row) => points(row.final) },
    { key: 'grade', header: 'Xếp loại', width: '6.5rem', cell: (row) => row.grade ?? '–' },
    {
      key: 'votes',
      header: 'Số phiếu',
      width: '15.5rem',
      cell: (row) =>
        onVotes ? (
          <VoteInputs
            name={row.practice.name}
            votes={votes(row.practice.id)}
            onChange={(patch) => onVotes(row.practice.id, patch)}
          />
        ) : (
          <VotesRead votes={votes(row.practice.id)} />
        ),
    },
    { key: 'result', header: 'Kết quả', width: '11rem', cell: (row) => <Result row={row} {...props} /> },
    ...(onRemove
      ? [
          {
            key: 'remove',
            header: 'Đưa ra',
            width: '3.75rem',
            phone: 'off' as const,
            cell: (row: Candidate) => (
              <CloseButton
                aria-label={`Đưa “${row.practice.name}” ra khỏi cuộc họp`}
                onClick={() => onRemove(row.practice.id)}
              />
            ),
          },
        ]
      : []),
  ];
}

/** Candidates with three scores side by side, conflicts of interest, the votes and what they decide. */
export function CandidateTable(props: CandidateTableProps) {
  return (
    <DataTable
      name={props.onVotes ? 'candidates-edit' : 'candidates'}
      label="Mô hình, điển hình đưa ra xét"
      unit="mô hình, điển hình"
      columns={candidateColumns(props)}
      rows={props.candidates}
      rowId={(row) => row.practice.id}
      empty={
        <EmptyState title="Chưa có mô hình nào trong cuộc họp">
          Thêm từ danh sách mô hình được đề nghị công nhận ở dưới.
        </EmptyState>
      }
    />
  );
}

function CandidateName({ row }: { readonly row: Candidate }) {
  const { practice } = row;
  return (
    <div>
      <AppLink href={`/mo-hinh/${practice.id}`} className={styles.name}>
        {practice.name}
      </AppLink>
      <div className="k-small">
        {practice.unit.name} · {practice.fieldName} · {practiceKind(practice)}
      </div>
      <div className="k-small">
        <AppLink href={`/mo-hinh/${practice.id}`}>
          Xem {formatNumber(practice.evidenceCount)} minh chứng, phiếu chấm điểm
        </AppLink>
      </div>
      {row.conflicts.length > 0 && (
        <div className={styles.conflict}>Không tham gia biểu quyết: {row.conflicts.join(', ')}</div>
      )}
    </div>
  );
}

interface VoteInputsProps {
  readonly name: string;
  readonly votes: TypedVotes;
  readonly onChange: (patch: Partial<TypedVotes>) => void;
}

const parts = [
  ['for', 'Tán thành'],
  ['against', 'Không tán thành'],
  ['abstained', 'Không tham gia'],
] as const;

function VoteInputs({ name, votes, onChange }: VoteInputsProps) {
  return (
    <div className={styles.votes}>
      {parts.map(([key, label]) => (
        <label key={key}>
          <span>{label}</span>
          <input
            inputMode="numeric"
            maxLength={4}
            autoComplete="off"
            aria-label={`${label}: ${name}`}
            value={votes[key] ?? ''}
            onChange={(event) => {
              const digits = event.currentTarget.value.replaceAll(/\D/g, '');
              onChange({ [key]: digits === '' ? null : Number(digits) });
            }}
          />
        </label>
      ))}
    </div>
  );
}

function VotesRead({ votes }: { readonly votes: TypedVotes }) {
  const complete = completeVotes(votes);
  if (complete === null) return <>–</>;
  return (
    <>
      {formatNumber(complete.for)} tán thành
      <div className="k-small">
        {formatNumber(complete.against)} không tán thành · {formatNumber(complete.abstained)} không tham gia
      </div>
    </>
  );
}

function Result({ row, votes, present, rules }: CandidateTableProps & { readonly row: Candidate }) {
  if (row.outcome !== null)
    return row.outcome === 'recognised' ? (
      <StateBadge tone="good">Công nhận</StateBadge>
    ) : (
      <StateBadge tone="warn">Chưa công nhận</StateBadge>
    );
  const typed = votes(row.practice.id);
  const complete = completeVotes(typed);
  const missing = votesMissing(typed, present);
  if (complete === null) return <span className="k-small">Chưa nhập phiếu</span>;
  if (missing !== 0)
    return (
      <StateBadge tone="bad">
        {missing > 0 ? `Thiếu ${formatNumber(missing)} phiếu` : `Thừa ${formatNumber(-missing)} phiếu`}
      </StateBadge>
    );
  const cast = complete.for + complete.against;
  const share = cast === 0 ? 0 : (complete.for / cast) * 100;
  const reached = votesRecognise(complete, rules);
  return (
    <div>
      <StateBadge tone={reached ? 'good' : 'warn'}>{reached ? 'Đủ phiếu' : 'Không đủ phiếu'}</StateBadge>
      <div className="k-small">{formatNumber(share, 1)}% tán thành</div>
    </div>
  );
}
