import { screens } from '../platform/routes.ts';

export const consolidationRoutes = screens([
  {
    path: '/bao-cao/tong-hop/:id',
    permission: 'unit_report.read',
    load: () => import('./consolidated.page.tsx').then((m) => m.ConsolidatedPage),
  },
  {
    path: '/quan-tri/mau-bao-cao',
    permission: 'report_form.manage',
    load: () => import('./template-list.page.tsx').then((m) => m.TemplateListPage),
  },
]);
