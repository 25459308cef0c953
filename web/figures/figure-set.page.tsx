import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { useGoTo, usePathParam } from '../platform/navigation.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { AppLink } from '../ui/app-link.tsx';
import { Card, Remark } from '../ui/card.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { documentLabel } from '../ui/document-picker.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { HistoryCard } from '../ui/history-card.tsx';
import { practiceKind } from '../ui/practices/practice-badge.tsx';
import { Loaded, RecordPage } from '../ui/record-page.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import { baseFieldWords } from '#domain/campaigns/fields.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { FigureTable } from './figure-table.tsx';
import styles from './figures.module.css';
import { NamedPracticesDrawer } from './named-practices-drawer.tsx';

export type FigureSet = ApiResponse<'GET /api/figure-sets/:id'>;
type Practice = FigureSet['practices'][number];

/** The figures of one paper with their source; what does not add up is pointed at. */
export function FigureSetPage() {
  const id = usePathParam('id');
  const set = useApiQuery('GET /api/figure-sets/:id', { params: { id } });
  return <Loaded query={set}>{(data) => <FigureSetRecord set={data} />}</Loaded>;
}

function FigureSetRecord({ set }: { readonly set: FigureSet }) {
  const goTo = useGoTo();
  const [adding, setAdding] = useState(false);
  const failed = set.checks.filter((check) => !check.ok);
  const mayAdd = set.actions.some((entry) => entry.action === 'add_practices' && entry.allowed);
  return (
    <RecordPage
      title={set.title}
      subtitle={`${set.scope} · ${formatDay(set.periodFrom)} – ${formatDay(set.periodTo)}`}
      crumbs={[{ label: 'Số liệu giai đoạn', href: '/so-lieu' }]}
      actions={
        <>
          <PrintButton />
          {set.actions.length > 0 && (
            <ActionBar
              actions={set.actions}
              primary={null}
              onAction={(action) =>
                action === 'correct' ? goTo(`/so-lieu/${set.id}/dinh-chinh`) : setAdding(true)
              }
            />
          )}
        </>
      }
      aside={
        <>
          <SourceCard set={set} />
          <RegisterCard set={set} />
          <HistoryCard entries={set.history} />
        </>
      }
    >
      {failed.length > 0 && (
        <div className={styles.failed} role="note">
          <b>Số liệu không khớp, giữ nguyên như văn bản nêu:</b>
          <ul>
            {failed.map((check) => (
              <li key={`${check.figureId}-${check.rule}`}>{check.message}</li>
            ))}
          </ul>
        </div>
      )}
      <Card title="Số liệu văn bản nêu" aside={`${formatNumber(set.figures.length)} số`} flush>
        <FigureTable figures={set.figures} checks={set.checks} />
      </Card>
      <DataTable
        name="figure-set-practices"
        label="Mô hình, điển hình văn bản nhắc đến"
        unit="mô hình, điển hình văn bản nhắc đến"
        columns={practiceColumns}
        rows={set.practices}
        rowId={(row) => row.id}
        rowHref={(row) => `/mo-hinh/${row.id}`}
        empty={
          <EmptyState
            title="Chưa ghi mô hình nào văn bản nhắc đến"
            action={
              mayAdd && (
                <Button variant="default" onClick={() => setAdding(true)}>
                  Ghi mô hình nêu trong văn bản
                </Button>
              )
            }
          />
        }
      />
      {adding && <NamedPracticesDrawer set={set} onClose={() => setAdding(false)} />}
    </RecordPage>
  );
}

const practiceColumns: readonly TableColumn<Practice>[] = [
  { key: 'name', header: 'Tên', phone: 'title', cell: (row) => row.name },
  { key: 'unit', header: 'Đơn vị, địa bàn', width: '13rem', cell: (row) => row.placeName || row.unit.name },
  {
    key: 'field',
    header: 'Lĩnh vực',
    width: '11rem',
    cell: (row) => (row.baseField === null ? '–' : baseFieldWords[row.baseField]),
  },
  { key: 'kind', header: 'Loại', width: '12rem', cell: (row) => practiceKind(row) },
];

function SourceCard({ set }: { readonly set: FigureSet }) {
  return (
    <Card title="Nguồn">
      <DefinitionList
        items={[
          { term: 'Theo', value: set.sourceText },
          {
            term: 'Văn bản',
            value: set.sourceDocument && (
              <AppLink href={`/van-ban/${set.sourceDocument.id}`}>
                {documentLabel(set.sourceDocument)}
              </AppLink>
            ),
          },
          { term: 'Ngày nêu', value: set.statedOn === null ? null : formatDay(set.statedOn) },
          { term: 'Đơn vị', value: set.owner.name },
          { term: 'Giai đoạn', value: set.stage?.name },
          ...(set.note === '' ? [] : [{ term: 'Ghi chú', value: set.note }]),
        ]}
      />
    </Card>
  );
}

/** The register's own count for the same unit and years: beside, never added. */
function RegisterCard({ set }: { readonly set: FigureSet }) {
  const { registered, recognised, campaigns } = set.register;
  return (
    <Card title="Sổ theo dõi đếm được">
      <div className="k-stack">
        {campaigns === 0 ? (
          <p>Sổ chưa có chiến dịch nào của {set.owner.name} trong những năm này.</p>
        ) : (
          <DefinitionList
            items={[
              { term: 'Đăng ký', value: formatNumber(registered) },
              { term: 'Công nhận', value: formatNumber(recognised) },
              { term: 'Chiến dịch', value: formatNumber(campaigns) },
            ]}
          />
        )}
        <Remark>
          Đếm riêng từ sổ cho cùng đơn vị và cùng những năm; không bao giờ cộng vào số văn bản nêu.
        </Remark>
      </div>
    </Card>
  );
}
