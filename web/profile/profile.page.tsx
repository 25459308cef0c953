import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePathParam } from '../platform/navigation.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Loaded, RecordPage } from '../ui/record-page.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import { factWords, profileFactNames, profileFacts } from '#domain/reports/profile-facts.ts';
import { ProfileDrawer } from './profile-drawer.tsx';

export type Profile = ApiResponse<'GET /api/units/:id/profile'>;
export type ProfileYear = Profile['years'][number];

/** The place by year: kept once, told in every report. */
export function ProfilePage() {
  const id = usePathParam('id');
  const profile = useApiQuery('GET /api/units/:id/profile', { params: { id } });
  return <Loaded query={profile}>{(data) => <ProfileView key={id} profile={data} />}</Loaded>;
}

function ProfileView({ profile }: { readonly profile: Profile }) {
  const { unit, years, canWrite } = profile;
  const [asking, setAsking] = useState<ProfileYear | 'new' | null>(null);
  return (
    <>
      <RecordPage
        title="Đặc điểm tình hình"
        subtitle={`${unit.name} · hồ sơ địa phương theo năm, ghi một lần, dùng cho mọi báo cáo`}
        crumbs={[
          { label: 'Tổ chức', href: '/to-chuc' },
          { label: unit.shortName, href: `/to-chuc/${unit.id}` },
        ]}
        notice={
          canWrite
            ? undefined
            : 'Đơn vị tự ghi hồ sơ của mình. Báo cáo lấy số của năm cuối kỳ, chưa có thì lấy năm gần nhất trước đó.'
        }
        actions={
          <>
            <PrintButton />
            {canWrite && <Button onClick={() => setAsking('new')}>Ghi một năm</Button>}
          </>
        }
      >
        <DataTable<Row>
          name="unit-profile"
          label="Đặc điểm tình hình theo năm"
          unit="số liệu"
          columns={columnsFor(years, canWrite ? setAsking : null)}
          rows={rowsOf(years)}
          rowId={(row) => row.code}
          empty={
            <EmptyState title="Chưa ghi năm nào">
              {canWrite
                ? 'Bấm “Ghi một năm”: diện tích, số hộ, nhân khẩu, hộ nghèo… Báo cáo sau đó tự lấy, không phải gõ lại.'
                : 'Đơn vị chưa ghi diện tích, số hộ, nhân khẩu… của năm nào.'}
            </EmptyState>
          }
        />
      </RecordPage>
      {asking !== null && (
        <ProfileDrawer
          profile={profile}
          year={asking === 'new' ? null : asking}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

interface Row {
  readonly code: string;
  readonly label: string;
  readonly unit: string;
}

/** Known facts that any year tells, then what an office keeps beside them, then where each year is from. */
function rowsOf(years: readonly ProfileYear[]): Row[] {
  const told = (code: string) => years.some(({ facts }) => (facts[code] ?? '').trim() !== '');
  const others = new Set(
    years.flatMap(({ facts }) => Object.keys(facts).filter((code) => !(code in profileFacts))),
  );
  return [
    ...profileFactNames.filter(told).map((code) => ({ code, ...profileFacts[code] })),
    ...[...others].filter(told).map((code) => ({ code, label: code, unit: '' })),
    ...(years.length > 0 ? [{ code: sourceRow, label: 'Nguồn số liệu', unit: '' }] : []),
  ];
}

/** No fact has such a name. */
const sourceRow = ':source';

function columnsFor(
  years: readonly ProfileYear[],
  edit: ((year: ProfileYear) => void) | null,
): readonly TableColumn<Row>[] {
  return [
    {
      key: 'label',
      header: 'Số liệu',
      cell: (row) => (
        <>
          {row.label} {row.unit !== '' && <span className="k-small">({row.unit})</span>}
        </>
      ),
    },
    ...years.map((one): TableColumn<Row> => ({
      key: `y${one.year}`,
      header: `Năm ${one.year}`,
      align: 'end',
      cell: (row) => {
        if (row.code !== sourceRow) return factWords(one.facts[row.code] ?? '') || '–';
        return (
          <div>
            <div className="k-small">{one.source || '–'}</div>
            {edit !== null && (
              <Button
                variant="default"
                size="compact-sm"
                className="k-no-print"
                aria-label={`Sửa năm ${one.year}`}
                onClick={() => edit(one)}
              >
                Sửa
              </Button>
            )}
          </div>
        );
      },
    })),
  ];
}
