import { useState } from 'react';
import { PasswordField } from './password-field.tsx';

/** A new password typed twice, and whether both are the same. */
export function useNewPassword() {
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [asked, setAsked] = useState(false);
  return {
    password,
    setPassword,
    repeated,
    setRepeated,
    mismatch: asked && password !== repeated,
    /** Asks before it is sent; shows what is wrong otherwise. */
    agrees: (): boolean => {
      setAsked(true);
      return password === repeated;
    },
    clear: (): void => {
      setPassword('');
      setRepeated('');
      setAsked(false);
    },
  };
}

interface NewPasswordFieldsProps {
  readonly draft: ReturnType<typeof useNewPassword>;
  /** The path by which the server's refusal finds the field. */
  readonly name: string;
  readonly autoFocus?: boolean;
}

export function NewPasswordFields({ draft, name, autoFocus = false }: NewPasswordFieldsProps) {
  return (
    <>
      <PasswordField
        name={name}
        label="Mật khẩu mới"
        hint="Ít nhất 10 ký tự; một câu dễ nhớ là tốt nhất."
        value={draft.password}
        onChange={draft.setPassword}
        autoComplete="new-password"
        autoFocus={autoFocus}
      />
      <PasswordField
        name="repeated"
        label="Nhập lại mật khẩu mới"
        value={draft.repeated}
        onChange={draft.setRepeated}
        error={draft.mismatch ? 'Hai lần nhập mật khẩu mới chưa giống nhau.' : undefined}
        autoComplete="new-password"
      />
    </>
  );
}
