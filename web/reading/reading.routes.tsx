import { screens } from '../platform/routes.ts';

export const readingRoutes = screens([
  {
    path: '/doc-tai-lieu',
    permission: 'figure.report',
    load: () => import('./reading-list.page.tsx').then((m) => m.ReadingListPage),
  },
  {
    path: '/mo-hinh/nhap-danh-sach/bat-ky',
    permission: 'practice.register',
    load: () => import('./any-list.page.tsx').then((m) => m.AnyListPage),
  },
  {
    path: '/doc-tai-lieu/:id',
    permission: 'figure.report',
    load: () => import('./reading.page.tsx').then((m) => m.ReadingPage),
  },
]);
