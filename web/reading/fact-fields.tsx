import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextAreaField, TextField } from '../ui/fields.tsx';
import { FieldRow } from '../ui/form-page.tsx';
import type { useFormState } from '../ui/form-state.ts';
import { NumberField } from '../ui/typed-field.tsx';
import { baseFields, baseFieldWords } from '#domain/campaigns/fields.ts';
import {
  approximations,
  approximationWords,
  figureKinds,
  figureKindWords,
} from '#domain/figures/reported-figure.ts';
import { natures, subjects } from '#domain/practices/practice.states.ts';
import { natureWords, subjectWords } from '#domain/practices/practice.words.ts';
import type { DocumentDraft, FigureDraft, PracticeDraft } from './fact-drafts.ts';

type Form<T extends object> = ReturnType<typeof useFormState<T>>;

function optionsOf<V extends string>(values: readonly V[], words: Readonly<Record<V, string>>) {
  return values.map((value) => ({ value, label: words[value] }));
}

export function DocumentFields({ form }: { readonly form: Form<DocumentDraft> }) {
  return (
    <>
      <FieldRow>
        <TextField label="Số, ký hiệu" required maxLength={60} {...form.bind('symbol')} />
        <TextField label="Loại văn bản" maxLength={100} {...form.bind('type')} />
      </FieldRow>
      <FieldRow>
        <TextField label="Nơi ban hành" maxLength={200} {...form.bind('issuer')} />
        <DayField label="Ngày ban hành" {...form.bind('issuedOn')} />
      </FieldRow>
    </>
  );
}

export function PracticeFields({ form }: { readonly form: Form<PracticeDraft> }) {
  return (
    <>
      <TextAreaField
        label="Tên mô hình, điển hình"
        required
        rows={2}
        maxLength={300}
        {...form.bind('name')}
      />
      <FieldRow>
        <SelectField
          name="nature"
          label="Tính chất"
          none={null}
          options={optionsOf(natures, natureWords)}
          value={form.value.nature}
          onChange={(nature) => form.set('nature', nature ?? 'model')}
        />
        <SelectField
          label="Chủ thể"
          none="Không rõ"
          options={optionsOf(subjects, subjectWords)}
          {...form.bind('subject')}
        />
      </FieldRow>
      <FieldRow>
        <SelectField
          label="Lĩnh vực"
          none="Không rõ"
          options={optionsOf(baseFields, baseFieldWords)}
          {...form.bind('field')}
        />
        <TextField label="Chủ mô hình" maxLength={200} {...form.bind('owner')} />
      </FieldRow>
      <TextField
        label="Địa bàn văn bản nêu"
        hint="Nhiều nơi thì ngăn bằng dấu chấm phẩy"
        {...form.bind('places')}
      />
    </>
  );
}

const approxOptions = approximations.map((value) => ({
  value,
  label: approximationWords[value] === '' ? 'đúng bằng' : approximationWords[value],
}));

const movementOptions = [
  { value: 'dvk' as const, label: 'Của phong trào Dân vận khéo' },
  { value: 'other' as const, label: 'Ngoài phong trào' },
];

export function FigureFields({ form }: { readonly form: Form<FigureDraft> }) {
  return (
    <>
      <FieldRow>
        <SelectField
          name="approx"
          label="Mức chính xác"
          none={null}
          options={approxOptions}
          value={form.value.approx}
          onChange={(approx) => form.set('approx', approx ?? 'exact')}
        />
        <NumberField label="Giá trị" required {...form.bind('value')} />
      </FieldRow>
      <FieldRow>
        <TextField label="Đơn vị tính" maxLength={60} {...form.bind('unit')} />
        <SelectField
          name="kind"
          label="Loại số liệu"
          none={null}
          options={optionsOf(figureKinds, figureKindWords)}
          value={form.value.kind}
          onChange={(kind) => form.set('kind', kind ?? 'other')}
        />
      </FieldRow>
      <FieldRow>
        <TextField label="Phạm vi" maxLength={200} {...form.bind('scope')} />
        <SelectField
          name="movement"
          label="Thuộc về"
          none={null}
          options={movementOptions}
          value={form.value.movement}
          onChange={(movement) => form.set('movement', movement ?? 'dvk')}
        />
      </FieldRow>
    </>
  );
}
