import { useNavigate, useParams } from '@tanstack/react-router';
import { useCallback } from 'react';

/** A parameter of the path, e.g. `usePathParam('id')` on `/mo-hinh/:id`. */
export function usePathParam(name: string): string {
  const params = useParams({ strict: false }) as Readonly<Record<string, string | undefined>>;
  const value = params[name];
  if (value === undefined) throw new Error(`This screen's path has no parameter "${name}"`);
  return value;
}

/** Goes to an address of our own (`/mo-hinh?state=submitted`). */
export function useGoTo(): (href: string, options?: { replace?: boolean }) => void {
  const navigate = useNavigate();
  return useCallback(
    (href, options) => {
      void navigate({ href, replace: options?.replace ?? false });
    },
    [navigate],
  );
}
