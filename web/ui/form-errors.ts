import { useMemo, useRef } from 'react';
import type { RefusedField } from '../platform/problem-error.ts';
import type { FormLabels } from './form-context.ts';

/** Makes the fields of a form find their refusals, and the summary find their names. */
export function useFieldErrors(
  fields: readonly RefusedField[],
): FormLabels & { labelOf: (path: string) => string | undefined } {
  const labels = useRef(new Map<string, string>());
  return useMemo(() => {
    const messages = new Map(fields.map((field) => [field.path, field.message]));
    return {
      register: (path, label) => {
        labels.current.set(path, label);
        return () => labels.current.delete(path);
      },
      errorOf: (path) => messages.get(path),
      labelOf: (path) => labels.current.get(path),
    };
  }, [fields]);
}
