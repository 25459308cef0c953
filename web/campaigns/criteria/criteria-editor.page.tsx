import { useState } from 'react';
import type { ApiResponse } from '../../platform/api-client.ts';
import { useApiCommand, useApiQuery } from '../../platform/api-hooks.ts';
import { useGoTo, usePathParam } from '../../platform/navigation.ts';
import { MessagePage, NotFoundPage } from '../../platform/message-page.tsx';
import { notify } from '../../platform/notify.ts';
import type { ClientProblem } from '../../platform/problem-error.ts';
import { FormPage } from '../../ui/form-page.tsx';
import { useFormState } from '../../ui/form-state.ts';
import { Loaded } from '../../ui/record-page.tsx';
import { StayOnEnter } from '../editor/stay-on-enter.tsx';
import { type CriteriaDraft, packCriteria, usualCriteria, usualThresholds } from './criteria-draft.ts';
import { CriteriaSections, CriteriaSum } from './criteria-sections.tsx';

type CriteriaSet = ApiResponse<'GET /api/criteria-sets'>['items'][number];
type Unit = CriteriaSet['owner'];

/** A new set, begun with the questions that the movement's guidance asks. */
export function NewCriteriaPage() {
  const campaigns = useApiQuery('GET /api/campaigns', {});
  return (
    <Loaded query={campaigns}>
      {(data) => (
        <EditorFor
          owners={data.canCreate}
          family={null}
          start={{
            ownerUnitId: data.canCreate[0]?.id ?? null,
            name: 'Tiêu chí công nhận mô hình “Dân vận khéo”',
            nature: null,
            subject: null,
            legalBasis: '',
            criteria: usualCriteria,
            thresholds: usualThresholds,
          }}
        />
      )}
    </Loaded>
  );
}

/** A new revision of a set; what was scored by the old one stays as it is. */
export function ReviseCriteriaPage() {
  const id = usePathParam('id');
  const sets = useApiQuery('GET /api/criteria-sets', {});
  return (
    <Loaded query={sets}>
      {(data) => {
        const set = data.items.find((one) => one.id === id);
        return set === undefined ? (
          <NotFoundPage />
        ) : (
          <EditorFor
            key={set.id}
            owners={[set.owner]}
            family={set}
            start={{ ...set, ...set.content, ownerUnitId: set.owner.id }}
          />
        );
      }}
    </Loaded>
  );
}

interface EditorForProps {
  readonly owners: readonly Unit[];
  readonly family: CriteriaSet | null;
  readonly start: CriteriaDraft;
}

function EditorFor({ owners, family, start }: EditorForProps) {
  const goTo = useGoTo();
  const form = useFormState<CriteriaDraft>(start);
  const [unfinished, setUnfinished] = useState<ClientProblem | null>(null);
  const create = useApiCommand('POST /api/criteria-sets', {
    onSuccess: (done) => {
      notify(family === null ? 'Đã lưu bộ tiêu chí.' : 'Đã lưu phiên bản mới của bộ tiêu chí.');
      goTo(`/tieu-chi/${done.id}`, { replace: true });
    },
  });
  if (owners.length === 0) {
    return (
      <MessagePage title="Chưa soạn được bộ tiêu chí">
        Tài khoản này chưa được giao quyền ở đơn vị nào chủ trì phong trào.
      </MessagePage>
    );
  }
  const submit = () => {
    const { ownerUnitId, name, nature, subject, legalBasis } = form.value;
    const packed = packCriteria(form.value);
    if (!packed.ok) return setUnfinished({ ...incomplete, fields: packed.faults });
    setUnfinished(null);
    if (ownerUnitId === null) return undefined;
    const body = { ownerUnitId, familyId: family?.familyId ?? null, name, nature, subject, legalBasis };
    return create.run({ body: { ...body, content: packed.content } });
  };
  return (
    <FormPage
      title={family === null ? 'Soạn bộ tiêu chí' : `Phiên bản mới: ${family.name}`}
      crumbs={[
        { label: 'Bộ tiêu chí', href: '/tieu-chi' },
        { label: family === null ? 'Bộ mới' : 'Phiên bản mới' },
      ]}
      subtitle={
        family === null
          ? 'Đã điền sẵn các câu hỏi thường dùng; sửa theo hướng dẫn của cấp trên.'
          : `Phiên bản ${family.revision} vẫn giữ nguyên cho những mô hình đã chấm.`
      }
      submitLabel={family === null ? 'Lưu bộ tiêu chí' : 'Lưu phiên bản mới'}
      onSubmit={submit}
      submitting={create.pending}
      problem={unfinished ?? create.problem}
      onCancel={() => goTo('/tieu-chi')}
      aside={<CriteriaSum draft={form.value} />}
    >
      <StayOnEnter>
        <CriteriaSections owners={owners} form={form} />
      </StayOnEnter>
    </FormPage>
  );
}

const incomplete: ClientProblem = {
  code: 'criteria_unfinished',
  status: 422,
  title: 'Bộ tiêu chí còn chỗ chưa nhập đủ.',
  detail: '',
  fields: [],
};
