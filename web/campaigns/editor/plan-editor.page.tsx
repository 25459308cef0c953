import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ApiResponse } from '../../platform/api-client.ts';
import { useApiCommand, useApiQuery } from '../../platform/api-hooks.ts';
import { useGoTo, usePathParam } from '../../platform/navigation.ts';
import { MessagePage } from '../../platform/message-page.tsx';
import { notify } from '../../platform/notify.ts';
import { type ClientProblem, ProblemError, toProblem } from '../../platform/problem-error.ts';
import { useAutosave } from '../../ui/autosave.ts';
import { FormPage } from '../../ui/form-page.tsx';
import { useFormState } from '../../ui/form-state.ts';
import { LeaveGuard } from '../../ui/leave-guard.tsx';
import { Loaded } from '../../ui/record-page.tsx';
import { campaignStateWords } from '#domain/campaigns/campaign.workflow.ts';
import { EditorAside } from './editor-aside.tsx';
import { packPlan, type PlanDraft, type SetPlan } from './plan-draft.ts';
import { PlanSections } from './plan-sections.tsx';
import { StayOnEnter } from './stay-on-enter.tsx';

type Campaign = ApiResponse<'GET /api/campaigns/:id'>;

/** Writes a campaign's plan; a draft saves itself, an open campaign's plan is saved when one says so. */
export function PlanEditorPage() {
  const id = usePathParam('id');
  const campaign = useApiQuery('GET /api/campaigns/:id', { params: { id } });
  return (
    <Loaded query={campaign}>
      {(data) => {
        const edit = data.actions.find((entry) => entry.action === 'edit_plan');
        return edit?.allowed === false ? (
          <MessagePage title="Chưa sửa được kế hoạch">
            {edit.reason} {edit.mend}
          </MessagePage>
        ) : (
          <PlanForm key={data.id} campaign={data} />
        );
      }}
    </Loaded>
  );
}

export interface PlanFormValue {
  readonly title: string;
  readonly stageId: string | null;
  readonly planDocument: Campaign['planDocument'];
  readonly plan: PlanDraft;
}

function PlanForm({ campaign }: { readonly campaign: Campaign }) {
  const goTo = useGoTo();
  const draft = campaign.state === 'draft';
  const form = useFormState<PlanFormValue>({
    title: campaign.title,
    stageId: campaign.stage?.id ?? null,
    planDocument: campaign.planDocument,
    plan: campaign.plan,
  });
  const setForm = form.set;
  const replace = form.replace;
  const setPlan = useCallback<SetPlan>(
    (key, next) => replace((before) => ({ ...before, plan: { ...before.plan, [key]: next } })),
    [replace],
  );
  const keep = useKeepPlan(campaign);
  const autosave = useAutosave(`plan-${campaign.id}`, form.value, keep.save, { enabled: draft });
  const [problem, setProblem] = useState<ClientProblem | null>(null);
  const [pending, setPending] = useState(false);
  const [left, setLeft] = useState(false);
  useEffect(() => {
    if (left) goTo(`/chien-dich/${campaign.id}`);
  }, [left, goTo, campaign.id]);
  const submit = async () => {
    setPending(true);
    setProblem(null);
    const kept = await autosave.flush();
    setPending(false);
    if (!kept) return setProblem(keep.lastProblem());
    if (!draft && form.dirty) notify('Đã lưu kế hoạch.');
    return setLeft(true);
  };
  return (
    <>
      <LeaveGuard active={!draft && form.dirty && !left} />
      <FormPage
        title={`Kế hoạch: ${campaign.title}`}
        crumbs={[
          { label: 'Chiến dịch', href: '/chien-dich' },
          { label: campaign.title, href: `/chien-dich/${campaign.id}` },
          { label: 'Sửa kế hoạch' },
        ]}
        subtitle={`${campaign.owner.name} · năm ${campaign.year} · ${campaignStateWords[campaign.state].toLocaleLowerCase('vi')}`}
        submitLabel={draft ? 'Xong, xem chiến dịch' : 'Lưu kế hoạch'}
        onSubmit={() => void submit()}
        submitting={pending}
        problem={problem}
        autosave={autosave}
        onRestore={replace}
        onCancel={() => goTo(`/chien-dich/${campaign.id}`)}
        aside={<EditorAside draft={form.value.plan} campaignIsDraft={draft} />}
      >
        <StayOnEnter>
          <PlanSections campaign={campaign} value={form.value} setForm={setForm} setPlan={setPlan} />
        </StayOnEnter>
      </FormPage>
    </>
  );
}

/** Sends the plan, remembers its version, and says what was refused in the places of the screen. */
function useKeepPlan(campaign: Campaign) {
  const version = useRef(campaign.version);
  const refused = useRef<ClientProblem | null>(null);
  const put = useApiCommand('PUT /api/campaigns/:id/plan', {
    invalidates: ['GET /api/campaigns/:id', 'GET /api/campaigns'],
  });
  const send = put.send;
  const save = useMemo(
    () => async (value: PlanFormValue) => {
      try {
        const packed = packPlan(value.plan);
        if (!packed.ok) throw new ProblemError({ ...unfinished, fields: packed.faults });
        const body = {
          version: version.current,
          title: value.title,
          stageId: value.stageId,
          planDocumentId: value.planDocument?.id ?? null,
          plan: packed.plan,
        };
        const done = await send({ params: { id: campaign.id }, body }).catch((error: unknown) => {
          const problem = toProblem(error);
          const fields = problem.fields.map((field) => ({ ...field, path: packed.pathInForm(field.path) }));
          throw new ProblemError({ ...problem, fields });
        });
        version.current = done.version ?? version.current + 1;
        refused.current = null;
      } catch (error) {
        refused.current = toProblem(error);
        throw error;
      }
    },
    [campaign.id, send],
  );
  return { save, lastProblem: () => refused.current };
}

const unfinished: ClientProblem = {
  code: 'plan_unfinished',
  status: 422,
  title: 'Còn chỗ chưa nhập đủ.',
  detail: 'Nhập tiếp các chỗ được đánh dấu, hoặc bỏ dòng không dùng.',
  fields: [],
};
