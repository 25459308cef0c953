import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { type UnitKind, unitKindWords } from '#domain/organisations/unit-kinds.ts';
import { KindMark } from './kind-mark.tsx';
import { unitHref } from './organisation-links.ts';
import styles from './organisations.module.css';

type Comparison = ApiResponse<'GET /api/unit-comparison'>;

/** What differs between two days: counts by kind, then each unit. */
export function Differences({ found }: { readonly found: Comparison }) {
  const same = [found.founded, found.ended, found.renamed, found.moved].every((list) => list.length === 0);
  return (
    <>
      <Counts found={found} />
      {same && (
        <div className="k-card">
          <EmptyState title="Hai ngày này tổ chức như nhau">
            Không đơn vị nào thành lập, kết thúc, đổi tên hay chuyển trực thuộc. Chọn hai ngày xa nhau hơn.
          </EmptyState>
        </div>
      )}
      <Part
        title="Kết thúc hoạt động"
        heads={['Đơn vị', 'Từ ngày', 'Nay thuộc']}
        rows={found.ended.map((one) => ({
          key: one.id,
          cells: [
            <Name key="n" unit={one} day={found.from} />,
            formatDay(one.on),
            one.intoNames.join('; ') || 'Không có đơn vị kế tục',
          ],
        }))}
      />
      <Part
        title="Thành lập"
        heads={['Đơn vị', 'Hình thành từ']}
        rows={found.founded.map((one) => ({
          key: one.id,
          cells: [<Name key="n" unit={one} day={found.to} />, one.fromNames.join('; ') || 'Thành lập mới'],
        }))}
      />
      <Part
        title="Đổi tên"
        heads={['Tên nay', 'Tên trước đó']}
        rows={found.renamed.map((one) => ({
          key: one.unit.id,
          cells: [<Name key="n" unit={one.unit} day={found.to} />, one.before],
        }))}
      />
      <Part
        title="Chuyển trực thuộc"
        heads={['Đơn vị', 'Trước thuộc', 'Nay thuộc']}
        rows={found.moved.map((one) => ({
          key: one.unit.id,
          cells: [
            <Name key="n" unit={one.unit} day={found.to} />,
            one.fromName || 'Không có',
            one.toName || 'Không có',
          ],
        }))}
      />
    </>
  );
}

interface NameProps {
  readonly unit: { readonly id: string; readonly name: string; readonly kind: UnitKind };
  readonly day: string;
}

function Name({ unit, day }: NameProps) {
  return (
    <>
      <KindMark kind={unit.kind} worded /> <AppLink href={unitHref(unit.id, day)}>{unit.name}</AppLink>
    </>
  );
}

function Counts({ found }: { readonly found: Comparison }) {
  return (
    <Card title="Số đơn vị theo loại" flush>
      <div className={styles.scroll}>
        <table role="table" className={`${styles.table} ${styles.counted}`} aria-label="Số đơn vị theo loại">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                Loại đơn vị
              </th>
              <th role="columnheader" scope="col" className={styles.figure}>
                {formatDay(found.from)}
              </th>
              <th role="columnheader" scope="col" className={styles.figure}>
                {formatDay(found.to)}
              </th>
              <th role="columnheader" scope="col" className={styles.figure}>
                Tăng, giảm
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {found.counts.map((one) => (
              <tr role="row" key={one.kind}>
                <th role="rowheader" scope="row">
                  <KindMark kind={one.kind} /> {unitKindWords[one.kind]}
                </th>
                <td role="cell" className={styles.figure}>
                  {formatNumber(one.before)}
                </td>
                <td role="cell" className={styles.figure}>
                  {formatNumber(one.after)}
                </td>
                <td role="cell" className={styles.figure}>
                  {difference(one.after - one.before)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function difference(value: number): string {
  if (value === 0) return '0';
  return value > 0 ? `+${formatNumber(value)}` : `−${formatNumber(-value)}`;
}

interface PartProps {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

const FEW = 50;

function Part({ title, heads, rows }: PartProps) {
  const [whole, setWhole] = useState(false);
  if (rows.length === 0) return null;
  const shown = whole ? rows : rows.slice(0, FEW);
  return (
    <Card title={title} aside={`${formatNumber(rows.length)} đơn vị`} flush>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={title}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.key}>
                {row.cells.map((cell, at) => (
                  <td key={heads[at]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < rows.length && (
        <div className={`${styles.choices} k-no-print`}>
          <div>
            <Button variant="default" onClick={() => setWhole(true)}>
              Xem đủ {formatNumber(rows.length)} đơn vị
            </Button>
          </div>
        </div>
      )}
    </Card>
  );
}
