import { Checkbox } from '@mantine/core';
import styles from './choice-field.module.css';
import { type FieldProps, fieldId, useField } from './form-context.ts';
import type { Choice } from './fields.tsx';

interface CheckFieldProps extends FieldProps {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

/** Yes or no. */
export function CheckField({ value, onChange, ...rest }: CheckFieldProps) {
  const { withAsterisk: _mark, ...field } = useField(rest);
  return <Checkbox {...field} checked={value} onChange={(event) => onChange(event.currentTarget.checked)} />;
}

interface ChoiceFieldProps<V extends string> extends FieldProps {
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly options: readonly (Choice<V> & { readonly hint?: string })[];
}

/** One of two to five, all in sight, each with a word of explanation. */
export function ChoiceField<V extends string>({ value, onChange, options, ...rest }: ChoiceFieldProps<V>) {
  const field = useField(rest);
  const errorId = `${field.id}-error`;
  return (
    <fieldset className={styles.set} aria-describedby={field.error ? errorId : undefined}>
      <legend>
        {field.label}
        {field.withAsterisk && <span className={styles.mark}> *</span>}
      </legend>
      {field.description !== undefined && <p className="k-small">{field.description}</p>}
      {field.error !== undefined && (
        <p id={errorId} className={styles.error}>
          {field.error}
        </p>
      )}
      <div className={styles.choices}>
        {options.map((option, index) => (
          <label key={option.value} className={styles.choice}>
            <input
              id={index === 0 ? field.id : fieldId(`${rest.name}-${option.value}`)}
              type="radio"
              name={rest.name}
              checked={value === option.value}
              disabled={field.disabled || (option.disabled ?? false)}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint !== undefined && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
