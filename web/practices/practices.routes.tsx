import { screens } from '../platform/routes.ts';

export const practiceRoutes = screens([
  {
    path: '/mo-hinh',
    permission: 'practice.read',
    load: () => import('./practice-list.page.tsx').then((m) => m.PracticeListPage),
  },
  {
    path: '/mo-hinh/moi',
    permission: 'practice.register',
    load: () => import('./registration.page.tsx').then((m) => m.NewRegistrationPage),
  },
  {
    path: '/mo-hinh/nhap-danh-sach',
    permission: 'practice.register',
    load: () => import('./import.page.tsx').then((m) => m.ImportPage),
  },
  {
    path: '/mo-hinh/:id/sua',
    permission: 'practice.register',
    load: () => import('./registration.page.tsx').then((m) => m.EditRegistrationPage),
  },
  {
    path: '/mo-hinh/:id',
    permission: 'practice.read',
    load: () => import('./practice.page.tsx').then((m) => m.PracticePage),
  },
]);
