import { DayField } from '../ui/day-field.tsx';
import { DocumentPicker, type PickedDocument } from '../ui/document-picker.tsx';
import { TextAreaField, TextField } from '../ui/fields.tsx';
import { usePermission } from '../platform/session.ts';

export interface DecisionDraft {
  readonly on: string | null;
  readonly document: PickedDocument | null;
  readonly documentText: string;
  readonly note: string;
}

export function emptyDecision(on: string | null): DecisionDraft {
  return { on, document: null, documentText: '', note: '' };
}

export function sentDecision(draft: DecisionDraft) {
  return {
    on: draft.on ?? '',
    documentId: draft.document?.id ?? null,
    documentText: draft.document === null ? draft.documentText : '',
    note: draft.note,
  };
}

interface DecisionFieldsProps {
  readonly value: DecisionDraft;
  readonly onChange: (value: DecisionDraft) => void;
}

/** The day and the paper that an act stands on: of the register, or named in words. */
export function DecisionFields({ value, onChange }: DecisionFieldsProps) {
  const reads = usePermission('document.read');
  return (
    <>
      <DayField
        name="on"
        label="Ngày có hiệu lực"
        required
        value={value.on}
        onChange={(on) => onChange({ ...value, on })}
      />
      {reads && (
        <DocumentPicker
          name="documentId"
          label="Quyết định trong sổ văn bản"
          hint="Chưa vào sổ thì để trống và ghi số, ký hiệu ở ô dưới."
          value={value.document}
          onChange={(document) =>
            onChange({ ...value, document, on: value.on ?? document?.issuedOn ?? null })
          }
        />
      )}
      {value.document === null && (
        <TextField
          name="documentText"
          label={reads ? 'Hoặc số, ký hiệu, ngày của quyết định' : 'Số, ký hiệu, ngày của quyết định'}
          hint="Ví dụ: Quyết định số 45-QĐ/ĐU ngày 12/3/2018"
          maxLength={300}
          value={value.documentText}
          onChange={(documentText) => onChange({ ...value, documentText })}
        />
      )}
      <TextAreaField
        name="note"
        label="Ghi chú (không bắt buộc)"
        rows={1}
        maxLength={500}
        value={value.note}
        onChange={(note) => onChange({ ...value, note })}
      />
    </>
  );
}
