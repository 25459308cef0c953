import { Button, Drawer } from '@mantine/core';
import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { ChoiceField } from '../ui/check-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { TextField } from '../ui/fields.tsx';
import { useFormState } from '../ui/form-state.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { GrantFields, useGrantDraft } from './grant-fields.tsx';
import { InvitationLink } from './sign-in-section.tsx';

/** A new account with its first role; its person sets the password by a link, or changes a first one. */
export function NewAccountDrawer({ onClose }: { readonly onClose: () => void }) {
  const form = useFormState({ username: '', displayName: '', password: '' });
  const [way, setWay] = useState<'link' | 'typed'>('link');
  const [created, setCreated] = useState<string | null>(null);
  const grant = useGrantDraft();
  const create = useApiCommand('POST /api/accounts', {
    onSuccess: ({ id }) => {
      if (way === 'link') return setCreated(id);
      notify(`Đã tạo tài khoản ${form.value.username}. Người dùng đổi mật khẩu khi đăng nhập lần đầu.`);
      onClose();
    },
  });
  if (created !== null) return <CreatedDrawer account={{ id: created, ...form.value }} onClose={onClose} />;
  const password = way === 'link' ? null : form.value.password;
  return (
    <DrawerForm
      opened
      title="Tạo tài khoản"
      submitLabel="Tạo tài khoản"
      onClose={onClose}
      pending={create.pending}
      problem={create.problem}
      onSubmit={() => create.run({ body: { ...form.value, password, grant: grant.body } })}
    >
      <TextField
        label="Tên hiển thị"
        hint="Ví dụ: Cán bộ phường Hương Xuân"
        required
        maxLength={120}
        {...form.bind('displayName')}
      />
      <TextField
        label="Tên đăng nhập"
        hint="Chữ không dấu, số, dấu . _ -"
        required
        maxLength={60}
        {...form.bind('username')}
      />
      <ChoiceField
        name="way"
        label="Mật khẩu đầu tiên"
        value={way}
        onChange={setWay}
        options={[
          { value: 'link', label: 'Người dùng tự đặt', hint: 'qua đường dẫn mời, dùng một lần' },
          { value: 'typed', label: 'Tôi đặt ngay', hint: 'người dùng đổi khi đăng nhập lần đầu' },
        ]}
      />
      {way === 'typed' && (
        <TextField
          label="Mật khẩu"
          hint="Đưa riêng cho người dùng; ít nhất 10 ký tự."
          required
          maxLength={200}
          autoComplete="new-password"
          {...form.bind('password')}
        />
      )}
      <GrantFields draft={grant} prefix="grant." />
    </DrawerForm>
  );
}

interface CreatedDrawerProps {
  readonly account: { readonly id: string; readonly username: string; readonly displayName: string };
  readonly onClose: () => void;
}

/** The account is there; now the link by which its person sets the password. */
function CreatedDrawer({ account, onClose }: CreatedDrawerProps) {
  const [made, setMade] = useState<{ token: string; expiresAt: string } | null>(null);
  const invite = useApiCommand('POST /api/accounts/:id/invitation', { onSuccess: setMade, invalidates: [] });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="34rem"
      title={`Đã tạo tài khoản ${account.username}`}
      closeOnClickOutside={false}
    >
      <div className="k-stack">
        <ProblemAlert problem={invite.problem} />
        {made === null ? (
          <>
            <p>
              {account.displayName} chưa có mật khẩu. Tạo đường dẫn mời để người dùng tự đặt; đường dẫn chỉ
              hiện một lần.
            </p>
            <div className="k-row">
              <Button loading={invite.pending} onClick={() => invite.run({ params: { id: account.id } })}>
                Tạo đường dẫn mời
              </Button>
              <Button variant="default" onClick={onClose}>
                Để sau
              </Button>
            </div>
          </>
        ) : (
          <>
            <InvitationLink
              account={account}
              link={`${window.location.origin}/moi/${made.token}`}
              expiresAt={made.expiresAt}
            />
            <div>
              <Button onClick={onClose}>Xong</Button>
            </div>
          </>
        )}
      </div>
    </Drawer>
  );
}
