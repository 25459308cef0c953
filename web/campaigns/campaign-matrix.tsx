import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { apiHref } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePermission } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { dayWord, useAskedDay } from '../ui/asked-day.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Matrix, MatrixLegend } from '../ui/matrix.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ExportButton, PrintButton } from '../ui/small-actions.tsx';
import { TracedNumber } from '../ui/traced-number.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import styles from './campaigns.module.css';

type Campaign = ApiResponse<'GET /api/campaigns/:id'>;
type Overview = ApiResponse<'GET /api/campaigns/:id/overview'>;
type MatrixData = ApiResponse<'GET /api/campaigns/:id/matrix'>;
type Row = MatrixData['rows'][number];

interface CampaignMatrixProps {
  readonly campaign: Campaign;
  readonly overview: Overview;
}

/** Units × steps: who did, who has not, how late; the missing ones named on top. */
export function CampaignMatrix({ campaign, overview }: CampaignMatrixProps) {
  const day = useAskedDay();
  const matrix = useApiQuery('GET /api/campaigns/:id/matrix', {
    params: { id: campaign.id },
    query: day === null ? {} : { day },
  });
  const counts = (
    <>
      <TracedNumber figure={overview.unitsRegistered} />/<TracedNumber figure={overview.unitsExpected} /> đơn
      vị đã đăng ký
    </>
  );
  return (
    <Card title="Đơn vị theo từng bước" aside={counts} className={styles.breaks ?? ''} flush>
      {matrix.problem !== null ? (
        <ProblemAlert problem={matrix.problem} onRetry={() => void matrix.reload()} />
      ) : matrix.data === undefined ? (
        <PageSkeleton />
      ) : (
        <MatrixBody campaign={campaign} matrix={matrix.data} />
      )}
    </Card>
  );
}

/** "Tự kiểm tra quý I" is "Quý I" where every column is narrow. */
function shortLabel(label: string): string {
  const short = label.replace(/^tự kiểm tra\s+/i, '');
  return short.charAt(0).toLocaleUpperCase('vi') + short.slice(1);
}

const wrong = (row: Row): boolean =>
  Object.values(row.cells).some((cell) => cell.state === 'late' || cell.state === 'missing');

function MatrixBody({ campaign, matrix }: { readonly campaign: Campaign; readonly matrix: MatrixData }) {
  const { words, change } = useUrlState();
  const day = useAskedDay();
  const [text, setText] = useState('');
  const manages = usePermission('campaign.manage') && campaign.state !== 'closed';
  const onlyLate = words['cham'] === '1';
  const sought = foldVietnamese(text);
  const rows = matrix.rows.filter(
    (row) =>
      (!onlyLate || wrong(row)) &&
      (sought === '' || foldVietnamese(`${row.unit.name} ${row.unit.shortName}`).includes(sought)),
  );
  if (matrix.rows.length === 0) {
    return (
      <EmptyState title="Chưa có đơn vị nào phải đăng ký">
        Kế hoạch giao chỉ tiêu theo loại đơn vị. Kiểm tra mục chỉ tiêu, hoặc danh mục đơn vị trong Tổ chức.
      </EmptyState>
    );
  }
  return (
    <>
      {campaign.state === 'draft' ? (
        <p className={styles.complete}>
          {matrix.rows.length} đơn vị sẽ phải đăng ký khi chiến dịch được phát động.
        </p>
      ) : (
        <Missing campaignId={campaign.id} day={day} units={matrix.missing} alone={matrix.rows.length === 1} />
      )}
      <div className={`${styles.matrixTools} k-no-print`}>
        {matrix.rows.length > FEW && (
          <>
            <TextInput
              size="sm"
              type="search"
              className={styles.matrixSearch}
              aria-label="Tìm đơn vị trong bảng"
              placeholder="Tìm đơn vị…"
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              leftSection={<IconSearch size={18} stroke={1.8} />}
              spellCheck={false}
            />
            <Checkbox
              label="Chỉ đơn vị chậm, thiếu"
              checked={onlyLate}
              onChange={(event) => change({ cham: event.currentTarget.checked ? '1' : undefined })}
            />
          </>
        )}
        <span className={styles.matrixExport}>
          {manages && (
            <Button variant="default" component={AppLink} href={`/chien-dich/${campaign.id}/don-vi`}>
              Miễn đăng ký
            </Button>
          )}
          <PrintButton />
          <ExportButton
            href={apiHref('GET /api/campaigns/:id/matrix.xlsx', {
              params: { id: campaign.id },
              query: day === null ? {} : { day },
            })}
          />
        </span>
      </div>
      {rows.length === 0 ? (
        <EmptyState title={onlyLate ? 'Không có đơn vị nào chậm hoặc thiếu' : 'Không tìm thấy đơn vị'}>
          {onlyLate
            ? `Các đơn vị đều đúng hạn đến ${day === null ? 'hôm nay' : formatDay(day)}.`
            : `Không có đơn vị nào có chữ “${text}”.`}
        </EmptyState>
      ) : (
        <>
          <Matrix
            label="Đơn vị theo từng bước"
            headLabel="Đơn vị"
            columns={matrix.columns.map((column) => ({
              label: shortLabel(column.label),
              detail: column.due === null ? '' : `đến ${formatDay(column.due).slice(0, 5)}`,
            }))}
            rows={rows.map((row) => matrixRow(row, matrix, { campaignId: campaign.id, day }))}
          />
          <MatrixLegend />
        </>
      )}
    </>
  );
}

function matrixRow(row: Row, matrix: MatrixData, at: { campaignId: string; day: string | null }) {
  return {
    id: row.unit.id,
    head: (
      <>
        {row.unapportioned && 'Chưa phân định: '}
        <AppLink href={`/mo-hinh?campaignId=${at.campaignId}&unitId=${row.unit.id}${dayWord(at.day)}`}>
          {row.unit.shortName}
        </AppLink>
        {row.unapportioned && (
          <div className="k-small">Đơn vị đã chia tách; chưa rõ mô hình thuộc đơn vị mới nào.</div>
        )}
        {row.formerNames.length > 0 && <div className="k-small">Gồm {row.formerNames.join(', ')}</div>}
        {row.exemptReason !== null && <div className="k-small">Miễn đăng ký: {row.exemptReason}</div>}
      </>
    ),
    cells: matrix.columns.map(
      (column) =>
        row.cells[column.key] ?? {
          state: 'not_applicable' as const,
          text: '–',
          words: 'Không áp dụng',
          link: null,
        },
    ),
  };
}

const NAMED_AT_MOST = 12;
/** So few units need no search and no filter. */
const FEW = 3;

interface MissingProps {
  readonly campaignId: string;
  readonly day: string | null;
  readonly units: MatrixData['missing'];
  /** Only one unit is seen: its own officer's. */
  readonly alone: boolean;
}

/** The units that have registered nothing, by name. */
function Missing({ campaignId, day, units, alone }: MissingProps) {
  const [all, setAll] = useState(false);
  if (units.length === 0) {
    return (
      <p className={styles.complete}>
        {alone ? 'Đơn vị đã đăng ký mô hình.' : 'Tất cả đơn vị phải đăng ký đều đã đăng ký.'}
      </p>
    );
  }
  const shown = all ? units : units.slice(0, NAMED_AT_MOST);
  return (
    <p className={styles.missing}>
      <b>Còn thiếu {units.length} đơn vị:</b>{' '}
      {shown.map((unit, index) => (
        <Fragment key={unit.id}>
          {index > 0 && ', '}
          <AppLink href={`/mo-hinh?campaignId=${campaignId}&unitId=${unit.id}${dayWord(day)}`}>
            {unit.shortName}
          </AppLink>
        </Fragment>
      ))}
      {units.length > shown.length && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          và {units.length - shown.length} đơn vị nữa
        </button>
      )}
    </p>
  );
}
