import { Fragment } from 'react';
import { Card } from '../ui/card.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { acceptedStates } from '#domain/practices/practice.states.ts';
import { scoreColumns, scoreColumnWords } from '#domain/scoring/score.ts';
import type { Criteria, OpenDialog, Practice, ScoreSheet } from './practice-shape.ts';
import styles from './practice.module.css';
import { WorkButton } from './work-button.tsx';

type Criterion = Criteria['content']['criteria'][number];

interface ScoresCardProps {
  readonly practice: Practice;
  readonly onOpen: OpenDialog;
}

/** Self, team and final score side by side, criterion by criterion. */
export function ScoresCard({ practice, onOpen }: ScoresCardProps) {
  const { criteria } = practice;
  if (!acceptedStates.includes(practice.state)) return null;
  if (criteria === null) {
    return practice.campaign === null || practice.actions.length === 0 ? null : (
      <Card title="Điểm">
        <p className="k-small">Kế hoạch chưa có bộ tiêu chí cho loại mô hình, điển hình này.</p>
      </Card>
    );
  }
  const sheets = scoreColumns.map((column) => practice.scores.find((sheet) => sheet.column === column));
  const most = criteria.content.criteria.reduce((sum, one) => sum + (one.kind === 'points' ? one.max : 0), 0);
  const aside = most > 0 ? `${criteria.name}, tối đa ${formatNumber(most)} điểm` : criteria.name;
  return (
    <Card title="Điểm" aside={aside} flush>
      <div className={styles.scroll} role="region" aria-label="Bảng điểm" tabIndex={0}>
        <table className={`${styles.table} ${styles.scores}`} aria-label="Ba cột điểm theo tiêu chí">
          <thead>
            <tr>
              <th scope="col">Tiêu chí</th>
              <th scope="col" className={styles.num}>
                Tối đa
              </th>
              {scoreColumns.map((column) => (
                <th key={column} scope="col" className={styles.num}>
                  {scoreColumnWords[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groupsOf(criteria.content.criteria).map((group) => (
              <Fragment key={group.name}>
                {group.name !== '' && (
                  <tr className={styles.group}>
                    <th scope="colgroup" colSpan={2 + scoreColumns.length}>
                      {group.name}
                    </th>
                  </tr>
                )}
                {group.criteria.map((criterion) => (
                  <ScoreRow key={criterion.id} criterion={criterion} sheets={sheets} />
                ))}
              </Fragment>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Cộng</th>
              <td className={styles.num}>{most > 0 ? formatNumber(most) : ''}</td>
              {sheets.map((sheet, index) => (
                <td key={scoreColumns[index]} className={styles.num}>
                  {sheet === undefined ? '–' : <Total sheet={sheet} />}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      <Remarks sheets={practice.scores} />
      <div className={`${styles.buttons} k-no-print`}>
        {scoreColumns.map((column) => (
          <WorkButton
            key={column}
            practice={practice}
            work={`score_${column}`}
            onClick={() => onOpen({ kind: 'score', column })}
          />
        ))}
      </div>
    </Card>
  );
}

function groupsOf(criteria: readonly Criterion[]): { name: string; criteria: Criterion[] }[] {
  const groups: { name: string; criteria: Criterion[] }[] = [];
  for (const criterion of criteria) {
    const last = groups.at(-1);
    if (last?.name === criterion.group) last.criteria.push(criterion);
    else groups.push({ name: criterion.group, criteria: [criterion] });
  }
  return groups;
}

interface ScoreRowProps {
  readonly criterion: Criterion;
  readonly sheets: readonly (ScoreSheet | undefined)[];
}

function ScoreRow({ criterion, sheets }: ScoreRowProps) {
  return (
    <tr>
      <th scope="row">
        {criterion.text}
        {criterion.required && <span className="k-small"> (bắt buộc)</span>}
      </th>
      <td className={styles.num}>{criterion.kind === 'points' ? formatNumber(criterion.max) : 'Đạt'}</td>
      {sheets.map((sheet, index) => (
        <td key={scoreColumns[index]} className={styles.num}>
          {lineText(criterion, sheet)}
        </td>
      ))}
    </tr>
  );
}

export function lineText(criterion: Criterion, sheet: ScoreSheet | undefined): string {
  const line = sheet?.lines.find((one) => one.criterionId === criterion.id);
  if (line === undefined) return '–';
  if (criterion.kind === 'points') return line.points === null ? '–' : formatNumber(line.points);
  if (line.passed === null) return '–';
  return line.passed ? 'Đạt' : 'Không đạt';
}

function Total({ sheet }: { readonly sheet: ScoreSheet }) {
  return (
    <>
      {formatNumber(sheet.total)}
      <div>
        <StateBadge tone={sheet.passed ? 'good' : 'warn'}>
          {sheet.grade ?? (sheet.passed ? 'Đạt' : 'Chưa đạt')}
        </StateBadge>
      </div>
    </>
  );
}

/** Who scored and when, with the remark of each sheet. */
function Remarks({ sheets }: { readonly sheets: readonly ScoreSheet[] }) {
  if (sheets.length === 0) return null;
  return (
    <ul className={styles.list}>
      {sheets.map((sheet) => (
        <li key={sheet.column}>
          <span className="k-small">
            {scoreColumnWords[sheet.column]}: {sheet.by}, {formatDay(sheet.scoredOn)}
          </span>
          {sheet.note !== '' && <div className={styles.text}>{sheet.note}</div>}
        </li>
      ))}
    </ul>
  );
}
