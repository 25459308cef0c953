import { screens } from '../platform/routes.ts';

export const appraisalRoutes = screens([
  {
    path: '/tham-dinh',
    permission: 'practice.appraise',
    load: () => import('./appraisal.page.tsx').then((m) => m.AppraisalPage),
  },
]);
