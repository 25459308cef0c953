import { screens } from '../platform/routes.ts';

export const reportTotalsRoutes = screens([
  {
    path: '/bao-cao/tong-hop',
    permission: 'unit_report.read',
    load: () => import('./report-totals.page.tsx').then((m) => m.ReportTotalsPage),
  },
]);
