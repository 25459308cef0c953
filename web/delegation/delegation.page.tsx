import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { reloadSession } from '../platform/session.ts';
import { Card, CardRow, Remark } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Loaded } from '../ui/record-page.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import type { Tone } from '../ui/tone.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { DelegateDrawer } from './delegate-drawer.tsx';

export type Delegations = ApiResponse<'GET /api/delegations'>;
type Delegation = Delegations['items'][number];

/** Handing one's own roles on for an absence, and what others have handed to me. */
export function DelegationPage() {
  const delegations = useApiQuery('GET /api/delegations', {});
  const [giving, setGiving] = useState(false);
  const own = delegations.data?.own ?? [];
  return (
    <>
      <PageHead
        title="Ủy quyền khi vắng mặt"
        subtitle="Giao vai trò của mình cho người khác làm thay trong một số ngày"
        crumbs={[{ label: 'Tài khoản của tôi', href: '/tai-khoan' }, { label: 'Ủy quyền' }]}
        actions={own.length > 0 && <Button onClick={() => setGiving(true)}>Ủy quyền</Button>}
      />
      <Loaded query={delegations}>
        {(data) => (
          <div className="k-stack">
            <Remark>
              Người được ủy quyền chỉ làm thay trong những ngày đã chọn, không ủy quyền tiếp được; việc họ làm
              ghi rõ “thay mặt” bạn. Bạn vẫn giữ nguyên quyền và thu lại lúc nào cũng được.
            </Remark>
            <Part
              title="Tôi ủy quyền cho người khác"
              items={data.items.filter((one) => one.direction === 'given')}
              none={
                data.own.length === 0
                  ? 'Bạn chưa giữ vai trò nào để ủy quyền.'
                  : 'Sắp đi học, đi công tác, nghỉ phép? Bấm “Ủy quyền” ở trên.'
              }
            />
            <Part
              title="Tôi được ủy quyền"
              items={data.items.filter((one) => one.direction === 'received')}
              none="Khi có người ủy quyền cho bạn, việc đó hiện ở đây và ở trang Việc của tôi."
            />
            {giving && <DelegateDrawer own={data.own} onClose={() => setGiving(false)} />}
          </div>
        )}
      </Loaded>
    </>
  );
}

const tones: Record<Delegation['standing'], { readonly tone: Tone; readonly words: string }> = {
  now: { tone: 'good', words: 'Đang hiệu lực' },
  future: { tone: 'info', words: 'Chưa đến ngày' },
  past: { tone: 'neutral', words: 'Đã hết' },
};

interface PartProps {
  readonly title: string;
  readonly items: readonly Delegation[];
  readonly none: string;
}

function Part({ title, items, none }: PartProps) {
  const [ending, setEnding] = useState<Delegation | null>(null);
  return (
    <Card title={title} flush>
      {items.length === 0 && <EmptyState title="Chưa có ủy quyền nào">{none}</EmptyState>}
      {items.map((one) => (
        <CardRow
          key={one.id}
          badge={<StateBadge tone={tones[one.standing].tone}>{tones[one.standing].words}</StateBadge>}
          title={`${one.direction === 'given' ? one.otherName : `Thay mặt ${one.otherName}`}, từ ${formatDay(one.beginsOn)} đến ${formatDay(one.endsOn)}`}
          detail={
            <>
              {one.grants.map((grant) => (
                <div key={grant.id}>
                  {grant.roleName} · {grant.unitName}
                </div>
              ))}
              <div>Lý do: {one.reason}</div>
              {one.endedAt !== null && one.endReason !== null && <div>Đã dừng: {one.endReason}</div>}
            </>
          }
          action={one.actions.map((action) => (
            <Button
              key={action.action}
              variant="default"
              aria-label={`${action.label}: ${one.otherName}`}
              onClick={() => setEnding(one)}
            >
              {action.label}
            </Button>
          ))}
        />
      ))}
      <EndDialog delegation={ending} onClose={() => setEnding(null)} />
    </Card>
  );
}

interface EndDialogProps {
  readonly delegation: Delegation | null;
  readonly onClose: () => void;
}

function EndDialog({ delegation, onClose }: EndDialogProps) {
  const end = useApiCommand('POST /api/delegations/:id/end', {
    onSuccess: async () => {
      notify('Đã kết thúc ủy quyền.');
      onClose();
      await reloadSession();
    },
  });
  const label = delegation?.actions[0]?.label ?? 'Kết thúc ủy quyền';
  return (
    <ReasonDialog
      opened={delegation !== null}
      title={label}
      confirmLabel={label}
      quickPhrases={['Đã trở lại làm việc.', 'Thay đổi kế hoạch.']}
      pending={end.pending}
      problem={end.problem}
      onConfirm={(reason) =>
        delegation !== null && end.run({ params: { id: delegation.id }, body: { reason } })
      }
      onClose={onClose}
    >
      Có hiệu lực ngay; việc đã làm thay vẫn giữ nguyên.
    </ReasonDialog>
  );
}
