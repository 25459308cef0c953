import { screens } from '../platform/routes.ts';

export const profileRoutes = screens([
  {
    path: '/to-chuc/:id/dac-diem-tinh-hinh',
    permission: 'unit_report.read',
    load: () => import('./profile.page.tsx').then((m) => m.ProfilePage),
  },
]);
