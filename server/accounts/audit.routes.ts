import { auditApi } from '#contract/audit.ts';
import { routes } from '#server/platform/http/routes.ts';
import { verifyAudit } from './audit-verification.reads.ts';
import { exportAudit, listAudit } from './audit.reads.ts';
import { exportRoleMatrix, readRoleMatrix } from './role-matrix.reads.ts';

export const auditRoutes = routes(auditApi, {
  'GET /api/audit': ({ query, ...read }) => listAudit(read, query),
  'GET /api/audit.xlsx': ({ query, ...read }) => exportAudit(read, query),
  'GET /api/audit/verification': ({ db, marks, now }) => verifyAudit({ db, marks, now }),
  'GET /api/role-matrix': ({ query, ...read }) => readRoleMatrix(read, query),
  'GET /api/role-matrix.xlsx': ({ query, ...read }) => exportRoleMatrix(read, query),
});
