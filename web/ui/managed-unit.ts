import { useSession } from '../platform/session.ts';
import { permissionsOfRole } from '#domain/access/permissions.ts';

/** The unit in whose name the person manages forms. */
export function useManagedUnit() {
  const { grants } = useSession();
  return grants.find((grant) => permissionsOfRole[grant.role].includes('report_form.manage')) ?? null;
}
