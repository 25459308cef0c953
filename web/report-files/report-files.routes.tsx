import { screens } from '../platform/routes.ts';

export const reportFilesRoutes = screens([
  {
    path: '/bao-cao/tep',
    permission: 'unit_report.read',
    load: () => import('./report-files.page.tsx').then((m) => m.ReportFilesPage),
  },
]);
