import { useSession, usePermission } from '../../platform/session.ts';
import { DayField } from '../../ui/day-field.tsx';
import { DocumentPicker } from '../../ui/document-picker.tsx';
import { TextAreaField, TextField } from '../../ui/fields.tsx';
import { FormSection } from '../../ui/form-page.tsx';
import type { ActDraftState } from './use-act-draft.ts';

/** Step 2: from which day, and by which decision. */
export function PaperStep({ state }: { readonly state: ActDraftState }) {
  const { draft, change } = state;
  const { today } = useSession();
  const reads = usePermission('document.read');
  return (
    <FormSection title="Ngày có hiệu lực và quyết định">
      <DayField
        name="on"
        label="Có hiệu lực từ ngày"
        hint={`Ngày đầu tiên theo tổ chức mới, ví dụ ${today.slice(8)}/${today.slice(5, 7)}`}
        required
        value={draft.on}
        onChange={(on) => change({ on })}
      />
      {reads && (
        <DocumentPicker
          name="documentId"
          label="Quyết định, nghị quyết trong sổ văn bản"
          value={draft.document}
          onChange={(document) => change({ document })}
        />
      )}
      <TextField
        name="documentText"
        label="Số, ký hiệu, nơi ban hành"
        hint={
          reads
            ? 'Khi văn bản chưa có trong sổ; ví dụ: Nghị quyết 1675/NQ-UBTVQH15'
            : 'Ví dụ: Nghị quyết 1675/NQ-UBTVQH15'
        }
        maxLength={300}
        value={draft.documentText}
        onChange={(documentText) => change({ documentText })}
      />
      <TextAreaField
        name="reason"
        label="Lý do"
        hint="Một câu, để người sau đọc lại hiểu được"
        required
        rows={2}
        maxLength={500}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
      />
    </FormSection>
  );
}
