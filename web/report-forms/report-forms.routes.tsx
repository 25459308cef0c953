import { screens } from '../platform/routes.ts';

export const reportFormRoutes = screens([
  {
    path: '/quan-tri/bieu-bao-cao',
    permission: 'report_form.manage',
    load: () => import('./form-list.page.tsx').then((m) => m.FormListPage),
  },
  {
    path: '/quan-tri/bieu-bao-cao/:id',
    permission: 'unit_report.read',
    load: () => import('./form.page.tsx').then((m) => m.FormPage),
  },
  {
    path: '/quan-tri/bieu-bao-cao/:id/sua',
    permission: 'report_form.manage',
    load: () => import('./form-editor.page.tsx').then((m) => m.FormEditorPage),
  },
  {
    path: '/quan-tri/ngay-nghi',
    permission: 'unit_report.read',
    load: () => import('./holidays.page.tsx').then((m) => m.HolidaysPage),
  },
]);
