import { createContext, useContext, useEffect } from 'react';

/** Which label belongs to which field, so that the summary at the top of a form can name it. */
export interface FormLabels {
  readonly register: (path: string, label: string) => () => void;
  readonly errorOf: (path: string) => string | undefined;
  readonly labelOf?: (path: string) => string | undefined;
}

export const FormContext = createContext<FormLabels | null>(null);

export function fieldId(name: string): string {
  return `o-${name.replaceAll(/[^\w-]/g, '-')}`;
}

export interface FieldProps {
  /** The path in what is sent (`place.text`): refusals find the field by it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** Marked; the server decides. */
  readonly required?: boolean;
  readonly disabled?: boolean;
}

/** What every field has in common: its id, its error (its own or the form's), its registration. */
export function useField({ name, label, hint, error, required, disabled }: FieldProps) {
  const form = useContext(FormContext);
  const register = form?.register;
  useEffect(() => register?.(name, label), [register, name, label]);
  return {
    id: fieldId(name),
    name,
    label,
    description: hint,
    error: error ?? form?.errorOf(name),
    withAsterisk: required ?? false,
    'aria-required': required ?? undefined,
    disabled: disabled ?? false,
  };
}
