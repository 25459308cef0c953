import { useMemo, useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { useGoTo, usePathParam } from '../platform/navigation.ts';
import { MessagePage } from '../platform/message-page.tsx';
import { notify } from '../platform/notify.ts';
import { AppLink } from '../ui/app-link.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { TextField } from '../ui/fields.tsx';
import { FieldRow, FormPage, FormSection } from '../ui/form-page.tsx';
import { useFormState } from '../ui/form-state.ts';
import { Loaded } from '../ui/record-page.tsx';
import { YearField } from '../ui/year-field.tsx';
import { practiceStateWords } from '#domain/practices/practice.words.ts';
import { formatDay } from '#domain/kernel/day.ts';

type Campaign = ApiResponse<'GET /api/campaigns/:id'>;
type Practice = ApiResponse<'GET /api/practices'>['items'][number];

/** Starts next year's campaign from this one, with the practices that go on. */
export function NextYearPage() {
  const id = usePathParam('id');
  const campaign = useApiQuery('GET /api/campaigns/:id', { params: { id } });
  return (
    <Loaded query={campaign}>
      {(data) => {
        const next = data.actions.find((entry) => entry.action === 'start_next');
        if (data.nextCampaignId !== null) {
          return (
            <MessagePage title="Chiến dịch năm sau đã có">
              <AppLink href={`/chien-dich/${data.nextCampaignId}`}>Mở chiến dịch năm sau</AppLink> để xem lại
              kế hoạch.
            </MessagePage>
          );
        }
        return next?.allowed === true ? (
          <NextYearForm campaign={data} />
        ) : (
          <MessagePage title="Chưa bắt đầu được chiến dịch năm sau">
            {next?.reason ?? 'Tài khoản này không được giao việc lập chiến dịch.'} {next?.mend}
          </MessagePage>
        );
      }}
    </Loaded>
  );
}

function NextYearForm({ campaign }: { readonly campaign: Campaign }) {
  const goTo = useGoTo();
  const year = campaign.year + 1;
  const form = useFormState({
    year: year as number | null,
    title: campaign.title.includes(String(campaign.year))
      ? campaign.title.replaceAll(String(campaign.year), String(year))
      : `${campaign.title} (${year})`,
  });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const start = useApiCommand('POST /api/campaigns/:id/next', {
    onSuccess: (done) => {
      notify(
        chosen.size === 0
          ? 'Đã lập chiến dịch năm sau, kế hoạch dời sang năm mới.'
          : `Đã lập chiến dịch năm sau với ${chosen.size} mô hình tiếp tục.`,
      );
      goTo(`/chien-dich/${done.id}`, { replace: true });
    },
  });
  const submit = () => {
    if (form.value.year === null) return;
    start.run({
      params: { id: campaign.id },
      body: { year: form.value.year, title: form.value.title, continuePracticeIds: [...chosen] },
    });
  };
  return (
    <FormPage
      title="Bắt đầu chiến dịch năm sau"
      crumbs={[
        { label: 'Chiến dịch', href: '/chien-dich' },
        { label: campaign.title, href: `/chien-dich/${campaign.id}` },
        { label: 'Năm sau' },
      ]}
      subtitle="Kế hoạch năm nay được chép sang, mọi ngày dời đúng một năm; sau đó vẫn sửa được từng mục."
      submitLabel={
        chosen.size === 0 ? 'Lập chiến dịch năm sau' : `Lập chiến dịch với ${chosen.size} mô hình tiếp tục`
      }
      onSubmit={submit}
      submitting={start.pending}
      problem={start.problem}
      onCancel={() => goTo(`/chien-dich/${campaign.id}`)}
    >
      <FormSection title="Chiến dịch mới">
        <FieldRow>
          <YearField
            label="Năm"
            required
            {...form.bind('year')}
            error={form.value.year === null ? 'Nhập năm của chiến dịch mới.' : undefined}
          />
        </FieldRow>
        <TextField label="Tên chiến dịch" required maxLength={300} {...form.bind('title')} />
      </FormSection>
      <FormSection
        title="Mô hình tiếp tục"
        hint="Mô hình được chọn thành bản đăng ký đang soạn của chính đơn vị trong năm mới, giữ nguồn gốc “Tiếp tục”; đơn vị xem lại rồi gửi."
      >
        <ContinuedPractices campaignId={campaign.id} chosen={chosen} onChange={setChosen} />
      </FormSection>
    </FormPage>
  );
}

interface ContinuedProps {
  readonly campaignId: string;
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (ids: ReadonlySet<string>) => void;
}

const MOST = 200;

/** What was carried out this year; ending later than this year is the first sign that it should go on. */
function ContinuedPractices({ campaignId, chosen, onChange }: ContinuedProps) {
  const practices = useApiQuery('GET /api/practices', {
    query: { campaignId, funnel: 'implementing', sort: 'unit', size: MOST },
  });
  const items = practices.data?.items;
  const total = practices.data?.total ?? 0;
  const hint = useMemo(
    () =>
      total > MOST
        ? `Bảng hiện ${MOST} trên ${total} mô hình; các mô hình còn lại đơn vị tự chọn “tiếp tục” khi đăng ký.`
        : null,
    [total],
  );
  return (
    <>
      {hint !== null && <p className="k-small">{hint}</p>}
      <DataTable
        name="continued-practices"
        label="Mô hình có thể tiếp tục"
        unit="mô hình đã thực hiện"
        columns={columns}
        rows={items}
        rowId={(row) => row.id}
        problem={practices.problem}
        onRetry={() => void practices.reload()}
        selection={{ ids: chosen, onChange }}
        empty={
          <EmptyState title="Chưa có mô hình nào được thực hiện trong năm">
            Vẫn lập được chiến dịch năm sau; các đơn vị đăng ký mô hình mới.
          </EmptyState>
        }
      />
    </>
  );
}

const columns: readonly TableColumn<Practice>[] = [
  { key: 'name', header: 'Mô hình', cell: (row) => row.name },
  { key: 'unit', header: 'Đơn vị', cell: (row) => row.unit.shortName },
  { key: 'state', header: 'Trạng thái', cell: (row) => practiceStateWords[row.state] },
  { key: 'ends', header: 'Kết thúc', cell: (row) => (row.endsOn === null ? '–' : formatDay(row.endsOn)) },
];
