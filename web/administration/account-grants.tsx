import { Button } from '@mantine/core';
import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import type { Account } from './account-state.tsx';
import styles from './administration.module.css';
import { GrantFields, useGrantDraft } from './grant-fields.tsx';

type Grant = Account['grants'][number];
type Delegation = Account['delegations'][number];

interface AccountProps {
  readonly account: Account;
}

/** The roles of an account: what works now, what comes, and folded away what is over. */
export function AccountGrants({ account }: AccountProps) {
  const [ending, setEnding] = useState<Grant | null>(null);
  const [stopping, setStopping] = useState<Delegation | null>(null);
  const of = (standing: Grant['standing']) => account.grants.filter((grant) => grant.standing === standing);
  const past = of('past');
  const working = account.delegations.filter((one) => one.standing !== 'past');
  return (
    <section className={styles.section}>
      <h3>Quyền</h3>
      {of('now').length === 0 && <p className="k-small">Hôm nay không có quyền nào hiệu lực.</p>}
      <GrantLines grants={of('now')} label="Quyền đang hiệu lực" onEnd={setEnding} />
      {of('future').length > 0 && (
        <>
          <h4>Chưa đến ngày</h4>
          <GrantLines grants={of('future')} label="Quyền chưa đến ngày" onEnd={setEnding} />
        </>
      )}
      {working.length > 0 && (
        <>
          <h4>Ủy quyền khi vắng mặt</h4>
          <ul className={styles.grants} aria-label="Ủy quyền">
            {working.map((one) => (
              <li key={one.id}>
                <div>
                  <b>
                    {one.direction === 'given' ? `Giao cho ${one.otherName}` : `Thay mặt ${one.otherName}`}
                  </b>
                  <div>{one.roles.join(', ')}</div>
                  <div className="k-small">
                    từ {formatDay(one.beginsOn)} đến {formatDay(one.endsOn)}
                  </div>
                </div>
                <Button
                  variant="default"
                  aria-label={`Dừng ủy quyền với ${one.otherName}`}
                  onClick={() => setStopping(one)}
                >
                  Dừng
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {past.length > 0 && (
        <details className={styles.past}>
          <summary>Quyền đã hết ({past.length})</summary>
          <GrantLines grants={past} label="Quyền đã hết" />
        </details>
      )}
      <EndGrantDialog grant={ending} account={account} onClose={() => setEnding(null)} />
      <StopDelegationDialog delegation={stopping} onClose={() => setStopping(null)} />
    </section>
  );
}

interface GrantLinesProps {
  readonly grants: readonly Grant[];
  readonly label: string;
  readonly onEnd?: (grant: Grant) => void;
}

function GrantLines({ grants, label, onEnd }: GrantLinesProps) {
  if (grants.length === 0) return null;
  return (
    <ul className={styles.grants} aria-label={label}>
      {grants.map((grant) => (
        <li key={grant.id}>
          <div>
            <b>{grant.roleName}</b>
            <div>{grant.unit.name}</div>
            <div className="k-small">
              từ {formatDay(grant.beginsOn)}
              {grant.endsOn !== null && ` đến ${formatDay(grant.endsOn)}`}
              {grant.coversSubtree ? ' · gồm đơn vị trực thuộc' : ' · chỉ đơn vị này'}
              {grant.grantedBy !== null && ` · ${grant.grantedBy} giao`}
            </div>
            {grant.endReason !== null && <div className="k-small">Lý do thu: {grant.endReason}</div>}
          </div>
          {onEnd ? (
            <Button
              variant="default"
              aria-label={`Thu quyền ${grant.roleName} tại ${grant.unit.name}`}
              onClick={() => onEnd(grant)}
            >
              Thu quyền
            </Button>
          ) : (
            <StateBadge tone="neutral">Đã hết</StateBadge>
          )}
        </li>
      ))}
    </ul>
  );
}

/** One more role for an account. */
export function GrantDrawer({ account, onClose }: AccountProps & { readonly onClose: () => void }) {
  const draft = useGrantDraft();
  const give = useApiCommand('POST /api/accounts/:id/grants', {
    onSuccess: () => {
      notify('Đã giao quyền.');
      onClose();
    },
  });
  return (
    <DrawerForm
      opened
      title={`Giao quyền: ${account.displayName}`}
      submitLabel="Giao quyền"
      onClose={onClose}
      pending={give.pending}
      problem={give.problem}
      onSubmit={() => give.run({ params: { id: account.id }, body: draft.body })}
    >
      <GrantFields draft={draft} />
    </DrawerForm>
  );
}

interface EndGrantDialogProps extends AccountProps {
  readonly grant: Grant | null;
  readonly onClose: () => void;
}

function EndGrantDialog({ grant, account, onClose }: EndGrantDialogProps) {
  const end = useApiCommand('POST /api/grants/:id/end', {
    onSuccess: () => {
      notify('Đã thu quyền.');
      onClose();
    },
  });
  return (
    <ReasonDialog
      opened={grant !== null}
      title="Thu quyền"
      confirmLabel="Thu quyền"
      danger
      quickPhrases={['Đã chuyển công tác.', 'Thay đổi phân công.']}
      pending={end.pending}
      problem={end.problem}
      onConfirm={(reason) => grant !== null && end.run({ params: { id: grant.id }, body: { reason } })}
      onClose={onClose}
    >
      {grant !== null && (
        <>
          {account.displayName} thôi vai trò <b>{grant.roleName}</b> tại {grant.unit.name}; có hiệu lực ngay,
          cả với người đang được ủy quyền vai trò này.
        </>
      )}
    </ReasonDialog>
  );
}

interface StopDelegationProps {
  readonly delegation: Delegation | null;
  readonly onClose: () => void;
}

function StopDelegationDialog({ delegation, onClose }: StopDelegationProps) {
  const stop = useApiCommand('POST /api/delegations/:id/end', {
    onSuccess: () => {
      notify('Đã dừng ủy quyền.');
      onClose();
    },
  });
  return (
    <ReasonDialog
      opened={delegation !== null}
      title="Dừng ủy quyền"
      confirmLabel="Dừng ủy quyền"
      danger
      quickPhrases={['Người vắng mặt đã trở lại.', 'Thay đổi phân công.']}
      pending={stop.pending}
      problem={stop.problem}
      onConfirm={(reason) =>
        delegation !== null && stop.run({ params: { id: delegation.id }, body: { reason } })
      }
      onClose={onClose}
    >
      Người được ủy quyền thôi làm thay ngay; việc đã làm vẫn giữ nguyên.
    </ReasonDialog>
  );
}
