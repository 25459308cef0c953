import { useCallback, useState } from 'react';

/** What is typed in a form, and whether it differs from what was last kept. */
export function useFormState<T extends object>(initial: T) {
  const [value, setValue] = useState(initial);
  const [kept, setKept] = useState(() => JSON.stringify(initial));
  const set = useCallback(<K extends keyof T>(key: K, next: T[K]) => {
    setValue((before) => ({ ...before, [key]: next }));
  }, []);
  /** For the fields: `<TextField label="Tên" {...form.bind('name')} />`. */
  const bind = <K extends keyof T & string>(key: K) => ({
    name: key,
    value: value[key],
    onChange: (next: T[K]) => set(key, next),
  });
  const markKept = useCallback((what: T) => setKept(JSON.stringify(what)), []);
  return { value, set, bind, replace: setValue, markKept, dirty: JSON.stringify(value) !== kept };
}
