import { type ReactNode, useCallback, useMemo } from 'react';
import type { ApiResponse } from '../../platform/api-client.ts';
import { useApiQuery } from '../../platform/api-hooks.ts';
import { FormSection } from '../../ui/form-page.tsx';
import type { SetPlan } from './plan-draft.ts';
import type { PlanFormValue } from './plan-editor.page.tsx';
import { type PlanSectionId, planSections } from './plan-index.ts';
import { BasicsFields } from './section-basics.tsx';
import {
  IntakeFields,
  RecognitionFields,
  ReportFields,
  SelfCheckFields,
  StepFields,
} from './section-dates.tsx';
import { MemberFields } from './section-members.tsx';
import { FieldsFields, QuotaFields } from './section-quotas.tsx';
import { CriteriaFields, EndFields, WhoFields, WordsFields } from './section-words.tsx';

interface PlanSectionsProps {
  readonly campaign: ApiResponse<'GET /api/campaigns/:id'>;
  readonly value: PlanFormValue;
  readonly setForm: <K extends keyof PlanFormValue>(key: K, next: PlanFormValue[K]) => void;
  readonly setPlan: SetPlan;
}

const hints: Partial<Record<PlanSectionId, string>> = {
  'linh-vuc':
    'Có thể đổi tên, tách, gộp; mỗi lĩnh vực tính vào một trong bốn lĩnh vực chung để cộng được lên cấp trên.',
  'chi-tieu': 'Loại đơn vị có chỉ tiêu là đơn vị phải đăng ký, được đếm trong “24/39 đơn vị”.',
  'kiem-tra-bao-cao':
    'Mỗi mô hình đang thực hiện trả lời từng kỳ tự kiểm tra; đơn vị gửi báo cáo trước Ban Chỉ đạo.',
  'ban-chi-dao': 'Ghi chức vụ, không ghi thông tin cá nhân.',
  'tieu-chi': 'Mô hình được chấm theo bộ tiêu chí hợp nhất với loại và chủ thể của nó.',
  'loi-van': 'Chép các mục của kế hoạch đã ban hành, để đọc và in lại đủ lời văn.',
};

/** All sections of the editor, in the order of the index. */
export function PlanSections({ campaign, value, setForm, setPlan }: PlanSectionsProps) {
  const { plan } = value;
  const { year } = campaign;
  const stages = useApiQuery('GET /api/stages', {});
  const sets = useApiQuery('GET /api/criteria-sets', {});
  const unitNames = useUnitNames(campaign);
  const body: Record<PlanSectionId, ReactNode> = {
    chung: (
      <BasicsFields
        title={value.title}
        onTitle={useCallback((title: string) => setForm('title', title), [setForm])}
        stageId={value.stageId}
        onStage={useCallback((id: string | null) => setForm('stageId', id), [setForm])}
        stages={stages.data?.items ?? noStages}
        document={value.planDocument}
        onDocument={useCallback(
          (paper: PlanFormValue['planDocument']) => setForm('planDocument', paper),
          [setForm],
        )}
        theme={plan.theme}
        setPlan={setPlan}
      />
    ),
    'linh-vuc': <FieldsFields fields={plan.fields} setPlan={setPlan} />,
    'chi-tieu': <QuotaFields quotas={plan.quotas} setPlan={setPlan} />,
    'dot-dang-ky': <IntakeFields intakes={plan.intakes} year={year} setPlan={setPlan} />,
    'sau-buoc': <StepFields steps={plan.steps} year={year} setPlan={setPlan} />,
    'kiem-tra-bao-cao': (
      <>
        <SelfCheckFields selfChecks={plan.selfChecks} year={year} setPlan={setPlan} />
        <ReportFields reports={plan.reports} rhythm={plan.reportRhythm} year={year} setPlan={setPlan} />
      </>
    ),
    'cong-nhan': (
      <RecognitionFields
        proposeBy={plan.proposeBy}
        recogniseBy={plan.recogniseBy}
        effective={plan.effective}
        silentAfterDays={plan.silentAfterDays}
        year={year}
        setPlan={setPlan}
      />
    ),
    'ban-chi-dao': (
      <MemberFields
        members={plan.members}
        ownerUnitId={campaign.owner.id}
        unitNames={unitNames}
        setPlan={setPlan}
      />
    ),
    'tieu-chi': (
      <CriteriaFields chosen={plan.criteriaSetIds} sets={sets.data?.items ?? noSets} setPlan={setPlan} />
    ),
    'doi-tuong': <WhoFields who={plan.whoMayRegister} setPlan={setPlan} />,
    'loi-van': (
      <WordsFields
        basis={plan.basis}
        introduction={plan.introduction}
        sections={plan.sections}
        setPlan={setPlan}
      />
    ),
    'noi-nhan': (
      <EndFields recipients={plan.recipients} signer={plan.signer} place={plan.place} setPlan={setPlan} />
    ),
  };
  return planSections.map((section) => (
    <div key={section.id} id={section.id}>
      <FormSection title={section.title} hint={hints[section.id]}>
        {body[section.id]}
      </FormSection>
    </div>
  ));
}

const noStages: readonly never[] = [];
const noSets: readonly never[] = [];

/** Short names of the areas that members already have. */
function useUnitNames(campaign: PlanSectionsProps['campaign']): ReadonlyMap<string, string> {
  const { members } = campaign;
  return useMemo(
    () =>
      new Map(members.flatMap((member) => member.areas.map((area) => [area.id, area.shortName] as const))),
    [members],
  );
}
