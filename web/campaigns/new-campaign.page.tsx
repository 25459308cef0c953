import type { ApiResponse } from '../platform/api-client.ts';
import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { useGoTo } from '../platform/navigation.ts';
import { MessagePage } from '../platform/message-page.tsx';
import { useSession } from '../platform/session.ts';
import { SelectField, TextField } from '../ui/fields.tsx';
import { FieldRow, FormPage, FormSection } from '../ui/form-page.tsx';
import { useFormState } from '../ui/form-state.ts';
import { Loaded } from '../ui/record-page.tsx';
import { YearField } from '../ui/year-field.tsx';
import { yearOf } from '#domain/kernel/day.ts';
import { defaultPlan } from './editor/plan-defaults.ts';

type CanCreate = ApiResponse<'GET /api/campaigns'>['canCreate'];

/** Begins a campaign: four answers, then a plan that is already filled in. */
export function NewCampaignPage() {
  const campaigns = useApiQuery('GET /api/campaigns', {});
  // Waited for: a plan begun before they are known would begin without its criteria.
  const sets = useApiQuery('GET /api/criteria-sets', {});
  const query = { ...campaigns, ...(sets.data === undefined && { data: undefined, problem: sets.problem }) };
  return (
    <Loaded query={query}>
      {(data) =>
        data.canCreate.length === 0 ? (
          <MessagePage title="Chưa lập được chiến dịch">
            Tài khoản này chưa được giao quyền lập chiến dịch ở đơn vị nào. Người quản trị hệ thống giao quyền
            trong mục Tài khoản.
          </MessagePage>
        ) : (
          <NewCampaignForm owners={data.canCreate} taken={data.items} sets={sets.data?.items ?? []} />
        )
      }
    </Loaded>
  );
}

interface NewCampaignFormProps {
  readonly owners: CanCreate;
  readonly taken: ApiResponse<'GET /api/campaigns'>['items'];
  readonly sets: ApiResponse<'GET /api/criteria-sets'>['items'];
}

const titleOf = (year: number): string => `Phong trào thi đua “Dân vận khéo” năm ${year}`;

/** The first year without a campaign, from this year on. */
function freeYear(today: string, ownerId: string, taken: NewCampaignFormProps['taken']): number {
  const years = new Set(taken.filter((one) => one.owner.id === ownerId).map((one) => one.year));
  let year = yearOf(today);
  while (years.has(year)) year += 1;
  return year;
}

function NewCampaignForm({ owners, taken, sets }: NewCampaignFormProps) {
  const { today } = useSession();
  const goTo = useGoTo();
  const stages = useApiQuery('GET /api/stages', {});
  const firstYear = freeYear(today, owners[0]?.id ?? '', taken);
  const form = useFormState({
    ownerUnitId: owners[0]?.id ?? null,
    year: firstYear as number | null,
    title: titleOf(firstYear),
    stageId: null as string | null,
  });
  const create = useApiCommand('POST /api/campaigns', {
    onSuccess: (done) => goTo(`/chien-dich/${done.id}/ke-hoach/sua`, { replace: true }),
  });
  const owner = owners.find((one) => one.id === form.value.ownerUnitId);
  const setYear = (year: number | null) => {
    const usual = form.value.year !== null && form.value.title === titleOf(form.value.year);
    form.set('year', year);
    if (year !== null && usual) form.set('title', titleOf(year));
  };
  const submit = () => {
    const { year, title, stageId } = form.value;
    if (owner === undefined || year === null) return;
    const criteriaSetIds = sets.map((set) => set.id).slice(0, 8);
    create.run({
      body: {
        ownerUnitId: owner.id,
        year,
        title,
        stageId,
        plan: defaultPlan({ year, ownerKind: owner.kind, criteriaSetIds }),
      },
    });
  };
  return (
    <FormPage
      title="Lập chiến dịch mới"
      crumbs={[{ label: 'Chiến dịch', href: '/chien-dich' }, { label: 'Chiến dịch mới' }]}
      subtitle="Kế hoạch sẽ được soạn sẵn sáu bước, bốn lĩnh vực, chỉ tiêu và ngày của năm; bước sau xem lại và sửa."
      submitLabel="Soạn kế hoạch"
      onSubmit={submit}
      submitting={create.pending}
      problem={create.problem}
      onCancel={() => goTo('/chien-dich')}
    >
      <FormSection title="Chiến dịch">
        {owners.length > 1 && (
          <SelectField
            label="Đơn vị chủ trì"
            required
            none={null}
            options={owners.map((unit) => ({ value: unit.id, label: unit.name }))}
            {...form.bind('ownerUnitId')}
          />
        )}
        <FieldRow>
          <YearField
            name="year"
            label="Năm"
            required
            value={form.value.year}
            onChange={setYear}
            error={form.value.year === null ? 'Nhập năm, ví dụ 2027.' : undefined}
          />
          <SelectField
            label="Giai đoạn"
            none="Không thuộc giai đoạn nào"
            options={(stages.data?.items ?? []).map((stage) => ({ value: stage.id, label: stage.name }))}
            {...form.bind('stageId')}
          />
        </FieldRow>
        <TextField label="Tên chiến dịch" required maxLength={300} {...form.bind('title')} />
      </FormSection>
    </FormPage>
  );
}
