import { TextInput } from '@mantine/core';
import { type FieldProps, useField } from '../ui/form-context.ts';

interface CodeFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean;
  /** Recovery codes have letters too. */
  readonly digitsOnly?: boolean;
}

/** A one-time code: telephones offer the one they just received, and show their number keys. */
export function CodeField({
  value,
  onChange,
  autoFocus = false,
  digitsOnly = true,
  ...rest
}: CodeFieldProps) {
  const field = useField(rest);
  return (
    <TextInput
      {...field}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      inputMode={digitsOnly ? 'numeric' : 'text'}
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      autoFocus={autoFocus}
      maxLength={20}
      styles={{ input: { letterSpacing: '0.15em', fontVariantNumeric: 'tabular-nums' } }}
    />
  );
}
