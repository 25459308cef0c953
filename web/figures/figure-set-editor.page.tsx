import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { useGoTo, usePathParam } from '../platform/navigation.ts';
import { notify } from '../platform/notify.ts';
import { useUrlState } from '../platform/url-state.ts';
import { DayField } from '../ui/day-field.tsx';
import { DocumentPicker } from '../ui/document-picker.tsx';
import { SelectField, TextAreaField, TextField } from '../ui/fields.tsx';
import { FieldRow, FormPage, FormSection } from '../ui/form-page.tsx';
import { useFormState } from '../ui/form-state.ts';
import { Loaded } from '../ui/record-page.tsx';
import type { ClientProblem } from '../platform/problem-error.ts';
import { bodyOf, draftOf, type FigureSetDraft, newFigure } from './figure-draft.ts';
import { FigureRows } from './figure-rows.tsx';
import type { FigureSet } from './figure-set.page.tsx';

interface UnitRef {
  readonly id: string;
  readonly name: string;
}

const list = { label: 'Số liệu giai đoạn', href: '/so-lieu' };

/** Enters what a paper reports of a stage. */
export function NewFigureSetPage() {
  const { words } = useUrlState();
  const sets = useApiQuery('GET /api/figure-sets', { query: {} });
  return (
    <Loaded query={sets}>
      {(data) => <NewFigureSet units={data.canReportFor} stageId={words['stageId'] ?? null} />}
    </Loaded>
  );
}

function NewFigureSet({
  units,
  stageId,
}: {
  readonly units: readonly UnitRef[];
  readonly stageId: string | null;
}) {
  const goTo = useGoTo();
  const form = useFormState<FigureSetDraft>({
    ownerUnitId: units[0]?.id ?? null,
    stageId,
    title: '',
    scope: '',
    periodFrom: null,
    periodTo: null,
    source: null,
    sourceText: '',
    statedOn: null,
    note: '',
    figures: [newFigure([])],
  });
  const enter = useApiCommand('POST /api/figure-sets', {
    onSuccess: (done) => {
      notify('Đã nhập bộ số liệu.');
      goTo(`/so-lieu/${done.id}`, { replace: true });
    },
  });
  return (
    <FormPage
      title="Nhập số liệu theo văn bản"
      subtitle="Ghi đúng như văn bản nêu, kể cả khi các số không khớp nhau"
      crumbs={[list]}
      submitLabel="Nhập số liệu"
      onSubmit={() => enter.run({ body: bodyOf(form.value) })}
      submitting={enter.pending}
      problem={enter.problem}
      dirty={form.dirty}
      onCancel={() => goTo('/so-lieu')}
    >
      <SetFields form={form} units={units} />
    </FormPage>
  );
}

/** Corrects a set; its history keeps what it said before. */
export function CorrectFigureSetPage() {
  const id = usePathParam('id');
  const set = useApiQuery('GET /api/figure-sets/:id', { params: { id } });
  return <Loaded query={set}>{(data) => <CorrectFigureSet key={data.id} set={data} />}</Loaded>;
}

function CorrectFigureSet({ set }: { readonly set: FigureSet }) {
  const goTo = useGoTo();
  const form = useFormState<FigureSetDraft>(draftOf(set));
  const [reason, setReason] = useState('');
  const correct = useApiCommand('PUT /api/figure-sets/:id', {
    onSuccess: () => {
      notify('Đã đính chính; số liệu trước đó còn trong diễn biến.');
      goTo(`/so-lieu/${set.id}`, { replace: true });
    },
  });
  return (
    <FormPage
      title="Đính chính số liệu"
      subtitle={set.title}
      crumbs={[list, { label: set.title, href: `/so-lieu/${set.id}` }]}
      submitLabel="Đính chính"
      onSubmit={() =>
        correct.run({
          params: { id: set.id },
          body: { version: set.version, reason, set: bodyOf(form.value) },
        })
      }
      submitting={correct.pending}
      problem={withoutPrefix(correct.problem, 'set.')}
      dirty={form.dirty}
      onCancel={() => goTo(`/so-lieu/${set.id}`)}
    >
      <FormSection title="Vì sao đính chính">
        <TextAreaField
          name="reason"
          label="Lý do"
          required
          rows={2}
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
      </FormSection>
      <SetFields form={form} units={[set.owner]} />
    </FormPage>
  );
}

/** The same fields stand under `set.` in a correction. */
function withoutPrefix(problem: ClientProblem | null, prefix: string): ClientProblem | null {
  if (problem === null) return null;
  const fields = problem.fields.map((field) => ({
    ...field,
    path: field.path.startsWith(prefix) ? field.path.slice(prefix.length) : field.path,
  }));
  return { ...problem, fields };
}

interface SetFieldsProps {
  readonly form: ReturnType<typeof useFormState<FigureSetDraft>>;
  readonly units: readonly UnitRef[];
}

function SetFields({ form, units }: SetFieldsProps) {
  const stages = useApiQuery('GET /api/stages', {}, { staleTime: 60_000 });
  return (
    <>
      <FormSection title="Nguồn">
        <TextField
          label="Tên bộ số liệu"
          hint="Ví dụ: Tổng kết phong trào giai đoạn 2017–2020"
          required
          maxLength={300}
          {...form.bind('title')}
        />
        <FieldRow>
          {units.length > 1 && (
            <SelectField
              label="Số liệu của"
              none={null}
              required
              options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
              {...form.bind('ownerUnitId')}
            />
          )}
          <SelectField
            label="Giai đoạn"
            none="Không thuộc giai đoạn nào"
            options={(stages.data?.items ?? []).map((stage) => ({ value: stage.id, label: stage.name }))}
            {...form.bind('stageId')}
          />
        </FieldRow>
        <TextField
          label="Phạm vi"
          hint="Ví dụ: toàn thị xã, 39 tổ chức cơ sở đảng"
          required
          maxLength={300}
          {...form.bind('scope')}
        />
        <FieldRow>
          <DayField label="Kỳ từ ngày" required {...form.bind('periodFrom')} />
          <DayField label="Kỳ đến ngày" required {...form.bind('periodTo')} />
          <DayField label="Ngày văn bản nêu" {...form.bind('statedOn')} />
        </FieldRow>
        <TextField
          label="Theo văn bản, tài liệu"
          hint="Ví dụ: Báo cáo số 70-BC/ĐU, phần II"
          required
          maxLength={600}
          {...form.bind('sourceText')}
        />
        <DocumentPicker
          name="sourceDocumentId"
          label="Văn bản trong sổ (nếu đã vào sổ)"
          value={form.value.source}
          onChange={(source) => form.set('source', source)}
        />
        <TextAreaField label="Ghi chú" rows={2} maxLength={5000} {...form.bind('note')} />
      </FormSection>
      <FormSection
        title="Số liệu"
        hint="Mỗi số một mục. Số “trong đó” chọn “Là phần của”; tỷ lệ như 24/39 chọn “Trên tổng số”. Tổng không khớp được nhắc, không bị chặn."
      >
        <FigureRows figures={form.value.figures} onChange={(figures) => form.set('figures', figures)} />
      </FormSection>
    </>
  );
}
