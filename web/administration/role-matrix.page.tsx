import type { ApiResponse } from '../platform/api-client.ts';
import { apiHref } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { useSession } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { Card } from '../ui/card.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { DayField } from '../ui/day-field.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Loaded } from '../ui/record-page.tsx';
import { ExportButton, PrintButton } from '../ui/small-actions.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import styles from './administration.module.css';

type RoleMatrix = ApiResponse<'GET /api/role-matrix'>;
type Holder = RoleMatrix['holders'][number];

/** What each role may do, and who holds it where on a day: for whoever audits. */
export function RoleMatrixPage() {
  const { today } = useSession();
  const { words, change } = useUrlState();
  const query = words['day'] === undefined ? {} : { day: words['day'] };
  const matrix = useApiQuery('GET /api/role-matrix', { query }, { keepPrevious: true });
  return (
    <>
      <PageHead
        title="Bảng phân quyền"
        subtitle="Mỗi vai trò được làm gì, ai giữ vai trò nào ở đâu"
        crumbs={[{ label: 'Quản trị', href: '/quan-tri' }, { label: 'Bảng phân quyền' }]}
        actions={
          <>
            <PrintButton />
            <ExportButton href={apiHref('GET /api/role-matrix.xlsx', { query })} />
          </>
        }
      />
      <div className={`${styles.days} k-no-print`}>
        <DayField
          name="day"
          label="Vào ngày"
          hint="Xem quyền như hệ thống đã cho ngày đó"
          value={words['day'] ?? today}
          onChange={(day) => change({ day: day === null || day === today ? undefined : day })}
        />
      </div>
      <Loaded query={matrix}>
        {(data) => (
          <div className="k-stack">
            <Card title="Vai trò và quyền" aside={`ngày ${formatDay(data.day)}`} flush>
              <RoleTable matrix={data} />
            </Card>
            <Holders matrix={data} />
          </div>
        )}
      </Loaded>
    </>
  );
}

function RoleTable({ matrix }: { readonly matrix: RoleMatrix }) {
  return (
    <div className={styles.rolesScroll} role="region" aria-label="Vai trò và quyền" tabIndex={0}>
      <table className={styles.roles} aria-label="Vai trò và quyền">
        <thead>
          <tr>
            <th scope="col">Được làm</th>
            {matrix.roles.map((role) => (
              <th key={role.role} scope="col">
                {role.name}
                <div className="k-small">{formatNumber(role.holders)} người</div>
              </th>
            ))}
          </tr>
        </thead>
        {matrix.areas.map((area) => (
          <tbody key={area.name}>
            <tr>
              <th scope="colgroup" colSpan={matrix.roles.length + 1}>
                {area.name}
              </th>
            </tr>
            {area.permissions.map((permission) => (
              <tr key={permission.permission}>
                <th scope="row">{permission.does}</th>
                {matrix.roles.map((role) => (
                  <td key={role.role}>
                    {permission.heldBy.includes(role.role) ? (
                      <span className={styles.mark}>
                        <span aria-hidden="true">✓</span>
                        <span className="k-hidden">Được</span>
                      </span>
                    ) : (
                      <span className="k-hidden">Không</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Holders({ matrix }: { readonly matrix: RoleMatrix }) {
  const { words } = useUrlState();
  const asked = foldVietnamese(words['q'] ?? '');
  const rows = matrix.holders.filter(
    (one) =>
      (words['role'] === undefined || one.role === words['role']) &&
      foldVietnamese(`${one.accountName} ${one.username} ${one.unit.name}`).includes(asked),
  );
  return (
    <div>
      <FilterBar
        name="role-holders"
        search="Người giữ, đơn vị"
        filters={[
          {
            key: 'role',
            label: 'Vai trò',
            options: matrix.roles.map((role) => ({ value: role.role, label: role.name })),
          },
        ]}
      />
      <DataTable
        name="role-holders"
        label="Người giữ vai trò"
        unit="vai trò được giữ"
        columns={columns}
        rows={rows}
        total={rows.length}
        rowId={(row) => row.key}
        empty={
          <EmptyState title="Không ai giữ vai trò như vậy vào ngày này">
            Bỏ bớt điều kiện lọc, hoặc chọn ngày khác.
          </EmptyState>
        }
      />
    </div>
  );
}

const columns: readonly TableColumn<Holder>[] = [
  {
    key: 'name',
    header: 'Người giữ',
    phone: 'title',
    width: '16rem',
    cell: (row) => (
      <div>
        <b>{row.accountName}</b>
        <div className="k-small">{row.username}</div>
      </div>
    ),
  },
  {
    key: 'role',
    header: 'Vai trò',
    width: '15rem',
    cell: (row) => (
      <div>
        {row.roleName}
        {row.onBehalfOf !== null && (
          <div>
            <StateBadge tone="info">Thay mặt {row.onBehalfOf}</StateBadge>
          </div>
        )}
        {row.disabled && <StateBadge tone="bad">Tài khoản đang khóa</StateBadge>}
      </div>
    ),
  },
  {
    key: 'unit',
    header: 'Tại đơn vị',
    cell: (row) => (
      <div>
        {row.unit.name}
        <div className="k-small">{row.coversSubtree ? 'gồm đơn vị trực thuộc' : 'chỉ đơn vị này'}</div>
      </div>
    ),
  },
  {
    key: 'span',
    header: 'Thời gian',
    width: '11rem',
    cell: (row) =>
      row.endsOn === null
        ? `từ ${formatDay(row.beginsOn)}`
        : `${formatDay(row.beginsOn)} – ${formatDay(row.endsOn)}`,
  },
  { key: 'by', header: 'Người giao', width: '11rem', cell: (row) => row.grantedBy ?? 'Thiết lập lần đầu' },
];
