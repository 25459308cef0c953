import { screens } from '../platform/routes.ts';

export const administrationRoutes = screens([
  {
    path: '/quan-tri',
    permission: ['account.manage', 'audit.read', 'report_form.manage'],
    load: () => import('./administration.page.tsx').then((m) => m.AdministrationPage),
  },
  {
    path: '/quan-tri/tai-khoan',
    permission: 'account.manage',
    load: () => import('./accounts.page.tsx').then((m) => m.AccountsPage),
  },
  {
    path: '/quan-tri/tai-khoan/nhap-danh-sach',
    permission: 'account.manage',
    load: () => import('./account-import.page.tsx').then((m) => m.AccountImportPage),
  },
  {
    path: '/quan-tri/phan-quyen',
    permission: 'audit.read',
    load: () => import('./role-matrix.page.tsx').then((m) => m.RoleMatrixPage),
  },
  {
    path: '/quan-tri/nhat-ky',
    permission: 'audit.read',
    load: () => import('./audit.page.tsx').then((m) => m.AuditPage),
  },
]);
