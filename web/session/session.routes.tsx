import { screens } from '../platform/routes.ts';

export const accountRoutes = screens([
  { path: '/tai-khoan', load: () => import('./account.page.tsx').then((module) => module.AccountPage) },
]);
