import { CloseButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { memo, useState } from 'react';
import { useApiQuery } from '../../platform/api-hooks.ts';
import { usePermission } from '../../platform/session.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { RemotePicker } from '../../ui/remote-picker.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import { type Duty, dutyWords } from '../plan-words.ts';
import styles from './editor.module.css';
import type { PlanDraft, SetPlan } from './plan-draft.ts';
import { RowList } from '../../ui/row-list.tsx';

type Member = PlanDraft['members'][number];

const dutyOptions = (Object.keys(dutyWords) as Duty[]).map((value) => ({ value, label: dutyWords[value] }));

interface MembersProps {
  readonly members: PlanDraft['members'];
  readonly ownerUnitId: string;
  /** Short names of the units in the owner's area. */
  readonly unitNames: ReadonlyMap<string, string>;
  readonly setPlan: SetPlan;
}

/** The steering committee: offices, never private persons' data, each with the area in its charge. */
export const MemberFields = memo(function MemberFields(props: MembersProps) {
  return (
    <RowList<Member>
      noun="thành viên"
      rows={props.members}
      onChange={(rows) => props.setPlan('members', [...rows])}
      none="Chưa có thành viên nào."
      make={() => ({ post: '', duty: 'member', accountId: null, areaUnitIds: [] })}
    >
      {(member, change, index) => (
        <>
          <div className={styles.post}>
            <TextField
              name={`plan.members.${index}.post`}
              label="Chức vụ"
              maxLength={200}
              placeholder="Ví dụ: Phó Chủ tịch Ủy ban nhân dân"
              value={member.post}
              onChange={(post) => change({ post })}
            />
            <SelectField
              name={`plan.members.${index}.duty`}
              label="Nhiệm vụ trong ban"
              value={member.duty}
              none={null}
              onChange={(duty) => duty !== null && change({ duty })}
              options={dutyOptions}
            />
          </div>
          <Areas
            index={index}
            member={member}
            ownerUnitId={props.ownerUnitId}
            unitNames={props.unitNames}
            onChange={(areaUnitIds) => change({ areaUnitIds })}
          />
          <AccountPicker
            index={index}
            value={member.accountId}
            onChange={(accountId) => change({ accountId })}
          />
        </>
      )}
    </RowList>
  );
});

interface AreasProps {
  readonly index: number;
  readonly member: Member;
  readonly ownerUnitId: string;
  readonly unitNames: ReadonlyMap<string, string>;
  readonly onChange: (ids: string[]) => void;
}

function Areas({ index, member, ownerUnitId, unitNames, onChange }: AreasProps) {
  const [added, setAdded] = useState<ReadonlyMap<string, string>>(new Map());
  const ids = member.areaUnitIds;
  return (
    <div className={styles.areas}>
      <UnitPicker
        name={`plan.members.${index}.areaUnitIds`}
        label="Địa bàn phụ trách"
        hint="Chọn từng đơn vị; để trống nếu phụ trách chung."
        within={ownerUnitId}
        value={null}
        onChange={(unit) => {
          if (unit === null || ids.includes(unit.id)) return;
          setAdded(new Map([...added, [unit.id, unit.shortName]]));
          onChange([...ids, unit.id]);
        }}
      />
      {ids.length > 0 && (
        <ul className={styles.chips} aria-label={`Địa bàn của thành viên ${index + 1}`}>
          {ids.map((id) => {
            const name = unitNames.get(id) ?? added.get(id) ?? 'Đơn vị';
            return (
              <li key={id}>
                {name}
                <CloseButton
                  size="sm"
                  aria-label={`Bỏ địa bàn ${name}`}
                  onClick={() => onChange(ids.filter((other) => other !== id))}
                />
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

interface AccountPickerProps {
  readonly index: number;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

/** Which account this member signs in with; only those who look after accounts can see their list. */
function AccountPicker(props: AccountPickerProps) {
  return usePermission('account.manage') ? <KnownAccount {...props} /> : null;
}

function KnownAccount({ index, value, onChange }: AccountPickerProps) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 200);
  const accounts = useApiQuery(
    'GET /api/accounts',
    { query: { size: 50, ...(asked !== '' && { q: asked }) } },
    { keepPrevious: true, staleTime: 60_000 },
  );
  const chosen = accounts.data?.items.find((one) => one.id === value) ?? null;
  return (
    <RemotePicker
      name={`plan.members.${index}.accountId`}
      label="Tài khoản (không bắt buộc)"
      value={chosen}
      onChange={(account) => onChange(account?.id ?? null)}
      text={text}
      onTextChange={setText}
      items={accounts.data?.items}
      loading={accounts.refreshing && text !== ''}
      itemId={(account) => account.id}
      itemLabel={(account) => account.displayName}
      itemDetail={(account) => account.username}
      placeholder="Gõ tên tài khoản"
    />
  );
}
