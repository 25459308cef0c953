import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FieldProps, useField } from './form-context.ts';

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly autoComplete?: string;
  readonly autoFocus?: boolean;
  readonly onBlur?: () => void;
}

/** One line of text. Nothing is changed while it is typed: Unikey and Telex rewrite letters as one goes. */
export function TextField({ value, onChange, maxLength, onBlur, placeholder, ...rest }: TextFieldProps) {
  const field = useField(rest);
  const near = maxLength !== undefined && value.length > maxLength * 0.8;
  return (
    <TextInput
      {...field}
      value={value}
      placeholder={placeholder}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onBlur}
      autoComplete={rest.autoComplete ?? 'off'}
      autoFocus={rest.autoFocus ?? false}
      // A dialog puts the focus where this says, else on the button that closes it.
      data-autofocus={rest.autoFocus || undefined}
      description={near ? lengthHint(field.description, value.length, maxLength) : field.description}
    />
  );
}

interface TextAreaFieldProps extends Omit<TextFieldProps, 'autoComplete'> {
  readonly rows?: number;
}

/** Text of several lines; grows as it is written. */
export function TextAreaField({ value, onChange, maxLength, rows = 3, ...rest }: TextAreaFieldProps) {
  const field = useField(rest);
  const near = maxLength !== undefined && value.length > maxLength * 0.8;
  return (
    <Textarea
      {...field}
      value={value}
      placeholder={rest.placeholder}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={rest.onBlur}
      autoFocus={rest.autoFocus ?? false}
      data-autofocus={rest.autoFocus || undefined}
      autosize
      minRows={rows}
      maxRows={16}
      description={near ? lengthHint(field.description, value.length, maxLength) : field.description}
    />
  );
}

function lengthHint(hint: string | undefined, length: number, most: number): string {
  const count = `${length}/${most} ký tự`;
  return hint === undefined ? count : `${hint} · ${count}`;
}

export interface Choice<V extends string = string> {
  readonly value: V;
  readonly label: string;
  readonly disabled?: boolean;
}

interface SelectFieldProps<V extends string> extends FieldProps {
  readonly value: V | null;
  readonly onChange: (value: V | null) => void;
  readonly options: readonly Choice<V>[];
  /** The words of "nothing chosen"; null when something is always chosen. */
  readonly none?: string | null;
}

/** One of a few. The browser's own list: it works with every keyboard, screen reader and phone. */
export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const { value, onChange, options, none = 'Chọn…', ...rest } = props;
  const field = useField(rest);
  const choices = options.map((option) => ({ ...option }));
  return (
    <NativeSelect
      {...field}
      value={value ?? ''}
      data={none === null ? choices : [{ value: '', label: none }, ...choices]}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.currentTarget.value);
        onChange(chosen?.value ?? null);
      }}
    />
  );
}
