import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiCommand } from '../platform/api-hooks.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import importStyles from '../ui/import-list.module.css';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { type ColumnMeaning, columnMeanings, columnMeaningWords } from '#domain/reading/column-meanings.ts';
import type { ReadList } from './any-list.page.tsx';
import styles from './reading.module.css';

type Answer = ApiResponse<'POST /api/reading-lists/:fileId/registrations'>;

const meanings = columnMeanings.map((value) => ({ value, label: columnMeaningWords[value] }));

interface ListColumnsProps {
  readonly list: ReadList;
  readonly where: { readonly campaignId: string; readonly unitId: string };
  readonly onAgain: () => void;
}

/** What each column means, with samples; then what would be refused; then the drafts. */
export function ListColumns({ list, where, onAgain }: ListColumnsProps) {
  const [at, setAt] = useState(0);
  const table = list.tables[at];
  if (table === undefined) return null;
  return (
    <>
      <Card title="3. Mỗi cột là gì" aside={`${formatNumber(table.rowCount)} dòng`}>
        <div className="k-stack">
          {list.tables.length > 1 && (
            <NativeSelect
              label="Bảng trong tệp"
              value={String(at)}
              onChange={(event) => setAt(Number(event.currentTarget.value))}
              data={list.tables.map((one, index) => ({
                value: String(index),
                label: `Bảng ${index + 1}: ${formatNumber(one.rowCount)} dòng, ${one.columns
                  .map((column) => column.heading)
                  .filter(Boolean)
                  .slice(0, 4)
                  .join(', ')}`,
              }))}
            />
          )}
          <TableColumns key={at} list={list} at={at} where={where} onAgain={onAgain} />
        </div>
      </Card>
    </>
  );
}

function TableColumns({ list, at, where, onAgain }: ListColumnsProps & { readonly at: number }) {
  const columns = list.tables[at]?.columns ?? [];
  const [chosen, setChosen] = useState<readonly ColumnMeaning[]>(() => columns.map((one) => one.meaning));
  const [looked, setLooked] = useState<Answer | null>(null);
  const [written, setWritten] = useState<Answer | null>(null);
  const send = useApiCommand('POST /api/reading-lists/:fileId/registrations');
  const run = async (dryRun: boolean) => {
    const body = { ...where, table: at, columns: [...chosen], dryRun };
    try {
      const answer = await send.send({ params: { fileId: list.fileId }, body });
      if (dryRun || answer.faults.length > 0) setLooked(answer);
      else setWritten(answer);
    } catch {
      // Shown below from the command itself.
    }
  };
  if (written !== null) return <Written answer={written} onAgain={onAgain} />;
  const twice = doubled(chosen);
  const lacksName = !chosen.includes('name');
  const blocked = lacksName
    ? 'Chọn cột nào là tên mô hình.'
    : twice === null
      ? null
      : `Hai cột cùng là “${columnMeaningWords[twice]}”: để một cột, cột kia chọn “${columnMeaningWords.ignored}”.`;
  const change = (index: number, meaning: ColumnMeaning) => {
    setChosen((all) => all.map((one, place) => (place === index ? meaning : one)));
    setLooked(null);
  };
  return (
    <>
      {columns.some((column) => column.remembered) && (
        <p className="k-small" role="status">
          Đơn vị đã nhập danh sách có các tiêu đề này: giữ cách hiểu của lần trước.
        </p>
      )}
      <ColumnTable columns={columns} chosen={chosen} onChange={change} />
      <ProblemAlert problem={send.problem} />
      {looked !== null && looked.faults.length > 0 && <Faults faults={looked.faults} />}
      {looked !== null && looked.faults.length === 0 && (
        <p role="status">
          <StateBadge tone="good">Không có lỗi</StateBadge>{' '}
          {`${formatNumber(looked.read)} dòng ghi được; chưa ghi gì.`}
        </p>
      )}
      <div className="k-row">
        <Button variant="default" disabled={blocked !== null || send.pending} onClick={() => void run(true)}>
          Kiểm tra các dòng
        </Button>
        <Button
          loading={send.pending}
          disabled={blocked !== null || looked === null || looked.faults.length > 0}
          onClick={() => void run(false)}
        >
          Ghi thành bản nháp
        </Button>
        <span className="k-small" role="status">
          {blocked ?? (looked === null ? 'Kiểm tra trước, rồi ghi.' : '')}
        </span>
      </div>
    </>
  );
}

function doubled(chosen: readonly ColumnMeaning[]): ColumnMeaning | null {
  return chosen.find((one, at) => one !== 'ignored' && chosen.indexOf(one) !== at) ?? null;
}

interface ColumnTableProps {
  readonly columns: ReadList['tables'][number]['columns'];
  readonly chosen: readonly ColumnMeaning[];
  readonly onChange: (index: number, meaning: ColumnMeaning) => void;
}

/** A list, not a table: on the phone the three parts of a column stand below each other. */
function ColumnTable({ columns, chosen, onChange }: ColumnTableProps) {
  return (
    <ul className={styles.columns} aria-label="Các cột của danh sách">
      {columns.map((column, index) => (
        // Columns have no name of their own: two may be headed alike.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <b>{column.heading === '' ? `(cột ${index + 1}, không tiêu đề)` : column.heading}</b>
          <div className={styles.samples}>
            {column.samples.length === 0 ? 'cột trống' : [...new Set(column.samples)].join(' · ')}
          </div>
          <div className="k-row">
            <NativeSelect
              aria-label={`Cột “${column.heading || index + 1}” là`}
              value={chosen[index] ?? 'ignored'}
              data={meanings}
              onChange={(event) => {
                const next = columnMeanings.find((one) => one === event.currentTarget.value);
                if (next !== undefined) onChange(index, next);
              }}
            />
            {column.confidence < 0.7 && chosen[index] === column.meaning && (
              <StateBadge tone="warn">Chưa chắc</StateBadge>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

const SHOWN = 200;

function Faults({ faults }: { readonly faults: Answer['faults'] }) {
  return (
    <div role="alert" className={importStyles.problem}>
      <b>{`${formatNumber(faults.length)} chỗ cần sửa, chưa ghi gì. Sửa trong tệp rồi chọn lại, hoặc chọn lại cột.`}</b>
      <div className={importStyles.scroll} role="region" aria-label="Các chỗ cần sửa" tabIndex={0}>
        <table className={importStyles.table} aria-label="Các chỗ cần sửa">
          <thead>
            <tr>
              <th scope="col">Dòng</th>
              <th scope="col">Cột</th>
              <th scope="col">Cần sửa</th>
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, SHOWN).map((fault) => (
              <tr key={`${fault.row} ${fault.column} ${fault.message}`}>
                <th scope="row">{fault.row}</th>
                <td>{fault.column}</td>
                <td>{fault.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {faults.length > SHOWN && (
        <p className="k-small">{`… và ${formatNumber(faults.length - SHOWN)} chỗ nữa.`}</p>
      )}
    </div>
  );
}

function Written({ answer, onAgain }: { readonly answer: Answer; readonly onAgain: () => void }) {
  return (
    <div className="k-stack" role="status">
      <p>
        Đã ghi <b>{formatNumber(answer.written)}</b> bản nháp, <b>chưa gửi</b>. Cách hiểu các cột được nhớ cho
        đơn vị này.
      </p>
      <div className="k-row">
        <Button component={AppLink} href="/mo-hinh?state=draft">
          Xem các bản nháp
        </Button>
        <Button variant="default" onClick={onAgain}>
          Nhập tệp khác
        </Button>
      </div>
    </div>
  );
}
