import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { useGoTo, usePathParam } from '../platform/navigation.ts';
import { notify } from '../platform/notify.ts';
import { useSession } from '../platform/session.ts';
import { CheckField } from '../ui/check-field.tsx';
import { DayField } from '../ui/day-field.tsx';
import { TextAreaField, TextField } from '../ui/fields.tsx';
import { FieldRow, FormPage, FormSection } from '../ui/form-page.tsx';
import { useFormState } from '../ui/form-state.ts';
import { Loaded } from '../ui/record-page.tsx';
import { NumberField } from '../ui/typed-field.tsx';
import { formFaults } from '#domain/reports/form.ts';
import { DueFields } from './due-fields.tsx';
import { draftOf, type FormDraft } from './form-draft.ts';
import type { Form } from './form-words.ts';
import { IndicatorRows } from './indicator-rows.tsx';
import { NextDueList } from './next-due-list.tsx';
import { ReminderFields } from './reminder-fields.tsx';
import { SectionRows } from './section-rows.tsx';

/** The content of a form, changed: a new revision from a day on, or the one nobody has answered yet. */
export function FormEditorPage() {
  const id = usePathParam('id');
  const form = useApiQuery('GET /api/report-forms/:id', { params: { id }, query: {} });
  return <Loaded query={form}>{(data) => <FormEditor key={data.id} form={data} />}</Loaded>;
}

function FormEditor({ form: record }: { readonly form: Form }) {
  const { today } = useSession();
  const goTo = useGoTo();
  const home = `/quan-tri/bieu-bao-cao/${record.id}`;
  const form = useFormState<FormDraft>(draftOf(record, today));
  const { content } = form.value;
  const set = (patch: Partial<FormDraft['content']>) => form.set('content', { ...content, ...patch });
  const save = useApiCommand('POST /api/report-forms/:id/revisions', {
    onSuccess: (done) => {
      form.markKept(form.value);
      notify(`Đã lưu bản ${done.revision} của biểu.`);
      goTo(home);
    },
  });
  const submit = () =>
    save.run({
      params: { id: record.id },
      body: { ...form.value, validFrom: form.value.validFrom ?? '', version: record.version },
    });
  const answered = (record.revisions.at(-1)?.reportCount ?? 0) > 0;
  return (
    <FormPage
      title={`Sửa nội dung: ${record.name}`}
      subtitle={
        answered
          ? 'Bản đang dùng đã có báo cáo trả lời: lưu thành bản mới, báo cáo cũ giữ nguyên bản của nó.'
          : 'Bản này chưa đơn vị nào trả lời: lưu sẽ thay nội dung đang có.'
      }
      crumbs={[
        { label: 'Biểu báo cáo', href: '/quan-tri/bieu-bao-cao' },
        { label: record.code, href: home },
        { label: 'Sửa nội dung' },
      ]}
      submitLabel={answered ? 'Lưu thành bản mới' : 'Lưu'}
      submitting={save.pending}
      problem={save.problem}
      dirty={form.dirty}
      onSubmit={submit}
      onCancel={() => goTo(home)}
    >
      <FormSection title="Phần lời" hint="Thứ tự ở đây là thứ tự trong báo cáo và trong báo cáo tổng hợp.">
        <SectionRows rows={content.sections} onChange={(sections) => set({ sections: [...sections] })} />
      </FormSection>
      <FormSection
        title="Chỉ tiêu"
        hint="Số sổ đăng ký biết thì đếm, không bắt đơn vị nhập. Công thức chỉ dùng chỉ tiêu đứng trước."
      >
        <IndicatorRows
          rows={content.indicators}
          faults={formFaults(content)}
          onChange={(indicators) => set({ indicators: [...indicators] })}
        />
      </FormSection>
      <FormSection title="Hạn gửi">
        <DueFields rule={content.due} onChange={(due) => set({ due })} />
        <NextDueList form={record} rule={content.due} />
      </FormSection>
      <FormSection title="Nhắc đơn vị chưa gửi">
        <ReminderFields
          form={record}
          due={content.due}
          rule={content.reminders}
          onChange={(reminders) => set({ reminders })}
        />
        <NumberField
          name="content.escalateAfterDays"
          label="Chậm quá bao nhiêu ngày thì báo lên cấp trên"
          value={content.escalateAfterDays}
          onChange={(days) => set({ escalateAfterDays: days ?? 5 })}
        />
      </FormSection>
      <FormSection title="Cách trả lời">
        <CheckField
          name="content.needsApproval"
          label="Phải duyệt trong đơn vị trước khi gửi"
          value={content.needsApproval}
          onChange={(needsApproval) =>
            set({ needsApproval, approvedByAnother: needsApproval && content.approvedByAnother })
          }
        />
        {content.needsApproval && (
          <CheckField
            name="content.approvedByAnother"
            label="Người duyệt phải khác người soạn"
            hint="Ai sửa số liệu, lời văn hoặc minh chứng sau cùng thì không tự duyệt."
            value={content.approvedByAnother}
            onChange={(approvedByAnother) => set({ approvedByAnother })}
          />
        )}
        <CheckField
          name="content.mayBeNothing"
          label="Được báo “không có nội dung báo cáo”"
          value={content.mayBeNothing}
          onChange={(mayBeNothing) => set({ mayBeNothing })}
        />
        <TextAreaField
          name="content.note"
          label="Ghi chú cho người lập báo cáo"
          maxLength={2000}
          value={content.note}
          onChange={(note) => set({ note })}
        />
      </FormSection>
      <FormSection title="Hiệu lực">
        <FieldRow>
          <DayField
            label="Dùng cho các kỳ bắt đầu từ ngày"
            hint="Kỳ bắt đầu trước ngày này vẫn theo bản trước."
            required
            {...form.bind('validFrom')}
          />
          <TextField
            label="Căn cứ"
            hint="Văn bản đặt ra yêu cầu này."
            maxLength={600}
            {...form.bind('legalBasis')}
          />
        </FieldRow>
      </FormSection>
    </FormPage>
  );
}
