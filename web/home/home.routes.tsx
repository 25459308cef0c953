import { screens } from '../platform/routes.ts';

export const homeRoutes = screens([
  { path: '/', load: () => import('./home.page.tsx').then((m) => m.HomePage) },
]);
