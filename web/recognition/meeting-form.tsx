import { ChoiceField } from '../ui/check-field.tsx';
import { DayField } from '../ui/day-field.tsx';
import { TextAreaField, TextField } from '../ui/fields.tsx';
import { FieldRow, FormSection } from '../ui/form-page.tsx';
import { NumberField } from '../ui/typed-field.tsx';

/** What a meeting is, as it is typed: numbers may still be missing. */
export interface MeetingData {
  readonly title: string;
  readonly heldOn: string | null;
  readonly chairPost: string;
  readonly secretaryPost: string;
  readonly membersTotal: number | null;
  readonly membersPresent: number | null;
  readonly rules: {
    readonly legalBasis: string;
    readonly quorumPercent: number | null;
    readonly neededPercent: number | null;
    readonly ballot: 'open' | 'secret';
  };
}

/** As it is sent; what is missing is named by the server. */
export function meetingBody(data: MeetingData) {
  return {
    title: data.title,
    heldOn: data.heldOn ?? '',
    chairPost: data.chairPost,
    secretaryPost: data.secretaryPost,
    membersTotal: data.membersTotal ?? 0,
    membersPresent: data.membersPresent ?? 0,
    rules: {
      legalBasis: data.rules.legalBasis,
      quorumPercent: data.rules.quorumPercent ?? 0,
      neededPercent: data.rules.neededPercent ?? 0,
      ballot: data.rules.ballot,
    },
  };
}

interface MeetingFieldsProps {
  readonly data: MeetingData;
  readonly onChange: (patch: Partial<MeetingData>) => void;
  readonly year: number;
}

export function MeetingFields({ data, onChange, year }: MeetingFieldsProps) {
  const rule = (patch: Partial<MeetingData['rules']>) => onChange({ rules: { ...data.rules, ...patch } });
  return (
    <>
      <FormSection title="Cuộc họp">
        <TextField
          name="title"
          label="Tên cuộc họp"
          required
          value={data.title}
          onChange={(title) => onChange({ title })}
          maxLength={300}
        />
        <FieldRow>
          <DayField
            name="heldOn"
            label="Ngày họp"
            required
            defaultYear={year}
            value={data.heldOn}
            onChange={(heldOn) => onChange({ heldOn })}
          />
          <NumberField
            name="membersTotal"
            label="Số thành viên"
            required
            value={data.membersTotal}
            onChange={(membersTotal) => onChange({ membersTotal })}
          />
          <NumberField
            name="membersPresent"
            label="Số người dự"
            required
            value={data.membersPresent}
            onChange={(membersPresent) => onChange({ membersPresent })}
          />
        </FieldRow>
        <FieldRow>
          <TextField
            name="chairPost"
            label="Chủ trì"
            hint="Chức vụ"
            value={data.chairPost}
            onChange={(chairPost) => onChange({ chairPost })}
            maxLength={200}
          />
          <TextField
            name="secretaryPost"
            label="Thư ký"
            hint="Chức vụ"
            value={data.secretaryPost}
            onChange={(secretaryPost) => onChange({ secretaryPost })}
            maxLength={200}
          />
        </FieldRow>
      </FormSection>
      <FormSection
        title="Quy định áp dụng"
        hint="Tỷ lệ và cách biểu quyết theo văn bản của cấp ủy, Ban Chỉ đạo; ghi rõ căn cứ để sau này tra lại."
      >
        <TextAreaField
          name="rules.legalBasis"
          label="Căn cứ"
          hint="Ví dụ: Quy chế làm việc của Ban Chỉ đạo, điều, khoản"
          required
          rows={2}
          value={data.rules.legalBasis}
          onChange={(legalBasis) => rule({ legalBasis })}
          maxLength={600}
        />
        <FieldRow>
          <NumberField
            name="rules.quorumPercent"
            label="Số người dự ít nhất (%)"
            required
            value={data.rules.quorumPercent}
            onChange={(quorumPercent) => rule({ quorumPercent })}
          />
          <NumberField
            name="rules.neededPercent"
            label="Phiếu tán thành ít nhất (%)"
            required
            value={data.rules.neededPercent}
            onChange={(neededPercent) => rule({ neededPercent })}
          />
        </FieldRow>
        <ChoiceField
          name="rules.ballot"
          label="Cách biểu quyết"
          value={data.rules.ballot}
          onChange={(ballot) => rule({ ballot })}
          options={[
            { value: 'open', label: 'Giơ tay' },
            { value: 'secret', label: 'Bỏ phiếu kín' },
          ]}
        />
      </FormSection>
    </>
  );
}
