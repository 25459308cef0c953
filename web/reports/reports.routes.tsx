import { screens } from '../platform/routes.ts';

export const reportRoutes = screens([
  {
    path: '/bao-cao',
    permission: ['unit_report.read', 'unit_report.write'],
    load: () => import('./report-list.page.tsx').then((m) => m.ReportListPage),
  },
  {
    path: '/bao-cao/:id',
    permission: ['unit_report.read', 'unit_report.write'],
    load: () => import('./report.page.tsx').then((m) => m.ReportPage),
  },
]);
