import { screens } from '../platform/routes.ts';

export const organisationRoutes = screens([
  {
    path: '/to-chuc',
    permission: 'organisation.read',
    load: () => import('./unit-tree.page.tsx').then((m) => m.UnitTreePage),
  },
  {
    path: '/to-chuc/cac-lan-sap-xep',
    permission: 'organisation.read',
    load: () => import('./acts.page.tsx').then((m) => m.ActsPage),
  },
  {
    path: '/to-chuc/cac-lan-sap-xep/:id',
    permission: 'organisation.read',
    load: () => import('./act.page.tsx').then((m) => m.ActPage),
  },
  {
    path: '/to-chuc/so-sanh',
    permission: 'organisation.read',
    load: () => import('./comparison.page.tsx').then((m) => m.ComparisonPage),
  },
  {
    path: '/to-chuc/sap-xep',
    permission: 'organisation.manage',
    load: () => import('./arrange/arrange.page.tsx').then((m) => m.ArrangePage),
  },
  {
    path: '/to-chuc/sap-xep/:viec',
    permission: 'organisation.manage',
    load: () => import('./arrange/arrange.page.tsx').then((m) => m.ArrangeActPage),
  },
  {
    path: '/to-chuc/lap-to-chuc',
    permission: 'organisation.manage',
    load: () => import('./generation.page.tsx').then((m) => m.GenerationPage),
  },
  {
    path: '/to-chuc/:id',
    permission: 'organisation.read',
    load: () => import('./unit.page.tsx').then((m) => m.UnitPage),
  },
]);
