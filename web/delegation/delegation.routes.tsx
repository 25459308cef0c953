import { screens } from '../platform/routes.ts';

export const delegationRoutes = screens([
  {
    path: '/tai-khoan/uy-quyen',
    load: () => import('./delegation.page.tsx').then((module) => module.DelegationPage),
  },
]);
