import { useApiQuery } from '../../platform/api-hooks.ts';
import { Remark } from '../../ui/card.tsx';
import { SelectField } from '../../ui/fields.tsx';
import { FormSection } from '../../ui/form-page.tsx';
import { type PickedUnit, UnitPicker } from '../../ui/unit-picker.tsx';
import { type UnitKind, unitKinds, unitKindWords } from '#domain/organisations/unit-kinds.ts';
import { emptyTarget, emptyUnit } from './act-draft.ts';
import { NewUnitFields } from './new-unit-fields.tsx';
import { UnitsField } from './units-field.tsx';
import type { ActDraftState } from './use-act-draft.ts';

/** Step 1: which units the act is about. */
export function UnitsStep({ state }: { readonly state: ActDraftState }) {
  const { draft, change } = state;
  switch (draft.kind) {
    case 'merge':
      return (
        <FormSection title="Những đơn vị kết thúc khi sáp nhập">
          <UnitsField
            name="fromUnitIds"
            label="Đơn vị sáp nhập"
            hint="Gõ một phần tên rồi chọn; chọn lần lượt từng đơn vị. Đơn vị được nhập vào thì chọn ở bước “Về đâu”."
            value={draft.units}
            onChange={(units) => change({ units })}
          />
        </FormSection>
      );
    case 'remove_level':
      return <LevelFields state={state} />;
    case 'found':
      return (
        <FormSection title="Đơn vị mới">
          <NewUnitFields
            path="unit"
            value={draft.targets[0]?.found ?? emptyUnit}
            onChange={(found) => change({ targets: [{ ...emptyTarget, found }] })}
          />
        </FormSection>
      );
    case 'change':
      return <ChangeFields state={state} />;
    default:
      return (
        <FormSection title={draft.kind === 'split' ? 'Đơn vị được chia' : 'Đơn vị kết thúc hoạt động'}>
          <UnitPicker
            name="unitId"
            label="Đơn vị"
            required
            value={draft.units[0] ?? null}
            onChange={(unit) => change({ units: unit === null ? [] : [unit], children: {}, practices: {} })}
          />
          {draft.kind === 'dissolve' && (
            <Remark>
              Chỉ dùng khi không có đơn vị kế tục. Đơn vị nhập vào nơi khác thì dùng “Sáp nhập, hợp nhất”: mô
              hình, báo cáo, quyền của cán bộ sẽ theo về đơn vị nhận.
            </Remark>
          )}
        </FormSection>
      );
  }
}

function LevelFields({ state }: { readonly state: ActDraftState }) {
  const { draft, change } = state;
  return (
    <FormSection
      title="Cấp được bỏ"
      hint="Mọi đơn vị của cấp này kết thúc cùng ngày; đơn vị bên dưới trực thuộc thẳng cấp trên. Báo cáo, chức danh, chỉ tiêu, văn bản cũ còn nguyên và xem được theo ngày trước."
    >
      <UnitPicker
        name="withinId"
        label="Trong phạm vi"
        hint="Thường là cấp tỉnh"
        required
        value={draft.units[0] ?? null}
        onChange={(unit) => change({ units: unit === null ? [] : [unit] })}
      />
      <SelectField<UnitKind>
        name="unitKind"
        label="Cấp được bỏ"
        required
        value={draft.unitKind}
        onChange={(unitKind) => change({ unitKind })}
        options={unitKinds
          .filter((kind) => kind !== 'nation')
          .map((value) => ({ value, label: unitKindWords[value] }))}
      />
    </FormSection>
  );
}

function ChangeFields({ state }: { readonly state: ActDraftState }) {
  const { draft, change } = state;
  const [unit] = draft.units;
  return (
    <FormSection
      title="Đơn vị và tên, cấp trên mới"
      hint="Trước ngày thay đổi đơn vị vẫn mang tên và cấp trên cũ; mô hình, văn bản cũ vẫn tìm được theo tên cũ."
    >
      <UnitPicker
        name="unitId"
        label="Đơn vị"
        required
        value={unit ?? null}
        onChange={(next) => change({ units: next === null ? [] : [next], after: null })}
      />
      {unit !== undefined && <AfterFields key={unit.id} unit={unit} state={state} />}
    </FormSection>
  );
}

/** Begins with what the unit is today, so that only what changes is typed. */
function AfterFields({ unit, state }: { readonly unit: PickedUnit; readonly state: ActDraftState }) {
  const { draft, change } = state;
  const today = useApiQuery('GET /api/units/:id', { params: { id: unit.id }, query: {} });
  if (today.data === undefined) return null;
  const { name, shortName, code, kind, path } = today.data;
  const current = { name, shortName, code, kind, parent: path.at(-2) ?? null };
  return (
    <NewUnitFields
      path=""
      value={draft.after ?? current}
      onChange={(after) => change({ after })}
      withKind={false}
      isRoot={today.data.parentId === null}
    />
  );
}
