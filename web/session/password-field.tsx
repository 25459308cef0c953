import { PasswordInput } from '@mantine/core';
import { type FieldProps, useField } from '../ui/form-context.ts';

interface PasswordFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly autoFocus?: boolean;
}

/** A password; it can be shown, because input methods for Vietnamese change letters unseen. */
export function PasswordField({
  value,
  onChange,
  autoComplete,
  autoFocus = false,
  ...rest
}: PasswordFieldProps) {
  const field = useField(rest);
  return (
    <PasswordInput
      {...field}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete={autoComplete}
      autoFocus={autoFocus}
      visibilityToggleButtonProps={{ 'aria-label': 'Hiện hoặc ẩn mật khẩu', tabIndex: 0 }}
    />
  );
}
