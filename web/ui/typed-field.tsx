import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type FieldProps, useField } from './form-context.ts';
import { moneyEcho, readTypedMoney, readTypedNumber, showNumber, type Typed } from './typed-value.ts';

interface TypedInputProps<T> extends FieldProps {
  readonly value: T | null;
  readonly onChange: (value: T | null) => void;
  readonly read: (text: string) => Typed<T>;
  readonly show: (value: T | null) => string;
  readonly inputMode?: 'numeric' | 'decimal' | 'text';
  readonly placeholder?: string;
  readonly rightSection?: ReactNode;
  readonly align?: 'right';
}

/**
 * A field whose text is read when one leaves it. While it is typed the text is the person's own; afterwards
 * it is shown in its proper form, or stays with the reason why it could not be read.
 */
export function TypedInput<T>(props: TypedInputProps<T>) {
  const {
    value,
    onChange,
    read,
    show,
    inputMode = 'decimal',
    placeholder,
    rightSection,
    align,
    ...rest
  } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const typed = draft === null ? null : read(draft);
  const [left, setLeft] = useState(false);
  // A value from elsewhere (the calendar, a draft read back) is worth more than text that cannot be read.
  if (typed !== null && typed.error !== null && value !== null) setDraft(null);
  const field = useField({ ...rest, error: left ? (typed?.error ?? rest.error) : rest.error });
  const change = (text: string) => {
    setDraft(text);
    setLeft(false);
    const next = read(text);
    if (next.error === null && next.value !== value) onChange(next.value);
    else if (next.error !== null && value !== null) onChange(null);
  };
  const leave = () => {
    setLeft(true);
    if (typed?.error === null) setDraft(null);
  };
  return (
    <TextInput
      {...field}
      value={draft ?? show(value)}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={leave}
      inputMode={inputMode}
      placeholder={placeholder}
      rightSection={rightSection}
      rightSectionPointerEvents="all"
      autoComplete="off"
      styles={align === undefined ? undefined : { input: { textAlign: align } }}
    />
  );
}

interface NumberFieldProps extends FieldProps {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly placeholder?: string;
}

/** A number the Vietnamese way: 1.234,5. */
export function NumberField(props: NumberFieldProps) {
  return <TypedInput {...props} read={readTypedNumber} show={showNumber} />;
}

/** An amount in đồng; `915 triệu` and `1,2 tỷ` are understood and shown in full below. */
export function MoneyField(props: NumberFieldProps) {
  const echo = moneyEcho(props.value);
  const hint = [props.hint, echo].filter((part) => part !== undefined).join(' ');
  return (
    <TypedInput
      placeholder="ví dụ: 915 triệu"
      {...props}
      {...(hint !== '' && { hint })}
      read={readTypedMoney}
      show={showNumber}
      inputMode="text"
    />
  );
}
