import { screens } from '../platform/routes.ts';

export const accountRoutes = screens([
  { path: '/tai-khoan', load: () => import('./account.page.tsx').then((module) => module.AccountPage) },
  {
    path: '/moi/:token',
    load: () => import('./invitation.page.tsx').then((module) => module.InvitationPage),
    open: true,
  },
  {
    path: '/dang-nhap/cong',
    load: () => import('./service-return.page.tsx').then((module) => module.ServiceReturnPage),
    open: true,
  },
]);
