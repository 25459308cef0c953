import { screens } from '../platform/routes.ts';

export const organisationRoutes = screens([
  {
    path: '/to-chuc',
    permission: 'organisation.read',
    load: () => import('./unit-tree.page.tsx').then((m) => m.UnitTreePage),
  },
  {
    path: '/to-chuc/:id',
    permission: 'organisation.read',
    load: () => import('./unit.page.tsx').then((m) => m.UnitPage),
  },
]);
