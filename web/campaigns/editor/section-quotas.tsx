import { memo } from 'react';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { FieldRow } from '../../ui/form-page.tsx';
import { NumberField } from '../../ui/typed-field.tsx';
import { baseFields, baseFieldWords } from '#domain/campaigns/fields.ts';
import { unitKinds, unitKindWords } from '#domain/organisations/unit-kinds.ts';
import styles from './editor.module.css';
import { freeCode, type PlanDraft, type SetPlan } from './plan-draft.ts';
import { RowList } from '../../ui/row-list.tsx';

const baseOptions = baseFields.map((value) => ({ value, label: baseFieldWords[value] }));
const kindOptions = unitKinds.map((value) => ({ value, label: unitKindWords[value] }));

interface FieldsProps {
  readonly fields: PlanDraft['fields'];
  readonly setPlan: SetPlan;
}

/** The campaign's fields, each mapped to one of the four of the movement. */
export const FieldsFields = memo(function FieldsFields({ fields, setPlan }: FieldsProps) {
  return (
    <RowList
      noun="lĩnh vực"
      rows={fields}
      onChange={(rows) => setPlan('fields', [...rows])}
      most={20}
      none="Chưa có lĩnh vực nào."
      make={() => ({
        code: freeCode(
          'linh_vuc',
          fields.map((field) => field.code),
        ),
        name: '',
        baseField: 'economy' as const,
      })}
    >
      {(field, change, index) => (
        <FieldRow>
          <TextField
            name={`plan.fields.${index}.name`}
            label="Tên lĩnh vực"
            maxLength={120}
            value={field.name}
            onChange={(name) => change({ name })}
          />
          <SelectField
            name={`plan.fields.${index}.baseField`}
            label="Tính vào"
            value={field.baseField}
            onChange={(baseField) => baseField !== null && change({ baseField })}
            none={null}
            options={baseOptions}
          />
        </FieldRow>
      )}
    </RowList>
  );
});

interface QuotasProps {
  readonly quotas: PlanDraft['quotas'];
  readonly setPlan: SetPlan;
}

/** How many practices each kind of unit registers at least. */
export const QuotaFields = memo(function QuotaFields({ quotas, setPlan }: QuotasProps) {
  return (
    <RowList
      noun="chỉ tiêu"
      rows={quotas}
      onChange={(rows) => setPlan('quotas', rows)}
      most={20}
      none="Chưa giao chỉ tiêu cho loại đơn vị nào; chưa đơn vị nào phải đăng ký."
      make={() => ({ unitKind: null, least: 1 })}
    >
      {(quota, change, index) => (
        <div className={styles.wide}>
          <SelectField
            name={`plan.quotas.${index}.unitKind`}
            label="Loại đơn vị"
            value={quota.unitKind}
            onChange={(unitKind) => change({ unitKind })}
            options={kindOptions}
          />
          <NumberField
            name={`plan.quotas.${index}.least`}
            label="Ít nhất (mô hình)"
            value={quota.least}
            onChange={(least) => change({ least })}
          />
        </div>
      )}
    </RowList>
  );
});
