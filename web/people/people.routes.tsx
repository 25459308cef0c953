import { screens } from '../platform/routes.ts';

export const peopleRoutes = screens([
  {
    path: '/to-chuc/ban-khoi-to',
    permission: 'people.read',
    load: () => import('./body-list.page.tsx').then((m) => m.BodyListPage),
  },
  {
    path: '/to-chuc/ban-khoi-to/moi',
    permission: 'people.manage',
    load: () => import('./found-body.page.tsx').then((m) => m.FoundBodyPage),
  },
  {
    path: '/to-chuc/ban-khoi-to/:id',
    permission: 'people.read',
    load: () => import('./body.page.tsx').then((m) => m.BodyPage),
  },
  {
    path: '/to-chuc/ban-khoi-to/:id/kien-toan',
    permission: 'people.manage',
    load: () => import('./consolidate.page.tsx').then((m) => m.ConsolidatePage),
  },
  {
    path: '/to-chuc/nguoi',
    permission: 'people.read',
    load: () => import('./people-list.page.tsx').then((m) => m.PeopleListPage),
  },
  {
    path: '/to-chuc/nguoi/phu-trach',
    permission: 'people.read',
    load: () => import('./in-charge.page.tsx').then((m) => m.InChargePage),
  },
  {
    path: '/to-chuc/nguoi/:id',
    permission: 'people.read',
    load: () => import('./person.page.tsx').then((m) => m.PersonPage),
  },
  {
    path: '/to-chuc/nguoi/:id/ban-giao',
    permission: 'people.manage',
    load: () => import('./hand-over.page.tsx').then((m) => m.HandOverPage),
  },
]);
