import { Button, NativeSelect } from '@mantine/core';
import { useApiQuery } from '../../platform/api-hooks.ts';
import { CheckField, ChoiceField } from '../../ui/check-field.tsx';
import { TextField } from '../../ui/fields.tsx';
import { FormSection } from '../../ui/form-page.tsx';
import { useField } from '../../ui/form-context.ts';
import { splitRules, splitRuleWords } from '#domain/organisations/reorganisation.ts';
import { type ActDraft, emptyTarget, type TargetDraft, targetName } from './act-draft.ts';
import styles from './arrange.module.css';
import { TargetFields } from './target-fields.tsx';
import type { ActDraftState } from './use-act-draft.ts';

/** Step 3: what goes where. */
export function WhereStep({ state }: { readonly state: ActDraftState }) {
  const { draft, change } = state;
  return (
    <>
      {draft.kind === 'merge' ? (
        <FormSection title="Nhập về đâu">
          <TargetFields
            path="into"
            value={draft.targets[0] ?? emptyTarget}
            onChange={(target) => change({ targets: [target] })}
          />
        </FormSection>
      ) : (
        <SplitFields state={state} />
      )}
      <FormSection title="Quyền của cán bộ">
        <CheckField
          name="moveGrants"
          label="Cán bộ đang giữ vai trò ở đơn vị kết thúc tiếp tục giữ vai trò đó ở đơn vị nhận từ ngày này"
          value={draft.moveGrants}
          onChange={(moveGrants) => change({ moveGrants })}
        />
      </FormSection>
    </>
  );
}

const MOST_TARGETS = 12;

function SplitFields({ state }: { readonly state: ActDraftState }) {
  const { draft, change } = state;
  const setTarget = (at: number, target: TargetDraft) =>
    change({ targets: draft.targets.map((one, index) => (index === at ? target : one)) });
  return (
    <>
      {draft.targets.map((target, at) => (
        // Targets have no name of their own before they are filled in; their place is what the rest refers to.
        // oxlint-disable-next-line react/no-array-index-key
        <FormSection key={at} title={targetName(target, at)}>
          <TargetFields path={`into.${at}`} value={target} onChange={(next) => setTarget(at, next)} />
          {draft.rule === 'share' && (
            <TextField
              name={`shares.${at}`}
              label="Tỷ lệ theo quyết định (%)"
              hint="Ví dụ: 60 hoặc 37,5; các tỷ lệ cộng lại 100"
              required
              value={target.share}
              onChange={(share) => setTarget(at, { ...target, share })}
            />
          )}
          {draft.targets.length > 2 && at === draft.targets.length - 1 && (
            <div>
              <Button variant="default" onClick={() => change(withoutTarget(draft, at))}>
                Bỏ đơn vị nhận này
              </Button>
            </div>
          )}
        </FormSection>
      ))}
      {draft.targets.length < MOST_TARGETS && (
        <div>
          <Button
            variant="default"
            onClick={() => change({ targets: [...draft.targets, inheriting(draft.targets[0])] })}
          >
            Thêm đơn vị nhận
          </Button>
        </div>
      )}
      <FormSection title="Chia theo cách nào">
        <ChoiceField
          name="rule"
          label="Cách chia mô hình, số liệu cũ"
          value={draft.rule}
          onChange={(rule) => change({ rule })}
          options={splitRules.map((value) => ({
            value,
            label: splitRuleWords[value].name,
            hint: splitRuleWords[value].help,
          }))}
        />
      </FormSection>
      <ChildrenFields state={state} />
    </>
  );
}

/** The next successor mostly is of the same kind, under the same unit. */
function inheriting(first: TargetDraft | undefined): TargetDraft {
  if (first === undefined) return emptyTarget;
  return {
    ...emptyTarget,
    found: { ...emptyTarget.found, kind: first.found.kind, parent: first.found.parent },
  };
}

function withoutTarget(draft: ActDraft, at: number): Partial<ActDraft> {
  const keep = <T extends number | null>(places: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(places).filter(([, to]) => to !== at)) as Record<string, T>;
  return {
    targets: draft.targets.filter((_, index) => index !== at),
    children: keep(draft.children),
    practices: keep(draft.practices),
  };
}

function ChildrenFields({ state }: { readonly state: ActDraftState }) {
  const { draft, change } = state;
  const children = useChildren(draft);
  const field = useField({ name: 'children', label: 'Đơn vị trực thuộc' });
  const targets = draft.targets.map((target, at) => ({ value: String(at), label: targetName(target, at) }));
  const options = [{ value: '', label: 'Chọn nơi nhận…' }, ...targets];
  const place = (ids: readonly string[], to: string) => {
    const rest = Object.entries(draft.children).filter(([id]) => !ids.includes(id));
    const added = to === '' ? [] : ids.map((id) => [id, Number(to)] as const);
    change({ children: Object.fromEntries([...rest, ...added]) });
  };
  if (children === undefined) return null;
  const open = children.filter((child) => draft.children[child.id] === undefined);
  return (
    <FormSection
      title="Thôn, tổ dân phố và đơn vị trực thuộc"
      hint={
        children.length === 0
          ? 'Đơn vị này không có đơn vị trực thuộc.'
          : 'Mỗi đơn vị chuyển cả cấp dưới của mình về đơn vị nhận.'
      }
    >
      {children.length > 0 && (
        <div className={styles.places} id={field.id} tabIndex={-1}>
          {field.error !== undefined && <p className={styles.error}>{field.error}</p>}
          {open.length > 1 && (
            <div className={styles.rest}>
              <NativeSelect
                label={`Tất cả ${open.length} đơn vị chưa chọn về`}
                value=""
                data={options}
                onChange={(event) =>
                  place(
                    open.map((child) => child.id),
                    event.currentTarget.value,
                  )
                }
              />
            </div>
          )}
          {children.map((child) => (
            <NativeSelect
              key={child.id}
              label={child.name}
              value={String(draft.children[child.id] ?? '')}
              data={options}
              onChange={(event) => place([child.id], event.currentTarget.value)}
            />
          ))}
        </div>
      )}
    </FormSection>
  );
}

/** What stands directly below the unit to be split. */
export function useChildren(draft: ActDraft) {
  const [unit] = draft.units;
  const below = useApiQuery(
    'GET /api/units',
    { query: { under: unit?.id ?? 'top', limit: 500 } },
    { enabled: draft.kind === 'split' && unit !== undefined },
  );
  return below.data?.items;
}
