import { Button } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import { apiHref } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePermission, useSession } from '../platform/session.ts';
import { type UrlWords, useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { AskedDayLine } from '../ui/asked-day.tsx';
import { Remark } from '../ui/card.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import type { FilterOption } from '../ui/filter-words.ts';
import { PageHead } from '../ui/page-head.tsx';
import { ExportButton, PrintButton } from '../ui/small-actions.tsx';
import { useTableUrl } from '../ui/table-url.ts';
import { isDay } from '#domain/kernel/day.ts';
import { funnelWords } from '#domain/practices/funnel.ts';
import { practiceColumns } from './practice-columns.tsx';
import {
  funnelStage,
  practiceFilterQuery,
  practiceFilters,
  practiceSortQuery,
  rareFilters,
  usualFields,
} from './practice-filters.ts';
import styles from './practice-list.module.css';
import { RareFilters } from './practice-rare-filters.tsx';
import { SubmitDrafts } from './submit-drafts.tsx';

/** Every practice of my area: found, filtered, exported; a number elsewhere in the system opens here. */
export function PracticeListPage() {
  const words = useUsualCampaign();
  const facts = useFilterFacts(words);
  const table = useTableUrl({ sort: 'unit' });
  const query = practiceFilterQuery(words);
  const list = useApiQuery(
    'GET /api/practices',
    { query: { ...query, ...practiceSortQuery(table), page: table.page, size: table.size } as object },
    { keepPrevious: true },
  );
  const mayRegister = usePermission('practice.register');
  const selects = mayRegister && words['ngay'] === undefined;
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [rare, setRare] = useState(false);
  const panelId = useId();
  const rareInUse =
    words['unitId'] !== undefined ||
    words['ngay'] !== undefined ||
    rareFilters.some((one) => words[one.key] !== undefined);
  const chosen = (list.data?.items ?? []).filter((row) => ids.has(row.id));
  return (
    <>
      <PageHead
        title="Mô hình, điển hình"
        subtitle="Đăng ký, giao, thực hiện và công nhận trong phạm vi đơn vị"
        actions={mayRegister && <RegisterButtons />}
      />
      <FilterBar
        name="practices"
        search="Tên mô hình, đơn vị"
        filters={practiceFilters(facts, words)}
        extra={
          <Button
            variant="default"
            size="md"
            className={styles.more}
            data-active={rareInUse || undefined}
            leftSection={<IconAdjustmentsHorizontal size={18} stroke={1.6} />}
            aria-expanded={rare}
            aria-controls={panelId}
            onClick={() => setRare((was) => !was)}
          >
            Lọc thêm
          </Button>
        }
        below={rare && <RareFilters id={panelId} unit={facts.unit} />}
      />
      <AskedDayLine />
      {facts.funnel !== null && (
        <div className={styles.meaning}>
          <Remark>
            <b>{funnelWords[facts.funnel].label}:</b> {funnelWords[facts.funnel].definition} Danh sách dưới
            đây là đúng những mô hình, điển hình được đếm.
          </Remark>
        </div>
      )}
      <DataTable
        name="practices"
        label="Danh sách mô hình, điển hình"
        unit="mô hình, điển hình"
        columns={practiceColumns}
        rows={list.data?.items}
        total={list.data?.total}
        totalIsExact={list.data?.totalIsExact ?? true}
        rowId={(row) => row.id}
        rowHref={(row) => `/mo-hinh/${row.id}`}
        paging={table}
        problem={list.problem}
        onRetry={() => void list.reload()}
        {...(selects && {
          selection: {
            ids,
            onChange: setIds,
            actions: <SubmitDrafts rows={chosen} onDone={() => setIds(new Set())} />,
          },
        })}
        tools={
          <>
            <span className="k-office-only">
              <PrintButton />
            </span>
            <ExportButton
              href={apiHref('GET /api/practices.xlsx', {
                query: { ...query, ...practiceSortQuery(table) } as object,
              })}
            />
          </>
        }
        empty={<NothingFound words={words} mayRegister={mayRegister} />}
      />
    </>
  );
}

/** Opened without any word, the list shows the running campaign; the chip takes that off. */
function useUsualCampaign(): UrlWords {
  const { words, change } = useUrlState();
  const { currentCampaign } = useSession();
  const [bare] = useState(() => Object.keys(words).length === 0);
  const campaignId = currentCampaign?.id;
  useEffect(() => {
    if (bare && campaignId !== undefined) change({ campaignId });
    // Only when the page opens: later the person decides.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return words;
}

function useFilterFacts(words: UrlWords) {
  const campaigns = useApiQuery('GET /api/campaigns', {}, { staleTime: 300_000 });
  const unitId = words['unitId'] ?? '';
  const day = words['ngay'];
  const unit = useApiQuery(
    'GET /api/units/:id',
    { params: { id: unitId }, query: isDay(day) ? { day } : {} },
    { enabled: unitId !== '', staleTime: 300_000 },
  );
  const campaignId = words['campaignId'] ?? '';
  const campaign = useApiQuery(
    'GET /api/campaigns/:id',
    { params: { id: campaignId } },
    { enabled: campaignId !== '', staleTime: 300_000 },
  );
  const items = campaigns.data?.items ?? [];
  const severalOwners = new Set(items.map((one) => one.owner.id)).size > 1;
  const years = items.map((one): FilterOption => {
    const owner = severalOwners ? ` · ${one.owner.shortName}` : '';
    return { value: one.id, label: `Năm ${one.year}${owner}` };
  });
  const fields = campaign.data?.plan.fields.map((field): FilterOption => ({
    value: field.code,
    label: field.name,
  }));
  return {
    campaigns: years,
    fields: fields ?? usualFields,
    unit: unitId === '' ? null : (unit.data ?? null),
    unitName: unit.data?.shortName,
    funnel: funnelStage(words['funnel']),
  };
}

function RegisterButtons() {
  return (
    <>
      <Button variant="default" component={AppLink} href="/mo-hinh/nhap-danh-sach">
        Nhập danh sách Excel
      </Button>
      <Button component={AppLink} href="/mo-hinh/moi">
        Đăng ký mô hình
      </Button>
    </>
  );
}

function NothingFound({ words, mayRegister }: { readonly words: UrlWords; readonly mayRegister: boolean }) {
  const { change } = useUrlState();
  const filtered = Object.keys(practiceFilterQuery(words)).some((key) => key !== 'campaignId');
  if (filtered) {
    const everywhere = {
      ...Object.fromEntries(Object.keys(words).map((key) => [key, undefined])),
      q: words['q'],
    };
    return (
      <EmptyState
        title="Không có mô hình nào đúng các điều kiện đang lọc"
        action={
          <Button variant="default" onClick={() => change(everywhere)}>
            {words['q'] === undefined ? 'Bỏ hết lọc' : `Tìm “${words['q']}” ở mọi năm`}
          </Button>
        }
      >
        Bỏ bớt điều kiện ở trên, hoặc tìm ít chữ hơn. Gõ không dấu cũng được.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Chưa có mô hình, điển hình nào" action={mayRegister && <RegisterButtons />}>
      {mayRegister
        ? 'Đăng ký từng mô hình trong vài phút, hoặc nhập cả danh sách từ tệp Excel.'
        : 'Khi các đơn vị gửi đăng ký, mô hình sẽ hiện ở đây.'}
    </EmptyState>
  );
}
