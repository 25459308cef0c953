import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { useSession } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { SelectField } from '../ui/fields.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { type PickedUnit, UnitPicker } from '../ui/unit-picker.tsx';
import { type BaseField, baseFields, baseFieldWords } from '#domain/campaigns/fields.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { DayControl } from './day-control.tsx';
import { bodiesHref, OtherList, peopleCrumbs, peopleHref } from './places.tsx';
import styles from './people.module.css';

type Row = ApiResponse<'GET /api/people/in-charge'>['items'][number];

/** Who is in charge of a unit, of a field, or of a field at a unit, on a day. All of it stands in the address. */
export function InChargePage() {
  const { words, change } = useUrlState();
  const { today } = useSession();
  const { unitId, field, ngay: day } = words;
  const asked = unitId !== undefined || field !== undefined;
  const query = {
    ...(unitId !== undefined && { unitId }),
    ...(field !== undefined && { field: field as BaseField }),
    ...(day !== undefined && { day }),
  };
  const found = useApiQuery('GET /api/people/in-charge', { query }, { keepPrevious: true, enabled: asked });
  return (
    <>
      <PageHead
        title="Ai phụ trách"
        subtitle={`Theo phân công có hiệu lực ngày ${formatDay(day ?? today)}`}
        crumbs={peopleCrumbs}
        actions={<OtherList to="bodies" />}
      />
      <div className={`k-card ${styles.ask} k-no-print`}>
        <UnitField unitId={unitId} onChange={(id) => change({ unitId: id })} />
        <SelectField
          name="field"
          label="Lĩnh vực"
          none="Mọi lĩnh vực"
          value={(field as BaseField | undefined) ?? null}
          onChange={(next) => change({ field: next ?? undefined })}
          options={baseFields.map((value) => ({ value, label: baseFieldWords[value] }))}
        />
        <DayControl label="Tại ngày" />
      </div>
      <DataTable
        name="in-charge"
        label="Người phụ trách"
        unit="người phụ trách"
        columns={columns}
        rows={asked ? found.data?.items : []}
        rowId={(row) => `${row.body.id} ${row.person.id}`}
        rowHref={(row) => `${peopleHref}/${row.person.id}`}
        problem={asked ? found.problem : null}
        onRetry={() => void found.reload()}
        empty={
          asked ? (
            <EmptyState title="Ngày này chưa phân công ai phụ trách">
              Phân công địa bàn, lĩnh vực khi ghi danh sách thành viên của ban, khối, tổ.
            </EmptyState>
          ) : (
            <EmptyState title="Chọn đơn vị hoặc lĩnh vực">
              Sẽ thấy ai phụ trách đơn vị, lĩnh vực đó vào ngày đã chọn.
            </EmptyState>
          )
        }
      />
    </>
  );
}

interface UnitFieldProps {
  readonly unitId: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

/** The unit of the address, by its name. */
function UnitField({ unitId, onChange }: UnitFieldProps) {
  const [picked, setPicked] = useState<PickedUnit | null>(null);
  const unit = useApiQuery(
    'GET /api/units/:id',
    { params: { id: unitId ?? '' }, query: {} },
    { enabled: unitId !== undefined && picked?.id !== unitId, staleTime: 60_000 },
  );
  const shown = unitId === undefined ? null : picked?.id === unitId ? picked : (unit.data ?? null);
  return (
    <UnitPicker
      name="unitId"
      label="Đơn vị"
      value={shown}
      onChange={(next) => {
        setPicked(next);
        onChange(next?.id);
      }}
    />
  );
}

const columns: readonly TableColumn<Row>[] = [
  { key: 'name', header: 'Họ và tên', phone: 'title', cell: (row) => row.person.name },
  { key: 'post', header: 'Chức danh', width: '8.5rem', cell: (row) => row.postName },
  {
    key: 'body',
    header: 'Ban, khối, tổ',
    width: '13rem',
    cell: (row) => <AppLink href={`${bodiesHref}/${row.body.id}`}>{row.body.name}</AppLink>,
  },
  {
    key: 'charge',
    header: 'Phụ trách',
    width: '14rem',
    cell: (row) =>
      [...row.fields.map((field) => baseFieldWords[field]), ...row.areas.map((unit) => unit.shortName)].join(
        ', ',
      ),
  },
  {
    key: 'direct',
    header: 'Phân công',
    width: '8rem',
    cell: (row) => (row.direct ? 'Trực tiếp' : 'Qua cấp trên'),
  },
  { key: 'since', header: 'Từ ngày', width: '7.5rem', cell: (row) => formatDay(row.since) },
];
