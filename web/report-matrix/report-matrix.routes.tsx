import { screens } from '../platform/routes.ts';

export const reportMatrixRoutes = screens([
  {
    path: '/bao-cao/theo-doi',
    permission: 'unit_report.read',
    load: () => import('./report-matrix.page.tsx').then((m) => m.ReportMatrixPage),
  },
]);
