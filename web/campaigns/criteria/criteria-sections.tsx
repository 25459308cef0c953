import type { ApiResponse } from '../../platform/api-client.ts';
import { Card } from '../../ui/card.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { SelectField, TextAreaField, TextField } from '../../ui/fields.tsx';
import { FieldRow, FormSection } from '../../ui/form-page.tsx';
import type { useFormState } from '../../ui/form-state.ts';
import { NumberField } from '../../ui/typed-field.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { natures, subjects } from '#domain/practices/practice.states.ts';
import { natureWords, subjectWords } from '#domain/practices/practice.words.ts';
import { RowList } from '../../ui/row-list.tsx';
import styles from './criteria.module.css';
import { type CriteriaDraft, freeCriterionId } from './criteria-draft.ts';
import { sumOfPoints } from './criteria-words.ts';

type Form = ReturnType<typeof useFormState<CriteriaDraft>>;

interface SectionsProps {
  readonly owners: readonly ApiResponse<'GET /api/criteria-sets'>['items'][number]['owner'][];
  readonly form: Form;
}

/** The parts of a criteria set: what it is for, its rows, its grades. */
export function CriteriaSections({ owners, form }: SectionsProps) {
  return (
    <>
      <FormSection title="Bộ tiêu chí">
        {owners.length > 1 && (
          <SelectField
            label="Đơn vị"
            none={null}
            options={owners.map((unit) => ({ value: unit.id, label: unit.name }))}
            {...form.bind('ownerUnitId')}
          />
        )}
        <TextField label="Tên bộ tiêu chí" required maxLength={200} {...form.bind('name')} />
        <FieldRow>
          <SelectField
            label="Dùng cho loại"
            none="Cả mô hình và điển hình"
            options={natures.map((value) => ({ value, label: natureWords[value] }))}
            {...form.bind('nature')}
          />
          <SelectField
            label="Chủ thể"
            none="Mọi chủ thể"
            options={subjects.map((value) => ({ value, label: subjectWords[value] }))}
            {...form.bind('subject')}
          />
        </FieldRow>
        <TextAreaField
          label="Căn cứ"
          required
          rows={2}
          maxLength={600}
          hint="Văn bản hướng dẫn tiêu chí, tiêu chuẩn công nhận."
          {...form.bind('legalBasis')}
        />
      </FormSection>
      <FormSection title="Các tiêu chí">
        <CriterionRows form={form} />
      </FormSection>
      <FormSection
        title="Xếp loại"
        hint="Loại có số điểm ít nhất cao nhất mà mô hình đạt tới. Không có loại nào: đạt khi đủ các tiêu chí bắt buộc."
      >
        <ThresholdRows form={form} />
      </FormSection>
    </>
  );
}

const kindOptions = [
  { value: 'points', label: 'Chấm điểm' },
  { value: 'pass_fail', label: 'Đạt / không đạt' },
] as const;

function CriterionRows({ form }: { readonly form: Form }) {
  const { criteria } = form.value;
  return (
    <RowList
      noun="tiêu chí"
      rows={criteria}
      onChange={(rows) => form.set('criteria', rows)}
      none="Chưa có tiêu chí nào."
      make={() => ({
        id: freeCriterionId(criteria),
        group: criteria.at(-1)?.group ?? '',
        text: '',
        kind: 'points' as const,
        max: null,
        required: false,
      })}
    >
      {(criterion, change, index) => (
        <>
          <TextAreaField
            name={`content.criteria.${index}.text`}
            label={`Tiêu chí ${index + 1}`}
            rows={1}
            maxLength={600}
            value={criterion.text}
            onChange={(text) => change({ text })}
          />
          <FieldRow>
            <TextField
              name={`content.criteria.${index}.group`}
              label="Nhóm (không bắt buộc)"
              maxLength={200}
              value={criterion.group}
              onChange={(group) => change({ group })}
            />
            <SelectField
              name={`content.criteria.${index}.kind`}
              label="Cách chấm"
              none={null}
              value={criterion.kind}
              onChange={(kind) => kind !== null && change({ kind })}
              options={kindOptions}
            />
            {criterion.kind === 'points' && (
              <NumberField
                name={`content.criteria.${index}.max`}
                label="Điểm tối đa"
                value={criterion.max}
                onChange={(max) => change({ max })}
              />
            )}
          </FieldRow>
          <CheckField
            name={`content.criteria.${index}.required`}
            label="Bắt buộc: không đạt tiêu chí này thì không được công nhận"
            value={criterion.required}
            onChange={(required) => change({ required })}
          />
        </>
      )}
    </RowList>
  );
}

function ThresholdRows({ form }: { readonly form: Form }) {
  return (
    <RowList
      noun="loại"
      rows={form.value.thresholds}
      onChange={(rows) => form.set('thresholds', rows)}
      most={10}
      none="Không xếp loại."
      make={() => ({ name: '', least: null, passes: true })}
    >
      {(threshold, change, index) => (
        <>
          <FieldRow>
            <TextField
              name={`content.thresholds.${index}.name`}
              label="Tên loại"
              maxLength={80}
              value={threshold.name}
              onChange={(name) => change({ name })}
            />
            <NumberField
              name={`content.thresholds.${index}.least`}
              label="Từ (điểm)"
              value={threshold.least}
              onChange={(least) => change({ least })}
            />
          </FieldRow>
          <CheckField
            name={`content.thresholds.${index}.passes`}
            label="Đủ điều kiện công nhận"
            value={threshold.passes}
            onChange={(passes) => change({ passes })}
          />
        </>
      )}
    </RowList>
  );
}

/** The sum of the maxima as one writes; other than 100 warns and never blocks. */
export function CriteriaSum({ draft }: { readonly draft: CriteriaDraft }) {
  const criteria = draft.criteria.map((criterion) => ({ ...criterion, max: criterion.max ?? 0 }));
  const withPoints = criteria.filter((criterion) => criterion.kind === 'points').length;
  const sum = sumOfPoints({ criteria });
  return (
    <Card title="Tổng điểm tối đa">
      <div role="status" className={styles.sum}>
        <b>{formatNumber(sum)}</b>
        {withPoints === 0 ? (
          <span className="k-small">Bộ này chỉ chấm đạt, không đạt.</span>
        ) : sum === 100 ? (
          <span className={styles.good}>đủ 100 điểm</span>
        ) : (
          <span className={styles.warn}>
            khác 100: {sum < 100 ? `còn thiếu ${formatNumber(100 - sum)}` : `thừa ${formatNumber(sum - 100)}`}{' '}
            điểm. Vẫn lưu được.
          </span>
        )}
      </div>
      <p className="k-small">
        {criteria.length} tiêu chí, {withPoints} chấm điểm, {criteria.length - withPoints} đạt/không đạt
      </p>
    </Card>
  );
}
