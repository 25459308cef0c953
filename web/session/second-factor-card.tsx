import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { formatInstantDay } from '../platform/time.ts';
import { Card, Remark } from '../ui/card.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { PasswordField } from './password-field.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SecondFactorSetup } from './second-factor-setup.tsx';

type Own = ApiResponse<'GET /api/session/sessions'>;
type Showing = 'setup' | 'renew' | 'remove' | { readonly codes: readonly string[] } | null;

/** One-time codes: on or off, new recovery codes, another telephone. */
export function SecondFactorCard({ own }: { readonly own: Own }) {
  const [showing, setShowing] = useState<Showing>(null);
  const close = () => setShowing(null);
  const { secondFactor } = own;
  const on = secondFactor.since !== null;
  if (showing === 'setup')
    return (
      <Card title="Thiết lập xác thực hai lớp">
        <SecondFactorSetup askPassword={!own.confirmed} onDone={close} onCancel={close} />
      </Card>
    );
  if (showing !== null && typeof showing === 'object')
    return (
      <Card title="Mã dự phòng mới">
        <RecoveryCodes codes={showing.codes} onDone={close} />
      </Card>
    );
  return (
    <Card
      title="Xác thực hai lớp"
      aside={
        on ? <StateBadge tone="good">Đang bật</StateBadge> : <StateBadge tone="neutral">Chưa bật</StateBadge>
      }
    >
      <div className="k-stack">
        {on ? <WhenOn factor={secondFactor} /> : <WhenOff />}
        {!own.confirmed && !own.hasPassword && (
          <Remark>
            Tài khoản chưa có mật khẩu để xác nhận. Đăng xuất, đăng nhập lại qua cổng của cơ quan rồi làm
            trong mười phút đầu.
          </Remark>
        )}
        <div className="k-row k-no-print">
          {on ? (
            <>
              <Button variant="default" onClick={() => setShowing('renew')}>
                Tạo mã dự phòng mới
              </Button>
              <Button variant="default" onClick={() => setShowing('setup')}>
                Đổi điện thoại
              </Button>
              {!secondFactor.required && (
                <Button variant="outline" onClick={() => setShowing('remove')}>
                  Tắt
                </Button>
              )}
            </>
          ) : (
            <Button onClick={() => setShowing('setup')}>Bật xác thực hai lớp</Button>
          )}
        </div>
      </div>
      {showing === 'renew' && (
        <RenewDrawer confirmed={own.confirmed} onClose={close} onCodes={(codes) => setShowing({ codes })} />
      )}
      {showing === 'remove' && <RemoveDrawer confirmed={own.confirmed} onClose={close} />}
    </Card>
  );
}

function WhenOn({ factor }: { readonly factor: Own['secondFactor'] }) {
  return (
    <>
      <p>
        Đăng nhập ở máy lạ cần mật khẩu và mã trên điện thoại. Bật từ ngày{' '}
        {formatInstantDay(factor.since ?? '')}
        {factor.required && '; vai trò của bạn bắt buộc dùng'}.
      </p>
      {factor.recoveryCodesLeft < 4 ? (
        <Remark>
          Chỉ còn {factor.recoveryCodesLeft} mã dự phòng. Hãy tạo mã mới và in ra, phòng khi mất điện thoại.
        </Remark>
      ) : (
        <p className="k-small">Còn {factor.recoveryCodesLeft} mã dự phòng chưa dùng.</p>
      )}
    </>
  );
}

function WhenOff() {
  return (
    <p>
      Ngoài mật khẩu, đăng nhập ở máy lạ sẽ hỏi thêm mã sáu số trên điện thoại của bạn. Lộ mật khẩu thì người
      khác vẫn không vào được.
    </p>
  );
}

interface OwnPasswordProps {
  readonly confirmed: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function OwnPassword({ confirmed, value, onChange }: OwnPasswordProps) {
  if (confirmed) return null;
  return (
    <PasswordField
      name="currentPassword"
      label="Mật khẩu hiện tại"
      value={value}
      onChange={onChange}
      autoComplete="current-password"
      required
    />
  );
}

interface DrawerProps {
  readonly confirmed: boolean;
  readonly onClose: () => void;
}

function RenewDrawer({
  confirmed,
  onClose,
  onCodes,
}: DrawerProps & { readonly onCodes: (codes: readonly string[]) => void }) {
  const [password, setPassword] = useState('');
  const renew = useApiCommand('POST /api/session/second-factor/recovery-codes', {
    onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes),
    invalidates: ['GET /api/session/sessions'],
  });
  return (
    <DrawerForm
      opened
      title="Tạo mã dự phòng mới"
      submitLabel="Tạo mã mới"
      onClose={onClose}
      pending={renew.pending}
      problem={renew.problem}
      onSubmit={() => renew.run({ body: confirmed ? {} : { currentPassword: password } })}
    >
      <p>Mười mã cũ thôi hiệu lực ngay khi có mã mới.</p>
      <OwnPassword confirmed={confirmed} value={password} onChange={setPassword} />
    </DrawerForm>
  );
}

function RemoveDrawer({ confirmed, onClose }: DrawerProps) {
  const [password, setPassword] = useState('');
  const remove = useApiCommand('POST /api/session/second-factor/removal', {
    onSuccess: () => {
      notify('Đã tắt xác thực hai lớp. Các phiên đăng nhập khác của bạn đã kết thúc.');
      onClose();
    },
    invalidates: ['GET /api/session/sessions'],
  });
  return (
    <DrawerForm
      opened
      title="Tắt xác thực hai lớp"
      submitLabel="Tắt xác thực hai lớp"
      onClose={onClose}
      pending={remove.pending}
      problem={remove.problem}
      onSubmit={() => remove.run({ body: confirmed ? {} : { currentPassword: password } })}
    >
      <p>Từ nay đăng nhập chỉ cần mật khẩu. Các phiên đăng nhập khác kết thúc ngay.</p>
      <OwnPassword confirmed={confirmed} value={password} onChange={setPassword} />
    </DrawerForm>
  );
}
